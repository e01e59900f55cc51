using ScalingSdk.Planning;
using ScalingSdk.Reports;
using ScalingSdk.Text;

namespace ScalingSdk.Tool.Plans;

/// <summary>What a plan answers, beside the best size for the same compute where that is another.</summary>
internal static partial class AnswerTable
{
    private const double Longer = 1.25;

    /// <summary>The columns and rows: what, this run, the best one, whose numbers they are.</summary>
    public static (string[] Headers, IReadOnlyList<string[]> Rows) Of(PlanView view)
    {
        var answers = PlanAnswers.Of(view.Plan);
        if (view.Best is not { } best)
            return (["", "this run", "source"], [.. answers.Select(static answer => new[] { answer.Title, answer.Text, answer.Source })]);

        // A recipe of a shape has no batch and rate for a size alone.
        IEnumerable<PlanAnswer> told = view.Plan.Recipe is { Recipe.HasValue: true } && best.Recipe is not { Recipe.HasValue: true }
            ? PlanAnswers.Of(best).Where(static answer => answer.Title is not ("batch" or "steps" or PlanAnswers.Rate))
            : PlanAnswers.Of(best);
        if (IsMuchLonger(view.Plan))
            told = told.Where(static answer => answer.Title is not (PlanAnswers.Time or PlanAnswers.Cost));
        var others = told.ToDictionary(static answer => answer.Title, StringComparer.Ordinal);
        return (["", "this run", "best for this compute", "source"], [.. answers.Select(answer => new[]
        {
            answer.Title, answer.Text, Best(view.Plan, answer.Title) ?? (others.TryGetValue(answer.Title, out var other) ? other.Text : ""), answer.Source,
        })]);
    }

    /// <summary>"37B (28.9 .. 51.2B) *" without what is in brackets.</summary>
    public static string Point(string cell) => cell.IndexOf(" (", StringComparison.Ordinal) is >= 0 and var start
        ? cell[..start] + cell[(cell.IndexOf(')', start) + 1)..]
        : cell;

    // A size without a shape has no attention in its time: beside long sequences it would look faster than it is.
    private static bool IsMuchLonger(TrainingPlan plan) => plan.Compute is { SixND.Flops: var flops }
        && (plan.Find(ComputeFigures.TrainingFlopsExact)?.Value > Longer * flops || plan.Hardware?.Estimate?.Flops > Longer * flops);

    // The law's own answers have its intervals.
    private static string? Best(TrainingPlan plan, string title) => title switch
    {
        PlanAnswers.Size => PlanAnswers.Of(plan, OptimumFigures.OptimalParametersAtBudget, title, NumberText.Compact)?.Text,
        PlanAnswers.Tokens => PlanAnswers.Of(plan, OptimumFigures.OptimalTokensAtBudget, title, NumberText.Compact)?.Text,
        PlanAnswers.PerParameter => PlanAnswers.Of(plan, OptimumFigures.OptimalTokensPerParameter, title, NumberText.Compact)?.Text,
        // The same compute; a size alone has no input table to leave out.
        PlanAnswers.Compute when plan is { Compute.WithoutInputTable: not null, Spec.Budget.Flops: null } => "",
        PlanAnswers.Loss => PlanAnswers.Of(plan, OptimumFigures.OptimalLossAtBudget, title, PlanAnswers.Nats)?.Text,
        _ => null,
    };
}
