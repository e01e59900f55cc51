using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>What keeps a run over repeated tokens from overfitting.</summary>
public enum Regularisation
{
    /// <summary>AdamW's weight decay of 0.1, no dropout.</summary>
    Decay,

    /// <summary>A weight decay tuned to size and data (0.1 to 3.2), no dropout.</summary>
    TunedDecay,

    /// <summary>A tuned weight decay and 10 % dropout.</summary>
    TunedDecayAndDropout,
}

/// <summary>The epochs at which the validation loss turns up, by regularisation: the form of Lovelace et al. 2026 (arXiv 2605.01640).</summary>
/// <remarks>
/// Total parameters with both vocabulary matrices, unique tokens, the length of a run whose schedule ends there. Prefactors are fitted
/// to the tuned runs of Kim et al. 2025 and Xu et al. 2026: right within a factor of about 2.
/// </remarks>
public sealed class EpochsTurn2026 : IScalingLaw
{
    private const double DecayFactor = 3037;
    private const double TunedFactor = 5571;
    private const double PowerOfU = 0.40;
    private const double PowerOfN = -0.70;
    private const double DropoutLog = -1.234;
    private const double DropoutPowerOfU = 0.560;
    private const double DropoutPowerOfN = -0.312;

    private static readonly Symbol Epochs = new("epochs", "");
    private static readonly Equation Decay = new("decay 0.1", Epochs, $"{DecayFactor:k} U^{PowerOfU:a} N^{PowerOfN:b}", Symbol.N, Symbol.U);
    private static readonly Equation Tuned = new("decay tuned", Epochs, $"{TunedFactor:k} U^{PowerOfU:a} N^{PowerOfN:b}", Symbol.N, Symbol.U);
    private static readonly Equation Dropout = new(
        "decay tuned, dropout 0.1", Epochs, $"exp({DropoutLog:k}) U^{DropoutPowerOfU:a} N^{DropoutPowerOfN:b}", Symbol.N, Symbol.U);

    private static readonly Bounds UniqueTokensOfRuns = new(1e8, 1.68e9);

    private EpochsTurn2026()
    {
    }

    /// <summary>The law.</summary>
    public static EpochsTurn2026 Law { get; } = new();

    /// <summary>The band that a number of epochs lies in, as factors of it.</summary>
    public static Bounds Band { get; } = new(0.5, 2);

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "epochs-turn",
        Paper = "Lovelace et al. 2026, epochs at which repeated data overfit; prefactors from the tuned runs of Kim et al. 2025 and Xu et al. 2026",
        ArXiv = "2605.01640",
        ConstantSet = "epochs-turn tuned grids",
        Parameters = ParameterConvention.Total,
        Range = new LawRange(new Bounds(7e7, 1.4e9), Bounds.Any, Bounds.Any),
        OtherRanges = [new(Symbol.U, UniqueTokensOfRuns)],
        Answers = LawQuestions.Epochs,
        Equations = [Decay, Tuned, Dropout],
        Facts =
        [
            "the worst factor over its own grid is 2.3 (decay 0.1), 1.7 (decay tuned) and 1.9 (with dropout)",
            "decay 1.0 instead of 0.1 cuts the penalty of repetition by about 70 %, which is 2.3 times the epochs",
            "without dropout two papers agree on the exponents; with dropout large models tolerate more epochs",
        ],
        Caveats =
        [
            "a band of half to twice the number: the grids step by 2, with one batch size and one corpus each",
            "the length of a run whose schedule ends there: inside a longer run the loss turns earlier",
            "AdamW, 70M to 1.4B parameters, 100M to 1.7B unique tokens, validation on the same corpus",
            "muennighoff-2023's own runs tolerate far more epochs: it is the optimistic end",
        ],
        WhyApart = [new(LawQuestions.Epochs, "the turn depends on weight decay and dropout, which laws fix differently")],
    };

    /// <summary>The epochs of the run from which more epochs raise the validation loss.</summary>
    public Answer<double> Turn(TotalParameters n, UniqueTokens unique, Regularisation regularisation)
    {
        var (epochs, equation) = regularisation switch
        {
            Regularisation.Decay => (DecayFactor * Math.Pow(unique.Count, PowerOfU) * Math.Pow(n.Count, PowerOfN), Decay),
            Regularisation.TunedDecay => (TunedFactor * Math.Pow(unique.Count, PowerOfU) * Math.Pow(n.Count, PowerOfN), Tuned),
            Regularisation.TunedDecayAndDropout =>
                (Math.Exp(DropoutLog) * Math.Pow(unique.Count, DropoutPowerOfU) * Math.Pow(n.Count, DropoutPowerOfN), Dropout),
            _ => throw new ArgumentOutOfRangeException(nameof(regularisation), regularisation, "not a regularisation"),
        };
        return Answer<double>.OfPositive(
            epochs,
            epochs,
            Info.Range.OfParameters(n.Count) with { Unique = UniqueTokensOfRuns.FactorOutside(unique.Count) },
            new(Info, equation, n.Count, unique.Count));
    }
}
