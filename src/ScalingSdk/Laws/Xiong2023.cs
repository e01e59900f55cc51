using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>Xiong et al. 2023, <i>Effective Long-Context Scaling of Foundation Models</i> (arXiv 2309.16039): the loss by the context. Experimental.</summary>
/// <remarks>Llama 2 of four sizes, trained on with long sequences; nothing between the sizes.</remarks>
public sealed class Xiong2023 : IScalingLaw
{
    private static readonly Symbol Context = new("c", "tokens of context");

    private static readonly Bounds Contexts = new(0, 32_768);

    private static readonly Curve[] Curves =
    [
        new(7, 25.4, 0.45, 1.56),
        new(13, 19.5, 0.48, 1.45),
        new(34, 17.7, 0.50, 1.41),
        new(70, 17.9, 0.51, 1.35),
    ];

    private Xiong2023() => Info = new()
    {
        Id = "xiong-2023",
        Paper = "Xiong et al. 2023, Effective Long-Context Scaling of Foundation Models",
        ArXiv = "2309.16039",
        ConstantSet = "xiong-2023 Llama 2 Long",
        Parameters = ParameterConvention.None,
        Range = LawRange.Any,
        OtherRanges = [new(Context, Contexts)],
        Answers = LawQuestions.Advice,
        Advises = "length of the context",
        Equations = [.. Curves.Select(static curve => curve.Loss)],
        Facts =
        [
            "doubling the context leaves 2^-beta, about 0.7 at 70B, of the loss above gamma",
            "400B tokens of continued pre-training of Llama 2, in sequences of 32,768 tokens (7B, 13B) or 16,384 (34B, 70B)",
        ],
        Caveats =
        [
            "experimental: constants from two transcriptions of the paper's figure 1, on a corpus of its own",
            "for Llama 2 trained on with long sequences: a model from scratch or of another size has other constants",
        ],
        Experimental = true,
    };

    /// <summary>The law.</summary>
    public static Xiong2023 Law { get; } = new();

    /// <inheritdoc/>
    public LawInfo Info { get; }

    /// <summary>The loss with a context of this many tokens, in nats per token.</summary>
    /// <param name="billions">Which Llama 2: 7, 13, 34 or 70.</param>
    /// <param name="context">The tokens of the context.</param>
    public Answer<PredictedLoss> Loss(int billions, double context) => Find(billions) is { } curve
        ? Answer<PredictedLoss>.Of(
            new(Math.Pow(curve.Alpha / context, curve.Beta) + curve.Gamma, Info.ConstantSet),
            new(1, Contexts.FactorOutside(context), 1),
            new(Info, curve.Loss, context))
        : Answer<PredictedLoss>.None("'xiong-2023' has Llama 2 of 7, 13, 34 and 70 billion parameters");

    /// <summary>What doubling the context leaves of the loss above its limit.</summary>
    /// <param name="billions">Which Llama 2: 7, 13, 34 or 70.</param>
    public double? LeftByDoubling(int billions) => Find(billions) is { } curve ? Math.Pow(2, -curve.Beta) : null;

    private static Curve? Find(int billions) => Array.Find(Curves, curve => curve.Billions == billions);

    private sealed record Curve(int Billions, double Alpha, double Beta, double Gamma)
    {
        public Equation Loss { get; } = new(
            FormattableString.Invariant($"{Billions}B"), Symbol.L, $"({Alpha:alpha}/c)^{Beta:beta} + {Gamma:gamma}", Context);
    }
}
