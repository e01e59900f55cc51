using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>Tao et al. 2024, <i>Scaling Laws with Vocabulary: Larger Models Deserve Larger Vocabularies</i> (arXiv 2407.13623): its three methods.</summary>
/// <remarks>Parameters without the vocabulary, and the vocabulary's V d counted once; compute in FLOP.</remarks>
public sealed class Tao2024 : IScalingLaw
{
    private const double FlopsLog = -2.4846510161625193;
    private const double Method1Log = -1.589031299255507;
    private const double Method1Power = 0.4163622634135234;
    private const double Method2Factor = 3145728;
    private const double Method2Size = 33e6;
    private const double Method2Power = 0.8353974035228025;
    private const double Square = 0.00639222;
    private const double Slope = 0.15811069;
    private const double Intercept = 1.20470122;
    private const double LargestVocabulary = 200_000;

    private static readonly Symbol Vocabulary = new("V", "tokens of the vocabulary");
    private static readonly Symbol VocabularyParameters = new("N_v", "parameters");
    private static readonly Equation Flops = new("", Symbol.C, $"(N / exp({FlopsLog:k}))^2", Symbol.N);
    private static readonly Equation First = new("method 1", VocabularyParameters, $"exp({Method1Log:k}) C^{Method1Power:p}", Symbol.C);
    private static readonly Equation Second = new(
        "method 2", VocabularyParameters, $"{Method2Factor:k} (N/{Method2Size:N_0})^{Method2Power:p}", Symbol.N);

    private static readonly Derivation Third = TaoLoss.Equation.LeastBy(
        Vocabulary, "at a fixed compute", Symbol.N, Symbol.C, new("d", "width"));

    private static readonly Equation TokensPerCharacterOf = new(
        "", new("f", "tokens per character"), $"{Square:a} ln(V)^2 - {Slope:b} ln(V) + {Intercept:c}", Vocabulary);

    private Tao2024()
    {
    }

    /// <summary>The law.</summary>
    public static Tao2024 Law { get; } = new();

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "tao-2024",
        Paper = "Tao et al. 2024, Scaling Laws with Vocabulary: Larger Models Deserve Larger Vocabularies",
        ArXiv = "2407.13623",
        ConstantSet = "tao-2024 repository",
        Parameters = ParameterConvention.NonEmbedding,
        Compute = ComputeConvention.SixND,
        Range = new LawRange(new Bounds(3.3e7, 1.13e9), Bounds.Any, new Bounds(1.56e17, 1.84e20)),
        OtherRanges = [new(Vocabulary, new Bounds(4096, 96_256))],
        Answers = LawQuestions.Vocabulary,
        Equations = [Flops, First, Second, TaoLoss.Equation, TokensPerCharacterOf],
        Facts = ["for 7B parameters without vocabulary the three methods give 62,280, 67,450 and 59,547 tokens"],
        Caveats =
        [
            "off by a factor of 2 on 25 of 44 published models: a line of a plan, never a rule",
            "its loss is normalised by the unigram loss, not comparable with nats per token, and was fitted with tokens from f(V/1000) where f takes the vocabulary: the run of 3.6B characters with 4,096 of vocabulary has -3.94, the law -3.83 with D of f(V/1000)",
            "fitted on vocabularies of 4,096 to 96,256 and up to 1.13B parameters",
        ],
    };

    /// <summary>The compute that the paper pairs with a size.</summary>
    public Answer<TrainingFlops> ComputeOf(NonEmbeddingParameters n) => Answer<TrainingFlops>.Of(
        new(Math.Pow(n.Count / Math.Exp(FlopsLog), 2)), Info.Range.OfParameters(n.Count), new(Info, Flops, n.Count));

    /// <summary>The vocabulary's parameters by method 1, iso-FLOP profiles; divide by the width for the vocabulary.</summary>
    public Answer<double> VocabularyByProfiles(TrainingFlops compute) => Answer<double>.Of(
        Math.Exp(Method1Log) * Math.Pow(compute.Flops, Method1Power), Info.Range.OfCompute(compute.Flops), new(Info, First, compute.Flops));

    /// <summary>The vocabulary's parameters by method 2, the derivative.</summary>
    public Answer<double> VocabularyByDerivative(NonEmbeddingParameters n) => Answer<double>.Of(
        Method2Factor * Math.Pow(n.Count / Method2Size, Method2Power), Info.Range.OfParameters(n.Count), new(Info, Second, n.Count));

    /// <summary>The vocabulary by method 3, the parametric loss: any compute, so over-trained runs too.</summary>
    public Answer<double> VocabularyByLoss(NonEmbeddingParameters n, TrainingFlops compute, double width) => Positive.Are(n.Count, compute.Flops, width)
        ? Answer<double>.Of(
            TaoLoss.BestVocabulary(n.Count, compute.Flops, width), Info.Range.OfParameters(n.Count), new(Info, Third, n.Count, compute.Flops, width))
        : Answer<double>.None("parameters, compute and width are positive finite numbers");

    /// <summary>The tokens of one character of text (constant above 200,000).</summary>
    public Answer<double> TokensPerCharacter(double vocabulary)
    {
        var v = Math.Min(vocabulary, LargestVocabulary);
        var log = Math.Log(v);
        return Answer<double>.Of(
            (Square * log * log) - (Slope * log) + Intercept, LawRange.Any.OfParameters(vocabulary), new(Info, TokensPerCharacterOf, v));
    }
}
