using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>Tay et al. 2021, <i>Scale Efficiently: Insights from Pre-training and Fine-tuning Transformers</i> (arXiv 2109.10686).</summary>
/// <remarks>Advice on shape from encoder-decoder models that were fine-tuned: facts of the paper, no equation, and never more than a remark.</remarks>
public sealed class Tay2021 : IScalingLaw
{
    private Tay2021()
    {
    }

    /// <summary>The law.</summary>
    public static Tay2021 Law { get; } = new();

    /// <summary>The layers at which the gain of more depth converges.</summary>
    public static Bounds DepthConverges { get; } = new(32, 36);

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "tay-2021",
        Paper = "Tay et al. 2021, Scale Efficiently: Insights from Pre-training and Fine-tuning Transformers",
        ArXiv = "2109.10686",
        ConstantSet = "tay-2021 advice",
        Parameters = ParameterConvention.None,
        Range = new LawRange(new Bounds(5e6, 3e10), Bounds.Any, Bounds.Any),
        Answers = LawQuestions.Advice,
        Advises = "depth before width",
        Equations = [],
        Facts =
        [
            "increase depth before any uniform scaling of other dimensions (DeepNarrow)",
            "whatever the size, the relative gain of more layers converges at 32 to 36",
            "upstream loss tracks size and not shape; quality after fine-tuning depends on shape",
            "redesigned models reach the quality of T5-base with 50 % fewer parameters and train 40 % faster (abstract)",
        ],
        Caveats =
        [
            "evidence from T5, an encoder-decoder, after fine-tuning: decoders trained for perplexity may differ",
            "deep models cost latency and, in a pipeline, bubbles",
        ],
    };

    /// <summary>What the paper says of a model with this many layers.</summary>
    public Answer<DepthAdvice> Depth(int layers) => layers < 1
        ? Answer<DepthAdvice>.None("a model has at least 1 layer")
        : Answer<DepthAdvice>.Of(
            layers < DepthConverges.Least ? DepthAdvice.LayersBeforeWidth
            : layers <= DepthConverges.Most ? DepthAdvice.Converging
            : DepthAdvice.Diminished,
            Extrapolation.None,
            new(Info));
}

/// <summary>What more layers bring, compared with more width.</summary>
public enum DepthAdvice
{
    /// <summary>Below 32 layers: consider adding layers before width.</summary>
    LayersBeforeWidth,

    /// <summary>32 to 36 layers: the gain of depth converges.</summary>
    Converging,

    /// <summary>Above 36 layers: the gain of depth has diminished.</summary>
    Diminished,
}
