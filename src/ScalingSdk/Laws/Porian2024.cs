using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>Porian et al. 2024, <i>Resolving Discrepancies in Compute-Optimal Scaling of Language Models</i> (arXiv 2406.19146).</summary>
/// <remarks>N is the matrices of attention and feed-forward and the output head, without the input embedding.</remarks>
public sealed class Porian2024 : IBatchLaw, ILearningRateLaw
{
    /// <summary>The sequence length that the batch is counted in.</summary>
    public const int SequenceLength = 2048;

    private const double BatchFactor = 0.00037;
    private const double BatchPower = 0.703;
    private const double RateFactor = 3.7;
    private const double RatePower = -0.36;
    private const double RoundedSize = 108e6;
    private const double RoundedSequences = 160;
    private const double RoundedRate = 0.0047;

    private static readonly Equation BatchOfSize = new("", Symbol.B, $"{SequenceLength:s} {BatchFactor:k} N^{BatchPower:p}", Symbol.N);
    private static readonly Equation RateOfSize = new("", Symbol.Rate, $"{RateFactor:k} N^{RatePower:p}", Symbol.N);
    private static readonly Equation BatchRounded = new(
        "rounded", Symbol.B, $"{SequenceLength:s} {RoundedSequences:k} (N/{RoundedSize:N_0})^(2/3)", Symbol.N);

    private static readonly Equation RateRounded = new(
        "rounded", Symbol.Rate, $"{RoundedRate:k} (N/{RoundedSize:N_0})^(-1/3)", Symbol.N);

    private static readonly Equation WarmupOfSize = new("", new("warm-up", "tokens"), $"N", Symbol.N);

    private const double MostWithHighBeta2 = 2.2e8;
    private const string NoHead = "the size is nominal: porian-2024 counts the output head, which needs width and vocabulary";

    private const string TokensPlayNoPart =
        "fitted near compute-optimal runs of less than 1B parameters: neither figure depends on the tokens";

    private Porian2024()
    {
    }

    /// <summary>The law.</summary>
    public static Porian2024 Law { get; } = new();

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "porian-2024",
        Paper = "Porian et al. 2024, Resolving Discrepancies in Compute-Optimal Scaling of Language Models",
        ArXiv = "2406.19146",
        ConstantSet = "porian-2024 tuned sweep",
        Parameters = ParameterConvention.WeightsWithHead,
        Compute = ComputeConvention.SixND,
        Range = new LawRange(new Bounds(5e6, 9.01e8), Bounds.Any, new Bounds(1.25e16, double.PositiveInfinity)),
        Answers = LawQuestions.Batch | LawQuestions.LearningRate,
        Equations = [BatchOfSize, RateOfSize, BatchRounded, RateRounded, WarmupOfSize],
        Facts =
        [
            "AdamW beta2 is 0.99 up to 220M parameters and 0.95 above",
            "N_opt ~ C^a: a falls from 0.835 with Kaplan's recipe to 0.497 tuned on RefinedWeb, 0.864 to 0.518 on OpenWebText2",
        ],
        Caveats =
        [
            TokensPlayNoPart,
            "sequences of 2048 tokens: convert before comparing with a law in tokens",
        ],
        WhyApart =
        [
            new(LawQuestions.Batch, TokensPlayNoPart),
            new(LawQuestions.LearningRate, TokensPlayNoPart),
        ],
    };

    /// <summary>N_opt ~ C^a on RefinedWeb and OpenWebText2, one correction after another from Kaplan's recipe to Chinchilla's result.</summary>
    public IReadOnlyList<PorianStage> Stages { get; } =
    [
        new("Kaplan's recipe reproduced", 0.835, 0.864),
        new("FLOPs of the last layer counted", 0.706, 0.699),
        new("warmup scaled with the size", 0.602, 0.603),
        new("cosine decay matched to the horizon", 0.571, 0.574),
        new("learning rate, batch and beta2 tuned by size", 0.497, 0.518),
    ];

    /// <summary>The batch of the lowest loss for a size.</summary>
    public Answer<BatchTokens> Batch(WeightsWithHead n) => Answer<BatchTokens>.Of(
        BatchTokens.OfSequences(BatchFactor * Math.Pow(n.Count, BatchPower), SequenceLength),
        Info.Range.OfParameters(n.Count),
        new(Info, BatchOfSize, n.Count));

    /// <summary>The peak learning rate of the lowest loss for a size.</summary>
    public Answer<double> LearningRate(WeightsWithHead n) =>
        Answer<double>.Of(RateFactor * Math.Pow(n.Count, RatePower), Info.Range.OfParameters(n.Count), new(Info, RateOfSize, n.Count));

    /// <summary>The paper's rounded form of <see cref="Batch(WeightsWithHead)"/>.</summary>
    public Answer<BatchTokens> RoundedBatch(WeightsWithHead n) => Answer<BatchTokens>.Of(
        BatchTokens.OfSequences(RoundedSequences * Math.Pow(n.Count / RoundedSize, 2.0 / 3), SequenceLength),
        Info.Range.OfParameters(n.Count),
        new(Info, BatchRounded, n.Count));

    /// <summary>The paper's rounded form of <see cref="LearningRate(WeightsWithHead)"/>.</summary>
    public Answer<double> RoundedLearningRate(WeightsWithHead n) => Answer<double>.Of(
        RoundedRate * Math.Pow(n.Count / RoundedSize, -1.0 / 3), Info.Range.OfParameters(n.Count), new(Info, RateRounded, n.Count));

    /// <summary>AdamW's beta2 for a size.</summary>
    public Answer<double> Beta2(WeightsWithHead n) =>
        Answer<double>.Of(n.Count <= MostWithHighBeta2 ? 0.99 : 0.95, Info.Range.OfParameters(n.Count), new(Info));

    /// <summary>Warmup tokens: as many as the model has parameters.</summary>
    public Answer<Tokens> Warmup(WeightsWithHead n) =>
        Answer<Tokens>.Of(new(n.Count), Info.Range.OfParameters(n.Count), new(Info, WarmupOfSize, n.Count));

    /// <inheritdoc/>
    public Answer<BatchTokens> Batch(ModelSize model, Tokens tokens) =>
        model.WeightsWithHead is { } n ? Batch(n) : Answer<BatchTokens>.None(NoHead);

    /// <inheritdoc/>
    public Answer<double> LearningRate(ModelSize model, Tokens tokens) =>
        model.WeightsWithHead is { } n ? LearningRate(n) : Answer<double>.None(NoHead);
}

/// <summary>One correction and the exponent of N_opt(C) after it, on each of the two corpora.</summary>
public sealed record PorianStage(string Correction, double RefinedWeb, double OpenWebText2);
