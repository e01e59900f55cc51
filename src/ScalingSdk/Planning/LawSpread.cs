using ScalingSdk.Quantities;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Planning;

/// <summary>How far the laws lie apart on a question, and why.</summary>
/// <param name="Question">The question.</param>
/// <param name="Lowest">The lowest answer.</param>
/// <param name="Highest">The highest answer.</param>
public sealed record LawSpread(FigureKey Question, LawAnswer Lowest, LawAnswer Highest)
{
    /// <summary>From which factor on a disagreement is explained.</summary>
    public const double WorthExplaining = 2;

    /// <summary>The highest answer over the lowest.</summary>
    public double Factor => Highest.Value!.Value / Lowest.Value!.Value;

    /// <summary>Why they disagree by more than twofold, as a sentence without final period; null where they do not.</summary>
    public string? Why => Factor <= WorthExplaining ? null
        : $"laws disagree {Compact(Factor)}-fold on {Question.Name}: {Describe(Lowest)}, {Describe(Highest)}";

    internal static IReadOnlyList<LawSpread> Of(IReadOnlyList<LawAnswer> answers) => [.. answers
        .Where(static answer => answer.Value is not null)
        .GroupBy(static answer => answer.Question)
        .Where(static group => group.Count() > 1)
        .Select(static group => new LawSpread(
            group.Key,
            group.Aggregate(static (low, answer) => answer.Value < low.Value ? answer : low),
            group.Aggregate(static (high, answer) => answer.Value >= high.Value ? answer : high)))];

    private static string Describe(LawAnswer answer) =>
        $"{answer.Law.Id} says {Compact(answer.Value!.Value)} ({Counts(answer.Law.Parameters)}, {answer.Validity}{(answer.WhyApart is { } why ? "; " + why : "")})";

    private static string Counts(ParameterConvention convention) => convention switch
    {
        ParameterConvention.NonEmbedding => "N without embeddings",
        ParameterConvention.NonEmbeddingWeights => "N without embeddings, matrices alone",
        ParameterConvention.WeightsWithHead => "N without the input embedding",
        ParameterConvention.NonEmbeddingFlopsPerToken => "FLOPs per token in place of N",
        ParameterConvention.Total => "N of all parameters",
        _ => "N of active parameters",
    };
}
