using ScalingSdk.Laws;
using ScalingSdk.Planning;
using ScalingSdk.Text;

namespace ScalingSdk.Tool.Plans;

/// <summary>Every law on the questions of the plan, side by side. Losses are not among them: those of two laws are never compared.</summary>
internal static partial class LawTable
{
    public static IReadOnlyList<string> Headers { get; } = ["law", "answer", "validity"];

    /// <summary>The questions, as the plan's figures call them, each with a row for each law.</summary>
    public static IEnumerable<(string Question, IEnumerable<IReadOnlyList<string>> Rows)> Questions(TrainingPlan plan) => plan.LawAnswers
        .GroupBy(static answer => answer.Question)
        .Select(question => (question.Key.Title, question.Select(answer => (IReadOnlyList<string>)
        [
            answer.Law.Id,
            answer.Value is { } value ? $"{NumberText.Compact(value)} {answer.Unit}".TrimEnd() : "none",
            answer is { Value: not null, Law.Answers: var answers } && plan.Size.Counts.IsRouted && !answers.HasFlag(LawQuestions.Routed)
                ? $"of a dense model; {answer.Validity}"
                : answer.Validity,
        ])));
}
