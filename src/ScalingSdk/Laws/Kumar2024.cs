using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>Kumar et al. 2024, <i>Scaling Laws for Precision</i> (arXiv 2411.04330). Experimental.</summary>
/// <remarks>
/// The parameters that a model trained at low precision is worth, and what quantising after training costs. The authors say that
/// their coefficients are not meant to be used elsewhere. No loss: two of its constants could not be verified.
/// </remarks>
public sealed class Kumar2024 : IScalingLaw
{
    private const string NoBits = "a precision is above zero bits";

    private Kumar2024()
    {
    }

    /// <summary>The law.</summary>
    public static Kumar2024 Law { get; } = new();

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "kumar-2024",
        Paper = "Kumar et al. 2024, Scaling Laws for Precision",
        ArXiv = "2411.04330",
        ConstantSet = "kumar-2024 precision",
        Parameters = ParameterConvention.Active,
        Range = new LawRange(new Bounds(0, 1.7e9), new Bounds(0, 2.6e10), Bounds.Any),
        Answers = LawQuestions.EffectiveSize,
        Equations = Equation.OfProse(
            "N_eff = N (1 - e^(-P_w/2.6745)) (1 - e^(-P_a/2.2102)) (1 - e^(-P_kv/0.9578)), P in bits",
            "delta_PTQ = 0.0598 D^0.5068 / N^0.3439 e^(-P_post/0.5907) nats per token"),
        Facts = ["the longer a model was trained, the more quantising it afterwards hurts"],
        Caveats =
        [
            "experimental: the authors disclaim their coefficients outside their own runs",
            "use it for the direction alone",
            "whether N counts embeddings was not verified, nor were the upper ends of the range",
        ],
        Experimental = true,
    };

    /// <summary>The parameters that a model trained at these precisions, in bits, is worth.</summary>
    public Answer<ActiveParameters> EffectiveParameters(ActiveParameters n, TrainingPrecision precision) =>
        precision.Weights > 0 && precision.Activations > 0 && precision.KeyValueCache > 0
            ? Answer<ActiveParameters>.Of(
                new(n.Count * Kept(precision.Weights, 2.6745) * Kept(precision.Activations, 2.2102) * Kept(precision.KeyValueCache, 0.9578)),
                Info.Range.OfParameters(n.Count))
            : Answer<ActiveParameters>.None(NoBits);

    /// <summary>The share of the parameters that weights of this many bits are worth, all else in full precision.</summary>
    public Answer<double> WeightRetention(double bits) => bits > 0
        ? Answer<double>.Of(Kept(bits, 2.6745), Extrapolation.None)
        : Answer<double>.None(NoBits);

    /// <summary>How much the loss rises, in nats per token, when the trained weights are quantised to this many bits.</summary>
    public Answer<double> QuantisationDamage(ActiveParameters n, Tokens d, double bits) => bits > 0 && n.Count > 0
        ? Answer<double>.Of(
            0.0598 * Math.Pow(d.Count, 0.5068) / Math.Pow(n.Count, 0.3439) * Math.Exp(-bits / 0.5907),
            Info.Range.OfRun(n.Count, d.Count))
        : Answer<double>.None("parameters and bits must be above zero");

    private static double Kept(double bits, double gamma) => 1 - Math.Exp(-bits / gamma);
}

/// <summary>Bits of weights, activations and key-value cache during training.</summary>
public readonly record struct TrainingPrecision(double Weights, double Activations, double KeyValueCache);
