using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>Bergsma et al. 2025, <i>Power Lines: Scaling Laws for Weight Decay and Batch Size in LLM Pre-training</i> (arXiv 2505.13738).</summary>
/// <remarks>The AdamW timescale and the weight decay that follows from it. The batch is the paper's exponent through its best measured run.</remarks>
public sealed class Bergsma2025 : IBatchLaw
{
    private const double TimescaleFactor = 1.084;
    private const double TimescalePower = -0.527;

    private static readonly Symbol WeightDecaySymbol = new("lambda", "");

    private static readonly Symbol Ratio = new("r", "tokens per parameter");

    private static readonly Equation BestTimescale = new(
        "", new("tau_opt", ""), $"{TimescaleFactor:k} r^{TimescalePower:p}", Ratio);

    private static readonly Equation TimescaleOfRecipe = new(
        "", new("tau", ""), $"B / (eta lambda D)", Symbol.B, Symbol.Rate, WeightDecaySymbol, Symbol.D);

    private static readonly Equation BestDecay = new(
        "",
        WeightDecaySymbol with { Name = "lambda_opt" },
        $"B / (eta {TimescaleFactor:k} (D/N)^{TimescalePower:p} D)",
        Symbol.B,
        Symbol.Rate,
        Symbol.N,
        Symbol.D);

    // 20 to 1280 tokens per parameter; below, and on repeated tokens, the timescale was not measured.
    private static readonly Bounds Ratios = new(20, 1280);

    // The best measured batch at 610M parameters and 20 tokens per parameter, on a grid of factor 2.
    private const double AnchorBatch = 252 * 2048;
    private const double AnchorTokens = 1.22e10;
    private const double BatchPower = 0.383;

    private static readonly Equation BatchOfTokens = new(
        "anchored", Symbol.B, $"{AnchorBatch:B_0} (D/{AnchorTokens:D_0})^{BatchPower:p}", Symbol.D);

    private Bergsma2025()
    {
    }

    /// <summary>The law.</summary>
    public static Bergsma2025 Law { get; } = new();

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "bergsma-2025",
        Paper = "Bergsma et al. 2025, Power Lines: Scaling Laws for Weight Decay and Batch Size in LLM Pre-training",
        ArXiv = "2505.13738",
        ConstantSet = "bergsma-2025 timescale",
        Parameters = ParameterConvention.Active,
        Range = new LawRange(new Bounds(1.11e8, 3.3e9), Bounds.Any, Bounds.Any),
        OtherRanges = [new(Ratio, Ratios)],
        Answers = LawQuestions.Advice | LawQuestions.Batch,
        DenseOnly = true,
        Advises = "weight decay",
        Equations = [BestTimescale, TimescaleOfRecipe, BestDecay, BatchOfTokens],
        WhyApart = [new(LawQuestions.Batch, "the exponent of the best batch is contested: 0.38 here, 0.57 in step-law-2025 and schaipp-2026")],
        Facts = ["tau is the share of the run over which AdamW averages weights"],
        Caveats =
        [
            "fitted on muP models with linear decay to zero on SlimPajama; the learning rate is the one of that recipe",
            "20 to 1280 tokens per parameter in a single pass: below, and on repeated tokens, it was not measured",
            "B and D in the same unit; weight decay coupled to the learning rate as in AdamW",
            "the prefactors of the paper's batch laws were not found: the best batch is anchored to one measured run, right within 40 %",
            "the exponent of the critical batch is contested: 0.46 to 0.53",
        ],
    };

    /// <summary>The best timescale at this many tokens per parameter.</summary>
    public Answer<double> OptimalTimescale(double tokensPerParameter) => Positive.Is(tokensPerParameter)
        ? Answer<double>.Of(
            TimescaleFactor * Math.Pow(tokensPerParameter, TimescalePower), OutsideOf(tokensPerParameter), new(Info, BestTimescale, tokensPerParameter))
        : Answer<double>.None("tokens per parameter are a positive finite number");

    /// <summary>The batch of the lowest loss, through the paper's best measured run.</summary>
    public Answer<BatchTokens> AnchoredBatch(Tokens d) => Answer<BatchTokens>.Of(
        new(AnchorBatch * Math.Pow(d.Count / AnchorTokens, BatchPower)), LawRange.Any.OfTokens(d.Count), new(Info, BatchOfTokens, d.Count));

    /// <inheritdoc/>
    public Answer<BatchTokens> Batch(ModelSize model, Tokens tokens) => model.IsRouted
        ? Answer<BatchTokens>.None("'bergsma-2025' was measured on dense models")
        : Answer<BatchTokens>.Of(
            new(AnchorBatch * Math.Pow(tokens.Count / AnchorTokens, BatchPower)),
            Info.Range.OfParameters(model.Active.Count).And(LawRange.Any.OfTokens(tokens.Count)),
            new(Info, BatchOfTokens, tokens.Count));

    private static Extrapolation OutsideOf(double tokensPerParameter) => new(1, Ratios.FactorOutside(tokensPerParameter), 1);

    /// <summary>The timescale of a recipe.</summary>
    public Answer<double> Timescale(BatchTokens batch, double learningRate, double weightDecay, Tokens d)
    {
        if (!Positive.Are(batch.Count, learningRate, weightDecay, d.Count))
            return Answer<double>.None("batch, learning rate, weight decay and tokens are positive finite numbers");
        var tau = batch.Count / (learningRate * weightDecay * d.Count);
        return Answer<double>.OfPositive(
            tau, tau, Extrapolation.None, new(Info, TimescaleOfRecipe, batch.Count, learningRate, weightDecay, d.Count));
    }

    /// <summary>The weight decay whose timescale is the best one.</summary>
    public Answer<double> WeightDecay(BatchTokens batch, double learningRate, ActiveParameters n, Tokens d)
    {
        if (!Positive.Are(batch.Count, learningRate, n.Count, d.Count))
            return Answer<double>.None("batch, learning rate, parameters and tokens are positive finite numbers");
        var tau = OptimalTimescale(d.Count / n.Count);
        if (!tau.HasValue)
            return tau;
        var decay = batch.Count / (learningRate * tau.Value * d.Count);
        return Answer<double>.OfPositive(
            decay, decay, Info.Range.OfParameters(n.Count).And(tau.Outside), new(Info, BestDecay, batch.Count, learningRate, n.Count, d.Count));
    }
}
