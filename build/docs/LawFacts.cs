using System.Globalization;
using System.Text;
using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Docs;

/// <summary>What a page says of its laws, taken from the laws themselves.</summary>
internal static class LawFacts
{
    public static string Write(LawPage page)
    {
        var info = page.Laws[0].Info;
        var text = new StringBuilder();
        text.Append("| | |\n| --- | --- |\n");
        Row("Paper", info.ArXiv is { } number ? $"{info.Paper} ([arXiv {number}](https://arxiv.org/abs/{number}))" : info.Paper);
        foreach (var law in page.Laws)
            Row($"`{law.Info.Id}`", $"constants `{law.Info.ConstantSet}`; asked for {Words(law.Info.Answers)}");
        Row("N counts", Words(info.Parameters));
        Row("C means", Words(info.Compute));
        Row("Observed", $"N {Span(info.Range.Parameters)}; D {Span(info.Range.Tokens)}; C {Span(info.Range.Compute)}{string.Concat(info.OtherRanges.Select(static other => $"; {other.Symbol.Name} {Span(other.Bounds)}"))}");
        if (info.Experimental)
            Row("Status", "**experimental**: every output says so");
        Section("Equations and constants", law => [.. law.Equations.Select(static equation => equation.ToString())], code: true);
        Section("What the paper states", law => law.Facts);
        Section("Before you trust a number", law => law.Caveats);
        text.Append('\n');
        return text.ToString();

        void Row(string name, string value) => text.Append($"| {name} | {value} |\n");

        void Section(string title, Func<LawInfo, IReadOnlyList<string>> lines, bool code = false)
        {
            var all = page.Laws.SelectMany(law => lines(law.Info)).Distinct(StringComparer.Ordinal).ToArray();
            if (all.Length == 0)
                return;
            text.Append($"\n## {title}\n\n");
            if (code)
                text.Append("```text\n").AppendJoin('\n', all).Append("\n```\n");
            else
                text.Append("- ").AppendJoin("\n- ", all).Append('\n');
        }
    }

    public static string Words(ParameterConvention convention) => convention switch
    {
        ParameterConvention.Total => "all parameters",
        ParameterConvention.Active => "parameters that one token passes, embeddings included",
        ParameterConvention.NonEmbedding => "all but embeddings, norms and biases included",
        ParameterConvention.NonEmbeddingWeights => "matrices of attention and feed-forward alone",
        ParameterConvention.WeightsWithHead => "matrices of attention and feed-forward, and the output head",
        ParameterConvention.NonEmbeddingFlopsPerToken => "M, training FLOPs per token without embeddings",
        ParameterConvention.None => "the law takes no count",
        _ => throw new ArgumentOutOfRangeException(nameof(convention), convention, "a count without words"),
    };

    public static string Words(LawQuestions questions) => string.Join(", ", Enum.GetValues<LawQuestions>()
        .Where(q => q != LawQuestions.None && questions.HasFlag(q)).Select(Word));

    public static string Span(Bounds bounds) => (bounds.Least, bounds.Most) switch
    {
        (0, double.PositiveInfinity) => "not bounded",
        (0, var most) => $"up to {Number(most)}",
        (var least, double.PositiveInfinity) => $"from {Number(least)}",
        var (least, most) when least == most => Number(most),
        var (least, most) => $"{Number(least)} to {Number(most)}",
    };

    private static string Words(ComputeConvention convention) => convention switch
    {
        ComputeConvention.None => "the law takes no compute",
        ComputeConvention.SixND => "6 N D, in FLOP",
        ComputeConvention.Minimum => "C_min, in PF-days (8.64e19 FLOP): C / 2 at the critical batch",
        ComputeConvention.FlopsPerTokenTimesTokens => "M D, in FLOP",
        _ => throw new ArgumentOutOfRangeException(nameof(convention), convention, "a compute without words"),
    };

    private static string Word(LawQuestions question) => question switch
    {
        LawQuestions.CriticalBatch => "critical batch",
        LawQuestions.LearningRate => "learning rate",
        LawQuestions.RepeatedData => "worth of repeated data",
        LawQuestions.EffectiveSize => "effective size",
        LawQuestions.Overfitting => "overfitting threshold",
        LawQuestions.Routed => "routed models",
        LawQuestions.Epochs => "epochs from which repeated data raise the loss",
        LawQuestions.Downstream => "accuracy on a task",
        LawQuestions.Deployment => "best run with lifetime use",
        _ => question.ToString().ToLowerInvariant(),
    };

    /// <summary>Counts as K, M, B and T; what is larger or smaller as a power of ten.</summary>
    internal static string Number(double value)
    {
        var (scale, suffix) = value switch
        {
            >= 1e15 or < 1e-3 and > 0 => (0, ""),
            >= 0.999999e12 => (1e12, "T"),
            >= 0.999999e9 => (1e9, "B"),
            >= 0.999999e6 => (1e6, "M"),
            >= 0.999999e4 => (1e3, "K"),
            _ => (1, ""),
        };
        return scale > 0
            ? (value / scale).ToString("G4", CultureInfo.InvariantCulture) + suffix
            : value.ToString("0.##e0", CultureInfo.InvariantCulture);
    }
}
