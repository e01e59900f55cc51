using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>Kumar et al. 2024, <i>Scaling Laws for Precision</i> (arXiv 2411.04330). Experimental.</summary>
/// <remarks>
/// The parameters that a model trained at low precision is worth, and what quantising after training costs. The authors say that
/// their coefficients are not meant to be used elsewhere. No loss: two of its constants could not be verified.
/// </remarks>
public sealed class Kumar2024 : IScalingLaw
{
    private const double WeightBits = 2.6745;
    private const double ActivationBits = 2.2102;
    private const double CacheBits = 0.9578;
    private const double DamageFactor = 0.0598;
    private const double DamagePowerOfD = 0.5068;
    private const double DamagePowerOfN = 0.3439;
    private const double DamageBits = 0.5907;

    private static readonly Symbol BitsOfWeights = new("P_w", "bits");

    private static readonly Equation Effective = new(
        "",
        new("N_eff", "parameters"),
        $"N (1 - exp(-P_w/{WeightBits:gamma_w})) (1 - exp(-P_a/{ActivationBits:gamma_a})) (1 - exp(-P_kv/{CacheBits:gamma_kv}))",
        Symbol.N,
        BitsOfWeights,
        new Symbol("P_a", "bits"),
        new Symbol("P_kv", "bits"));

    private static readonly Equation Retention = new("", new("N_eff/N", ""), $"1 - exp(-P_w/{WeightBits:gamma_w})", BitsOfWeights);

    private static readonly Equation Damage = new(
        "",
        new("delta_PTQ", "nats per token"),
        $"{DamageFactor:C_T} D^{DamagePowerOfD:gamma_D} / N^{DamagePowerOfN:gamma_N} exp(-P_post/{DamageBits:gamma_post})",
        Symbol.N,
        Symbol.D,
        new Symbol("P_post", "bits"));

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
        Equations = [Effective, Retention, Damage],
        Facts = ["the longer a model was trained, the more quantising it afterwards hurts"],
        Caveats =
        [
            "experimental: the authors disclaim their coefficients outside their own runs",
            "use only its direction",
            "delta_PTQ is of weights trained in 16 bits: a fuller transcription has N_eff for N and a factor prod(1 - e^(-C_x (P_x - P_post))), which is 1 there and 0 for weights trained in as few bits; its C_x were not found",
            "whether N counts embeddings was not verified, nor were the upper ends of the range",
        ],
        Experimental = true,
    };

    /// <summary>The parameters that a model trained at these precisions, in bits, is worth.</summary>
    public Answer<ActiveParameters> EffectiveParameters(ActiveParameters n, TrainingPrecision precision) =>
        precision.Weights > 0 && precision.Activations > 0 && precision.KeyValueCache > 0
            ? Answer<ActiveParameters>.Of(
                new(n.Count * Kept(precision.Weights, WeightBits) * Kept(precision.Activations, ActivationBits) * Kept(precision.KeyValueCache, CacheBits)),
                Info.Range.OfParameters(n.Count),
                new(Info, Effective, n.Count, precision.Weights, precision.Activations, precision.KeyValueCache))
            : Answer<ActiveParameters>.None(NoBits);

    /// <summary>The share of the parameters that weights of this many bits are worth, everything else in full precision.</summary>
    public Answer<double> WeightRetention(double bits) => bits > 0
        ? Answer<double>.Of(Kept(bits, WeightBits), Extrapolation.None, new(Info, Retention, bits))
        : Answer<double>.None(NoBits);

    /// <summary>How much the loss rises, in nats per token, when the trained weights are quantised to this many bits.</summary>
    public Answer<double> QuantisationDamage(ActiveParameters n, Tokens d, double bits) => bits > 0 && n.Count > 0
        ? Answer<double>.Of(
            DamageFactor * Math.Pow(d.Count, DamagePowerOfD) / Math.Pow(n.Count, DamagePowerOfN) * Math.Exp(-bits / DamageBits),
            Info.Range.OfRun(n.Count, d.Count),
            new(Info, Damage, n.Count, d.Count, bits))
        : Answer<double>.None("parameters and bits must be above zero");

    private static double Kept(double bits, double gamma) => 1 - Math.Exp(-bits / gamma);
}

/// <summary>Bits of weights, activations and key-value cache during training.</summary>
public readonly record struct TrainingPrecision(double Weights, double Activations, double KeyValueCache);
