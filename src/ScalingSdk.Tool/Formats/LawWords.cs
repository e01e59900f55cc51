using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Tool.Formats;

/// <summary>What a law answers, counts and was observed on, in words.</summary>
internal static class LawWords
{
    private static readonly (LawQuestions Question, string Word)[] Questions =
    [
        (LawQuestions.Loss, "loss"),
        (LawQuestions.Allocation, "allocation"),
        (LawQuestions.Overfitting, "overfitting"),
        (LawQuestions.RepeatedData, "repeated data"),
        (LawQuestions.Batch, "batch"),
        (LawQuestions.CriticalBatch, "critical batch"),
        (LawQuestions.LearningRate, "learning rate"),
        (LawQuestions.Deployment, "deployment"),
        (LawQuestions.EffectiveSize, "effective size"),
        (LawQuestions.Conversion, "conversion"),
        (LawQuestions.Advice, "advice"),
        (LawQuestions.Intervals, "intervals"),
        (LawQuestions.Routed, "routed models"),
        (LawQuestions.Epochs, "epochs"),
        (LawQuestions.Recipe, "recipe"),
        (LawQuestions.Vocabulary, "vocabulary"),
        (LawQuestions.Downstream, "task accuracy"),
    ];

    public static IReadOnlyList<string> Answers(this LawInfo law) =>
        [.. Questions.Where(pair => law.Answers.HasFlag(pair.Question)).Select(pair => pair.Question == LawQuestions.Advice ? law.Advises ?? pair.Word : pair.Word)];

    public static string Counts(this LawInfo law) => law.Parameters switch
    {
        ParameterConvention.Total => "total parameters",
        ParameterConvention.Active => "active parameters, with embeddings",
        ParameterConvention.NonEmbedding => "parameters without embeddings",
        ParameterConvention.NonEmbeddingWeights => "weights without embeddings (Kaplan)",
        ParameterConvention.WeightsWithHead => "weights with the output head",
        ParameterConvention.NonEmbeddingFlopsPerToken => "FLOPs per token (DeepSeek's M)",
        ParameterConvention.None => "the law takes no count",
        _ => throw new ArgumentOutOfRangeException(nameof(law), law.Parameters, "a convention without words"),
    };

    public static IEnumerable<(string Axis, Bounds Bounds, string Unit)> Ranges(this LawInfo law)
    {
        foreach (var range in new[] { ("N", law.Range.Parameters, "parameters"), ("D", law.Range.Tokens, "tokens"), ("C", law.Range.Compute, "FLOP") })
        {
            if (range.Item2 != Bounds.Any)
                yield return range;
        }

        foreach (var other in law.OtherRanges)
            yield return (other.Symbol.Name, other.Bounds, other.Symbol.Unit);
    }

    /// <summary>Every range in one cell.</summary>
    public static string Observed(this LawInfo law) =>
        law.Ranges().Any() ? string.Join("; ", law.Ranges().Select(static range => $"{range.Axis} {range.Bounds.Text()}")) : "no range stated";

    /// <summary>A count as it was stated up to a million, and three digits beyond: "50,257", "7B".</summary>
    public static string Number(double value) =>
        Math.Abs(value) < 1e6 && Math.Floor(value).Equals(value) ? NumberText.Grouped(value) : NumberText.Compact(value);

    public static string Text(this Bounds bounds)
    {
        if (double.IsPositiveInfinity(bounds.Most))
            return $"from {Number(bounds.Least)}";
        if (bounds.Least.Equals(bounds.Most))
            return Number(bounds.Least);
        return bounds.Least > 0 ? $"{Number(bounds.Least)} .. {Number(bounds.Most)}" : $"up to {Number(bounds.Most)}";
    }
}
