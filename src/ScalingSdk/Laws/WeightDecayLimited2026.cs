using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>The weight decay of AdamW for a run over repeated tokens: the tuned grids of Kim et al. 2025 (arXiv 2509.14786) and Xu et al. 2026.</summary>
/// <remarks>Total parameters with both vocabulary matrices, unique tokens; decay coupled to the learning rate as in PyTorch.</remarks>
public sealed class WeightDecayLimited2026 : IScalingLaw
{
    private const double Factor = 1.09;
    private const double Power = 0.75;
    private const double DropoutFactor = 0.48;
    private const double DropoutPower = 0.78;

    private static readonly Symbol Lambda = new("lambda", "");
    private static readonly Symbol Timescale = new("tau_e", "epochs");
    private static readonly Equation WithoutDropout = new("Kim", Lambda, $"{Factor:k} (N/U)^{Power:p}", Symbol.N, Symbol.U);
    private static readonly Equation WithDropout = new("Xu, dropout 0.1", Lambda, $"{DropoutFactor:k} (N/U)^{DropoutPower:p}", Symbol.N, Symbol.U);
    private static readonly Equation TimescaleOfRun = new(
        "", Timescale, $"B / (eta lambda U)", Symbol.B, Symbol.Rate, Lambda, Symbol.U);

    private static readonly Equation DecayOfTimescale = new(
        "", Lambda, $"B / (tau_e eta U)", Symbol.B, Symbol.Rate, Timescale, Symbol.U);

    private static readonly Bounds UniqueTokensOfRuns = new(1e8, 1.7e9);

    private WeightDecayLimited2026()
    {
    }

    /// <summary>The law.</summary>
    public static WeightDecayLimited2026 Law { get; } = new();

    /// <summary>The timescale in epochs of tuned runs without dropout.</summary>
    public static Bounds Tuned { get; } = new(0.2, 0.5);

    /// <summary>The timescale in epochs of tuned runs with 10 % dropout.</summary>
    public static Bounds TunedWithDropout { get; } = new(0.5, 1.6);

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "wd-limited",
        Paper = "Kim et al. 2025, Pre-training under infinite compute; Xu et al. 2026: weight decay for a repeated corpus",
        ArXiv = "2509.14786",
        ConstantSet = "wd-limited tuned grids",
        Parameters = ParameterConvention.Total,
        Range = new LawRange(new Bounds(7.2e7, 1.4e9), Bounds.Any, Bounds.Any),
        OtherRanges = [new(Symbol.U, UniqueTokensOfRuns)],
        Answers = LawQuestions.Advice,
        Advises = "weight decay of repeated data",
        Equations = [WithoutDropout, WithDropout, TimescaleOfRun, DecayOfTimescale],
        Facts =
        [
            "tuned timescales: 0.2 to 0.5 epochs without dropout, 0.5 to 1.6 with dropout 0.1; an untuned decay of 0.1 has 2.4 on average",
            "tuned regularisation reaches 3.43 on 209M tokens in the limit of size, an ensemble of 300M models 3.34, against 3.75 of the standard recipe (Kim)",
            "members of an ensemble take twice the epochs and half the decay; distillation takes a decay of 0.1 (Kim)",
            "raising the decay lost in five of six cells of one 4M-parameter project, and won where the loss had turned up",
        ],
        Caveats =
        [
            "right within a factor of about 2: the grids step by 2, at one batch size",
            "advise more decay only where the epochs exceed those at which a decay of 0.1 turns up (epochs-turn)",
            "repeated data ask for more decay as N/U rises; a single pass asks for less as D/N rises (bergsma-2025)",
        ],
    };

    /// <summary>The tuned weight decay.</summary>
    public Answer<double> WeightDecay(TotalParameters n, UniqueTokens unique, bool dropout)
    {
        var ratio = n.Count / unique.Count;
        var decay = dropout ? DropoutFactor * Math.Pow(ratio, DropoutPower) : Factor * Math.Pow(ratio, Power);
        return Answer<double>.OfPositive(
            decay, decay, Info.Range.OfParameters(n.Count).And(OfUnique(unique)), new(Info, dropout ? WithDropout : WithoutDropout, n.Count, unique.Count));
    }

    /// <summary>The epochs over which AdamW averages weights.</summary>
    public Answer<double> TimescaleInEpochs(BatchTokens batch, double learningRate, double weightDecay, UniqueTokens unique) => Positive(
        batch.Count / (learningRate * weightDecay * unique.Count), TimescaleOfRun, batch, learningRate, weightDecay, unique);

    /// <summary>The weight decay of a timescale in epochs.</summary>
    public Answer<double> WeightDecayFor(BatchTokens batch, double learningRate, double timescale, UniqueTokens unique) => Positive(
        batch.Count / (timescale * learningRate * unique.Count), DecayOfTimescale, batch, learningRate, timescale, unique);

    private static Extrapolation OfUnique(UniqueTokens unique) => Extrapolation.None with { Unique = UniqueTokensOfRuns.FactorOutside(unique.Count) };

    private Answer<double> Positive(double value, Equation equation, BatchTokens batch, double rate, double third, UniqueTokens unique) =>
        Answer<double>.OfPositive(
            value,
            value,
            OfUnique(unique).And(LawRange.Any.OfRun(batch.Count, rate * third)),
            new(Info, equation, batch.Count, rate, third, unique.Count));
}
