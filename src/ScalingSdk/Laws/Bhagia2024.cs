using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>Bhagia et al. 2024, <i>Establishing Task Scaling Laws via Compute-Efficient Model Ladders</i> (arXiv 2412.04403): one task of the OLMo recipe.</summary>
/// <remarks>
/// Non-embedding parameters and tokens to the task loss in bits per byte of the correct answer, and from that to the accuracy in rank
/// classification, 5-shot. The five tasks whose predictions of 7B and 13B models were right within 5 %.
/// </remarks>
public sealed class Bhagia2024 : IScalingLaw
{
    private readonly LadderTask _task;
    private readonly Equation _loss;
    private readonly Equation _accuracy;

    private Bhagia2024(string id, string name, string error, LadderTask task)
    {
        _task = task;
        Error = error;
        var (a, b, alpha, beta, e, p, middle, k, q) = task;
        var loss = new Symbol("L_task", "bits per byte");
        _loss = new("", loss, $"{a:A}/N^{alpha:a} + {b:B}/D^{beta:b} + {e:E}", Symbol.N, Symbol.D);
        _accuracy = new("", new("accuracy", ""), $"{p:p} / (1 + exp(-{k:k} (L_task - {middle:L_0}))) + {q:q}", loss);
        Info = new()
        {
            Id = id,
            Paper = "Bhagia et al. 2024, Establishing Task Scaling Laws via Compute-Efficient Model Ladders",
            ArXiv = "2412.04403",
            ConstantSet = $"bhagia-2024 {name}",
            Parameters = ParameterConvention.NonEmbedding,
            Range = new LawRange(new Bounds(1.9e8, 1.3e9), new Bounds(3.8e9, 2.6e11), Bounds.Any),
            Answers = LawQuestions.Downstream,
            Equations = [_loss, _accuracy],
            Facts = [$"{name}: {error} of OLMo 2 7B on 4T and 13B on 5T tokens"],
            Caveats =
            [
                "holds for the OLMo recipe alone: another corpus has another task loss",
                "rank classification, 5-shot; not multiple choice",
                "the constants of a fit move together: never round them",
            ],
        };
    }

    /// <summary>MMLU.</summary>
    public static Bhagia2024 Mmlu { get; } = new("bhagia-2024", "MMLU", "relative error 1.3 and 0.7 %",
        new(38.070, 100.092, 0.22622, 0.23608, 0.45409, -0.74206, 0.61595, 4.83339, 1));

    /// <summary>HellaSwag.</summary>
    public static Bhagia2024 HellaSwag { get; } = new("bhagia-2024-hellaswag", "HellaSwag", "relative error 1.4 and 2.5 %",
        new(11.2313, 60.3687, 0.19554, 0.25650, 0.50191, -0.73011, 0.76674, 12.74171, 0.99210));

    /// <summary>PIQA.</summary>
    public static Bhagia2024 Piqa { get; } = new("bhagia-2024-piqa", "PIQA", "relative error 1.0 and 1.1 %",
        new(405.660, 10.1591, 0.39784, 0.15328, 0.72170, -0.45856, 0.96302, 5.03296, 1));

    /// <summary>CommonsenseQA.</summary>
    public static Bhagia2024 CommonsenseQa { get; } = new("bhagia-2024-csqa", "CommonsenseQA", "relative error 4.2 and 4.7 %",
        new(56.8553, 10.9066, 0.23499, 0.11108, 0, -0.85555, 1.13131, 2.20852, 1));

    /// <summary>Social IQa.</summary>
    public static Bhagia2024 SocialIqa { get; } = new("bhagia-2024-socialiqa", "Social IQa", "relative error 2.0 and 2.7 %",
        new(1200.94, 7897.19, 0.44731, 0.47676, 0.94892, -0.59853, 0.89381, 7.16437, 0.99947));

    /// <summary>Every set of constants, in the order of the lists.</summary>
    internal static IReadOnlyList<Bhagia2024> Sets { get; } = [Mmlu, HellaSwag, Piqa, CommonsenseQa, SocialIqa];

    /// <summary>How far the predictions of 7B and 13B models were off.</summary>
    public string Error { get; }

    /// <inheritdoc/>
    public LawInfo Info { get; }

    /// <summary>The task loss in bits per byte of the correct answer.</summary>
    public Answer<double> TaskLoss(NonEmbeddingParameters n, Tokens d) => Answer<double>.Of(
        _task.Loss(n.Count, d.Count), Info.Range.OfRun(n.Count, d.Count), new(Info, _loss, n.Count, d.Count));

    /// <summary>The accuracy on the task, from 0 to 1.</summary>
    public Answer<double> Accuracy(NonEmbeddingParameters n, Tokens d)
    {
        var loss = _task.Loss(n.Count, d.Count);
        return Answer<double>.Of(_task.Accuracy(loss), Info.Range.OfRun(n.Count, d.Count), new(Info, _accuracy, loss));
    }
}

// A and B over powers of N and D; p, L0, k and q of the sigmoid.
internal readonly record struct LadderTask(
    double A, double B, double Alpha, double Beta, double E, double P, double Middle, double K, double Q)
{
    public double Loss(double n, double d) => (A / Math.Pow(n, Alpha)) + (B / Math.Pow(d, Beta)) + E;

    public double Accuracy(double loss) => (P / (1 + Math.Exp(-K * (loss - Middle)))) + Q;
}
