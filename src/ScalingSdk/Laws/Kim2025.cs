using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>Kim et al. 2025, <i>Pre-training under infinite compute</i> (arXiv 2509.14786): what regularisation reaches on 209.7M tokens.</summary>
public sealed class Kim2025 : IScalingLaw
{
    private const double Factor = 0.05;
    private const double Power = 1.02;
    private const double Floor = 3.43;

    private static readonly Equation Asymptote = new(
        "", Symbol.L, $"{Floor:E} + {Factor:A} / (N/{1e9:unit})^{Power:alpha}", Symbol.N);

    private Kim2025()
    {
    }

    /// <summary>The law.</summary>
    public static Kim2025 Law { get; } = new();

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "kim-2025",
        Paper = "Kim et al. 2025, Pre-training under infinite compute",
        ArXiv = "2509.14786",
        ConstantSet = "kim-2025 209.7M tokens of DCLM",
        Parameters = ParameterConvention.Total,
        Range = new LawRange(new Bounds(1.5e8, 1.4e9), Bounds.Any, Bounds.Any),
        Answers = LawQuestions.Advice,
        Advises = "what regularisation and ensembles gain",
        Equations = [Asymptote],
        Facts =
        [
            "in the limit of size: 3.43 with tuned decay, 3.34 for an ensemble of 300M models, 3.17 for size and members without limit, 3.75 for the standard recipe",
            "data efficiency: 2.3 times by regularisation, 5.2 times with ensembles",
            "an ensemble of eight 300M models distilled into one of 300M reaches 3.36; self-distillation 3.44 from 3.71",
        ],
        Caveats =
        [
            "for 209,715,200 unique tokens of one corpus, with the best regularisation for each run: not for another number of tokens",
            "constants rounded to one or two digits: right within 0.05",
        ],
    };

    /// <summary>The loss of the best regularised run on 209.7M unique tokens, in nats per token.</summary>
    public Answer<PredictedLoss> Loss(TotalParameters n) => Answer<PredictedLoss>.Of(
        new(Floor + (Factor / Math.Pow(n.Count / 1e9, Power)), Info.ConstantSet), Info.Range.OfParameters(n.Count), new(Info, Asymptote, n.Count));
}
