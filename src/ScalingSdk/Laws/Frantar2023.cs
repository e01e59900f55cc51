using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>Frantar et al. 2023, <i>Scaling Laws for Sparsely-Connected Foundation Models</i> (arXiv 2309.08520). Experimental.</summary>
/// <remarks>The loss of a model whose weights are pruned while it trains, T5 on C4; N counts the weights that are not zero.</remarks>
public sealed class Frantar2023 : IScalingLaw
{
    private const double SparseFactor = 16.8;
    private const double SparsePower = 0.722;
    private const double DenseFactor = 45.0;
    private const double SizePower = 0.245;
    private const double Data = 6.90e8;
    private const double DataPower = 0.203;
    private const double Floor = 0.651;

    private static readonly Symbol Sparsity = new("S", "share of zeros");

    private static readonly Equation LossOfRun = new(
        "",
        Symbol.L,
        $"({SparseFactor:a_S} (1 - S)^{SparsePower:b_S} + {DenseFactor:c_S}) / N^{SizePower:b_N} + ({Data:a_D}/D)^{DataPower:b_D} + {Floor:c}",
        Symbol.N,
        Symbol.D,
        Sparsity);

    private static readonly Equation Worth = new(
        "",
        new("N_dense/N", ""),
        $"(({SparseFactor:a_S} + {DenseFactor:c_S}) / ({SparseFactor:a_S} (1 - S)^{SparsePower:b_S} + {DenseFactor:c_S}))^(1/{SizePower:b_N})",
        Sparsity);

    private static readonly Bounds Sparsities = new(0, 0.875);

    private const string NoSparsity = "the share of zeros is at least 0 and below 1";

    private Frantar2023()
    {
    }

    /// <summary>The law.</summary>
    public static Frantar2023 Law { get; } = new();

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "frantar-2023",
        Paper = "Frantar et al. 2023, Scaling Laws for Sparsely-Connected Foundation Models",
        ArXiv = "2309.08520",
        ConstantSet = "frantar-2023 T5 C4",
        Parameters = ParameterConvention.Active,
        Range = new LawRange(new Bounds(0, 8.5e7), Bounds.Any, Bounds.Any),
        OtherRanges = [new(Sparsity, Sparsities)],
        MayBeZero = [Sparsity.Name],
        WhyNoneAt = static at => at.TryGetValue(Sparsity.Name, out var share) && !(share < 1) ? NoSparsity : null,
        Answers = LawQuestions.EffectiveSize,
        Equations = [LossOfRun, Worth],
        Facts = ["at 75 % zeros the weights that are left are worth 2.16 times as many of a dense model"],
        Caveats =
        [
            "experimental: constants from one transcription; fitted to at most 85M weights that are not zero, checked up to 2.3B at 75 % zeros",
            "N counts the weights that are not zero, of an encoder-decoder that was pruned while it trained",
            "the zeros cost compute and memory unless the hardware skips them",
        ],
        Experimental = true,
    };

    /// <summary>The loss of a pruned model with this many weights that are not zero, in nats per token.</summary>
    public Answer<PredictedLoss> Loss(ActiveParameters nonZero, Tokens d, double sparsity) => sparsity is >= 0 and < 1
        ? Answer<PredictedLoss>.Of(
            new((Factor(sparsity) / Math.Pow(nonZero.Count, SizePower)) + Math.Pow(Data / d.Count, DataPower) + Floor, Info.ConstantSet),
            Info.Range.OfRun(nonZero.Count, d.Count),
            new(Info, LossOfRun, nonZero.Count, d.Count, sparsity))
        : Answer<PredictedLoss>.None(NoSparsity);

    /// <summary>How many weights of a dense model one that is not zero is worth.</summary>
    public Answer<double> DenseMultiple(double sparsity) => sparsity is >= 0 and < 1
        ? Answer<double>.Of(Math.Pow((SparseFactor + DenseFactor) / Factor(sparsity), 1 / SizePower), Extrapolation.None, new(Info, Worth, sparsity))
        : Answer<double>.None(NoSparsity);

    private static double Factor(double sparsity) => (SparseFactor * Math.Pow(1 - sparsity, SparsePower)) + DenseFactor;
}
