using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>Gadre et al. 2024, <i>Language models scale reliably with over-training and on downstream tasks</i> (arXiv 2403.08540).</summary>
/// <remarks>The loss at M tokens per parameter, for each of three corpora; total parameters, C = 6 N D, nats per token on C4.</remarks>
public sealed class Gadre2024 : ILossLaw
{
    private static readonly Symbol M = new("M", "tokens per parameter");

    private readonly Equation _loss;
    private readonly Equation _optimum;
    private readonly Equation _price;
    private readonly double _a;
    private readonly double _b;
    private readonly double _eta;
    private readonly double _e;

    private Gadre2024(string id, string corpus, double a, double b, double eta, double e, string heldOut)
    {
        (_a, _b, _eta, _e) = (a, b, eta, e);
        _loss = new("", Symbol.L, $"{e:E} + ({a:a} M^{eta:eta} + {b:b} M^(-{eta:eta})) C^(-{eta:eta})", Symbol.C, M);
        _optimum = new("", M with { Name = "M_opt" }, $"({b:b}/{a:a})^(1/(2 {eta:eta}))");
        _price = new("", new("C/C_opt", ""), $"(({a:a} M^{eta:eta} + {b:b} M^(-{eta:eta})) / (2 sqrt({a:a} {b:b})))^(1/{eta:eta})", M);
        Info = new()
        {
            Id = id,
            Paper = "Gadre et al. 2024, Language models scale reliably with over-training and on downstream tasks",
            ArXiv = "2403.08540",
            ConstantSet = $"gadre-2024 {corpus}",
            Parameters = ParameterConvention.Active,
            Compute = ComputeConvention.SixND,
            Range = new LawRange(new Bounds(1.1e7, 6.9e9), Bounds.Any, Bounds.Any),
            OtherRanges = [new(M, new Bounds(5, 640))],
            Answers = LawQuestions.Loss,
            Equations = [_loss, _optimum, _price],
            Facts = ["M = D/N, C = 6 N D, eta = alpha/2 with alpha = beta"],
            Caveats =
            [
                "the constants are our fit of the authors' five small runs of this corpus; it agrees with the paper's rounded ones",
                $"{corpus}: one degree of freedom, so no interval; held out: {heldOut}",
                "losses of two corpora are never comparable",
            ],
        };
    }

    /// <summary>Tokens per parameter that the runs span.</summary>
    public static Bounds TokensPerParameter { get; } = new(5, 640);

    /// <summary>Trained on RedPajama: the set whose held-out runs are predicted best.</summary>
    public static Gadre2024 RedPajama { get; } = new(
        "gadre-2024", "RedPajama", 212.08, 366.36, 0.1364, 1.8362, "1.4B at M 640 within 0.8 %, 6.9B at M 20 within 0.8 %");

    /// <summary>Trained on C4.</summary>
    public static Gadre2024 C4 { get; } = new(
        "gadre-2024-c4", "C4", 141.13, 189.28, 0.1212, 1.5075, "1.4B at M 80 within 1.5 %, 6.9B at M 20 4.3 % too low");

    /// <summary>Trained on RefinedWeb.</summary>
    public static Gadre2024 RefinedWeb { get; } = new(
        "gadre-2024-refinedweb", "RefinedWeb", 157.13, 246.23, 0.1272, 1.7345, "1.4B at M 320 within 0.1 %, 6.9B at M 20 1.6 % too low");

    /// <summary>Every set of constants, in the order of the lists.</summary>
    internal static IReadOnlyList<Gadre2024> Sets { get; } = [RedPajama, C4, RefinedWeb];

    /// <inheritdoc/>
    public LawInfo Info { get; }

    /// <summary>The loss of a compute budget spent at M tokens per parameter.</summary>
    public Answer<PredictedLoss> Loss(TrainingFlops c, double tokensPerParameter)
    {
        if (!(c.Flops > 0 && tokensPerParameter > 0))
            return Answer<PredictedLoss>.None("compute and tokens per parameter must be above zero");
        var n = Math.Sqrt(c.Flops / (6 * tokensPerParameter));
        return Answer<PredictedLoss>.Of(
            new(At(c.Flops, tokensPerParameter), Info.ConstantSet),
            OfRun(n, tokensPerParameter),
            new(Info, _loss, c.Flops, tokensPerParameter));
    }

    /// <summary>The loss of a run.</summary>
    public Answer<PredictedLoss> Loss(ActiveParameters n, Tokens d) => n.Count > 0 && d.Count > 0
        ? Loss(new TrainingFlops(6 * n.Count * d.Count), d.Count / n.Count)
        : Answer<PredictedLoss>.None("parameters and tokens must be above zero");

    /// <summary>The tokens per parameter of the lowest loss, the same at every budget.</summary>
    public double OptimalTokensPerParameter => Math.Pow(_b / _a, 1 / (2 * _eta));

    /// <summary>How many times the compute of the best size a size at M takes for the same loss.</summary>
    public Answer<double> ComputeOverBest(double tokensPerParameter)
    {
        if (!(tokensPerParameter > 0))
            return Answer<double>.None("tokens per parameter must be above zero");
        var excess = Excess(tokensPerParameter) / (2 * Math.Sqrt(_a * _b));
        return Answer<double>.Of(
            Math.Pow(excess, 1 / _eta), new(1, TokensPerParameter.FactorOutside(tokensPerParameter), 1), new(Info, _price, tokensPerParameter));
    }

    /// <inheritdoc/>
    public Answer<PredictedLoss> Loss(ModelSize model, Tokens tokens) => Loss(model.Active, tokens);

    private double At(double flops, double m) => _e + (Excess(m) * Math.Pow(flops, -_eta));

    private double Excess(double m) => (_a * Math.Pow(m, _eta)) + (_b * Math.Pow(m, -_eta));

    // The runs bound tokens per parameter, not tokens: how far outside M lies is reported as tokens.
    private Extrapolation OfRun(double n, double m) =>
        new(Info.Range.Parameters.FactorOutside(n), TokensPerParameter.FactorOutside(m), 1);
}
