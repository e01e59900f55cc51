using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>Zhang et al. 2024, <i>How Does Critical Batch Size Scale in Pre-training?</i> (arXiv 2410.21676).</summary>
/// <remarks>
/// Steps to a fixed loss are a + b/B. The paper's critical batch is the one of 20 % overhead over linear scaling from 256 sequences
/// of 512 tokens; b/a is the batch of twice the compute, which is what Kaplan's B_crit means. It grows with data, not with size.
/// </remarks>
public sealed class Zhang2024 : ICriticalBatchLaw
{
    /// <summary>The sequence length that every batch of the paper is counted in.</summary>
    public const int SequenceLength = 512;

    private const string ShortSequences = "sequences of 512 tokens: a batch is comparable with another law's in tokens alone";

    private const string Contested = "its critical batch follows the tokens, D^0.47; the exponent is contested, 0.46 to 0.53 in bergsma-2025";

    private const double BaseBatch = 256;
    private const double TokensPerParameter = 20.5;

    // The authors' notebook: the five measured points against N in millions, along D = 20.5 N.
    private const double Prefactor = 93.1968;
    private const double Exponent = 0.46828;

    // Recalled, not read in the paper: never the default.
    private const double RecalledPrefactor = 22.91;
    private const double RecalledExponent = 0.47;

    private static readonly Equation TwentyPercent = new(
        "",
        new("CBS", "tokens"),
        $"{SequenceLength:s} {Prefactor:k} (D / ({TokensPerParameter:r} {1e6:million}))^{Exponent:p}",
        Symbol.D);

    private static readonly Equation Ratio = new(
        "",
        new("b/a", "tokens"),
        $"5 {SequenceLength:s} ({Prefactor:k} (D / ({TokensPerParameter:r} {1e6:million}))^{Exponent:p} - 1.2 {BaseBatch:B_0})",
        Symbol.D);

    private static readonly Equation Recalled = new(
        "recalled", new("CBS", "tokens"), $"{SequenceLength:s} {RecalledPrefactor:k} (D / {1e6:million})^{RecalledExponent:p}", Symbol.D);

    private Zhang2024()
    {
    }

    /// <summary>The law.</summary>
    public static Zhang2024 Law { get; } = new();

    /// <summary>The five models that the law rests on, by size.</summary>
    public IReadOnlyList<ZhangRun> Runs { get; } =
    [
        new(new(85e6), 1293.83, 2_834_258),
        new(new(151e6), 1752.42, 5_677_479),
        new(new(302e6), 2095.35, 11_383_270),
        new(new(604e6), 2459.93, 19_449_689),
        new(new(1.2e9), 3897.31, 43_381_130),
    ];

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "zhang-2024",
        Paper = "Zhang et al. 2024, How Does Critical Batch Size Scale in Pre-training?",
        ArXiv = "2410.21676",
        ConstantSet = "zhang-2024 notebook fit",
        Parameters = ParameterConvention.NonEmbeddingWeights,
        Range = new LawRange(
            new Bounds(85e6, 1.2e9), new Bounds(85e6 * TokensPerParameter, 1.2e9 * TokensPerParameter), Bounds.Any),
        Answers = LawQuestions.CriticalBatch,
        Equations = [TwentyPercent, Ratio, Recalled],
        Facts =
        [
            "steps to a fixed loss are a + b/B; CBS is the batch of 20 % overhead, 1.2 B_0 + 0.2 b/a from B_0 = 256 sequences of 512",
            "b/a is the batch of twice the fewest steps and twice the least compute",
        ],
        Caveats =
        [
            ShortSequences,
            "the paper's critical batch is a 20 % point, Kaplan's a 100 % point: compare b/a with Kaplan's",
            "the recalled form is from memory; it is within 5 % of the measured points and is never the default",
        ],
        WhyApart = [new(LawQuestions.CriticalBatch, Contested)],
    };

    /// <summary>The batch of twice the compute, b/a, for a run of these tokens.</summary>
    public Answer<BatchTokens> CriticalBatch(Tokens d)
    {
        var ratio = 5 * (TwentyPercentSequences(d) - (1.2 * BaseBatch));
        return ratio > 0
            ? Answer<BatchTokens>.Of(BatchTokens.OfSequences(ratio, SequenceLength), Info.Range.OfTokens(d.Count), new(Info, Ratio, d.Count))
            : Answer<BatchTokens>.None("below 0.26B tokens the fitted 20 % point is not above 1.2 times the base batch of 256 sequences of 512");
    }

    /// <summary>The paper's own critical batch, 20 % overhead, for a run of these tokens (notebook fit).</summary>
    public Answer<BatchTokens> TwentyPercentBatch(Tokens d) => Answer<BatchTokens>.Of(
        BatchTokens.OfSequences(TwentyPercentSequences(d), SequenceLength), Info.Range.OfTokens(d.Count), new(Info, TwentyPercent, d.Count));

    /// <summary>The same by the form of the paper, whose prefactor is recalled and not verified.</summary>
    public Answer<BatchTokens> TwentyPercentBatchByRecalledPrefactor(Tokens d) => Answer<BatchTokens>.Of(
        BatchTokens.OfSequences(RecalledPrefactor * Math.Pow(d.Count / 1e6, RecalledExponent), SequenceLength),
        Info.Range.OfTokens(d.Count),
        new(Info, Recalled, d.Count));

    /// <inheritdoc/>
    public Answer<BatchTokens> CriticalBatch(ModelSize model, Tokens tokens) => CriticalBatch(tokens);

    private static double TwentyPercentSequences(Tokens d) =>
        Prefactor * Math.Pow(d.Count / TokensPerParameter / 1e6, Exponent);
}

/// <summary>A model that Zhang et al. 2024 measured: S(B) = a + b/B steps to its loss, B in sequences of 512 tokens.</summary>
public sealed record ZhangRun(NonEmbeddingWeights Model, double A, double B)
{
    /// <summary>Steps to the target loss at a batch.</summary>
    public double Steps(BatchTokens batch) => A + (B / batch.Sequences(Zhang2024.SequenceLength));

    /// <summary>The batch of twice the fewest steps and twice the least compute, b/a.</summary>
    public BatchTokens CriticalBatch => BatchTokens.OfSequences(B / A, Zhang2024.SequenceLength);

    /// <summary>The paper's critical batch: 20 % overhead over linear scaling from 256 sequences.</summary>
    public BatchTokens TwentyPercentBatch => BatchTokens.OfSequences((1.2 * 256) + (0.2 * B / A), Zhang2024.SequenceLength);
}
