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

    /// <summary>The spreads of the questions that several laws answer; answers to one question stand together.</summary>
    internal static IReadOnlyList<LawSpread> Of(IReadOnlyList<LawAnswer> answers)
    {
        var spreads = new List<LawSpread>();
        for (var at = 0; at < answers.Count;)
        {
            var (question, several) = (answers[at].Question, false);
            (LawAnswer? lowest, LawAnswer? highest) = (null, null);
            for (; at < answers.Count && answers[at].Question == question; at++)
            {
                if (answers[at] is not { Value: { } value } answer)
                    continue;
                several |= lowest is not null;
                if (lowest is null || value < lowest.Value)
                    lowest = answer;
                if (highest is null || value >= highest.Value)
                    highest = answer;
            }

            if (several)
                spreads.Add(new LawSpread(question, lowest!, highest!));
        }

        return spreads;
    }

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
