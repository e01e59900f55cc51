using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Laws;

/// <summary>Dey et al. 2025, <i>Don't be lazy: CompleteP enables compute-efficient deep transformers</i> (arXiv 2505.01618), with alpha = 1.</summary>
/// <remarks>How AdamW's settings follow width and depth, so that what a small model was tuned to holds for a wider and deeper one.</remarks>
public sealed class CompleteP2025 : IRecipeLaw
{
    private static readonly Symbol WidthRatio = new("m_N", "width over base width");
    private static readonly Symbol DepthRatio = new("m_L", "layers over base layers");
    private static readonly Symbol Width = new("d", "width");
    private static readonly Equation Ratio = new("", WidthRatio, $"d / d_base", Width, Width with { Name = "d_base" });
    private static readonly Equation Residual = new("", new("residual", ""), $"1 / m_L", DepthRatio);
    private static readonly Equation Rate = new("", new("rate", "times the base"), $"1 / m_N", WidthRatio);
    private static readonly Equation Decay = new("", new("decay", "times the base"), $"m_N", WidthRatio);
    private static readonly Equation HiddenEpsilon = new("", new("eps", "times the base"), $"1 / (m_N m_L)", WidthRatio, DepthRatio);

    private const int BaseWidth = 256;
    private const int BaseLayers = 2;

    private CompleteP2025()
    {
    }

    /// <summary>The law.</summary>
    public static CompleteP2025 Law { get; } = new();

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "completep-2025",
        Paper = "Dey et al. 2025, Don't be lazy: CompleteP enables compute-efficient deep transformers",
        ArXiv = "2505.01618",
        ConstantSet = "completep-2025 alpha 1",
        Parameters = ParameterConvention.None,
        Range = LawRange.Any,
        Answers = LawQuestions.Advice | LawQuestions.Recipe,
        Advises = "rates over width and depth",
        Equations = [Ratio, Residual, Rate, Decay, HiddenEpsilon],
        Facts =
        [
            "a residual branch is multiplied by 1/m_L; hidden weights take the rate over m_N and the decay times m_N; logits are multiplied by 1/m_N",
            "norms, biases and embeddings keep the rate; embeddings and head take Adam's eps over m_N",
            "12 to 34 % of the compute saved (claim of the authors)",
        ],
        Caveats =
        [
            "transfers width and depth, neither tokens nor batch",
            "without the factor on the residual branches the rate must change with the depth",
        ],
    };

    /// <inheritdoc/>
    /// <remarks>Factors on what was tuned at the base of the authors' repository, 2 layers of width 256: no rate of its own.</remarks>
    public Answer<TrainingRecipe> Recipe(RecipeQuestion question)
    {
        if (question is not { Width: { } width, Layers: { } layers })
            return Answer<TrainingRecipe>.None("'completep-2025' follows width and depth: state the model's shape");
        if (question is not { Tokens: { } tokens, Batch: { } batch })
            return Answer<TrainingRecipe>.None("'completep-2025' transfers neither tokens nor batch: state both");
        if (Transfer(BaseWidth, width, BaseLayers, layers) is not { HasValue: true, Value: var scaling })
            return Answer<TrainingRecipe>.None(Transfer(BaseWidth, width, BaseLayers, layers).WhyNone!);
        static string Text(double factor) => NumberText.Compact(factor);
        return Answer<TrainingRecipe>.Of(
            new TrainingRecipe
            {
                Optimizer = "adamw",
                Parametrization = "completep",
                Tokens = tokens,
                Batch = batch,
                Schedule = "that of the tuned base model",
                Notes =
                [
                    $"factors on what was tuned at {NumberText.Grouped(BaseLayers)} layers of width {NumberText.Grouped(BaseWidth)}, at equal tokens and batch",
                    $"hidden matrices: rate {Text(scaling.HiddenLearningRate)}, weight decay {Text(scaling.HiddenWeightDecay)}, Adam's eps {Text(scaling.HiddenEpsilon)}, initial variance {Text(1 / scaling.WidthRatio)}",
                    $"residual branches {Text(scaling.Residual)}, logits {Text(scaling.Logits)}; embeddings, output head and final norm: rate 1, eps {Text(scaling.OtherEpsilon)}; attention scores over the head's width",
                ],
            },
            Extrapolation.None,
            new(Info));
    }

    /// <summary>What a model takes from one tuned at a base width and depth.</summary>
    public Answer<CompletePScaling> Transfer(double baseWidth, double width, double baseLayers, double layers)
    {
        if (!Positive.Are(baseWidth, width, baseLayers, layers))
            return Answer<CompletePScaling>.None("widths and layers are positive finite numbers");
        var scaling = new CompletePScaling(width / baseWidth, layers / baseLayers);
        return Answer<CompletePScaling>.OfPositive(
            scaling.HiddenEpsilon, scaling, Extrapolation.None, new(Info, Ratio, width, baseWidth));
    }
}

/// <summary>Factors on the base model's settings at another width and depth.</summary>
/// <param name="WidthRatio">Width over base width, m_N.</param>
/// <param name="DepthRatio">Layers over base layers, m_L.</param>
public readonly record struct CompletePScaling(double WidthRatio, double DepthRatio)
{
    /// <summary>On each residual branch.</summary>
    public double Residual => 1 / DepthRatio;

    /// <summary>On the learning rate of hidden weights.</summary>
    public double HiddenLearningRate => 1 / WidthRatio;

    /// <summary>On the weight decay of hidden weights.</summary>
    public double HiddenWeightDecay => WidthRatio;

    /// <summary>On Adam's eps of hidden weights.</summary>
    public double HiddenEpsilon => 1 / (WidthRatio * DepthRatio);

    /// <summary>On Adam's eps of embeddings, head and final norm.</summary>
    public double OtherEpsilon => 1 / WidthRatio;

    /// <summary>On the logits.</summary>
    public double Logits => 1 / WidthRatio;
}
