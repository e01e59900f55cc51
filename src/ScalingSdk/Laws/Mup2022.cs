using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>Yang et al. 2022, <i>Tensor Programs V: Tuning Large Neural Networks via Zero-Shot Hyperparameter Transfer</i> (arXiv 2203.03466).</summary>
/// <remarks>How Adam's learning rates and the initialisation follow the width, so that what a narrow model was tuned to holds for a wide one.</remarks>
public sealed class Mup2022 : IScalingLaw
{
    private const string NoWidth = "a width is a positive finite number";

    private static readonly Symbol BaseWidth = new("d_base", "width");
    private static readonly Symbol Width = new("d", "width");
    private static readonly Equation Rate = new("", Symbol.Rate, $"eta_base d_base / d", new Symbol("eta_base", ""), BaseWidth, Width);
    private static readonly Equation Ratio = new("", new("factor", ""), $"d_base / d", BaseWidth, Width);

    private Mup2022()
    {
    }

    /// <summary>The law.</summary>
    public static Mup2022 Law { get; } = new();

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "mup-2022",
        Paper = "Yang et al. 2022, Tensor Programs V: Tuning Large Neural Networks via Zero-Shot Hyperparameter Transfer",
        ArXiv = "2203.03466",
        ConstantSet = "mup-2022 Adam",
        Parameters = ParameterConvention.None,
        Range = new LawRange(new Bounds(4e7, 6.7e9), Bounds.Any, Bounds.Any),
        Answers = LawQuestions.Advice,
        Advises = "rates over widths",
        Equations = [Rate, Ratio],
        Facts =
        [
            "Adam: the rate of hidden and output matrices takes the factor, that of the input embedding does not",
            "initial variance: hidden as 1/fan_in, output as 1/fan_in^2",
            "a proxy of 40M parameters tuned GPT-3 6.7B at 7 % of its pre-training cost",
        ],
        Caveats =
        [
            "transfers across width; across depth, batch and horizon only approximately: the rate must still fall with the tokens",
            "the base model must itself be parametrised this way; a rate tuned under the standard one does not transfer",
        ],
    };

    /// <summary>What a model of this width takes from one tuned at the base width.</summary>
    public Answer<MupScaling> Transfer(double baseWidth, double width)
    {
        if (!Positive.Are(baseWidth, width))
            return Answer<MupScaling>.None(NoWidth);
        var scaling = new MupScaling(baseWidth / width);
        return Answer<MupScaling>.OfPositive(scaling.OutputVariance, scaling, Extrapolation.None, new(Info, Ratio, baseWidth, width));
    }

    /// <summary>The learning rate of hidden and output matrices at this width.</summary>
    public Answer<double> LearningRate(double baseRate, double baseWidth, double width)
    {
        if (!Positive.Are(baseWidth, width))
            return Answer<double>.None(NoWidth);
        if (!Positive.Is(baseRate))
            return Answer<double>.None("a learning rate is a positive finite number");
        var rate = baseRate * new MupScaling(baseWidth / width).HiddenLearningRate;
        return Answer<double>.OfPositive(rate, rate, Extrapolation.None, new(Info, Rate, baseRate, baseWidth, width));
    }
}

/// <summary>Factors on the base model's settings at another width.</summary>
/// <param name="BaseOverWidth">The base width over the width.</param>
public readonly record struct MupScaling(double BaseOverWidth)
{
    /// <summary>On the learning rate of hidden and output matrices.</summary>
    public double HiddenLearningRate => BaseOverWidth;

    /// <summary>On the learning rate of the input embedding.</summary>
    public double EmbeddingLearningRate => 1;

    /// <summary>On the initial variance of hidden matrices.</summary>
    public double HiddenVariance => BaseOverWidth;

    /// <summary>On the initial variance of the output matrix.</summary>
    public double OutputVariance => BaseOverWidth * BaseOverWidth;
}
