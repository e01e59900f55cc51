using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>Li et al. 2025, <i>Farseer: A Refined Scaling Law in Large Language Models</i> (arXiv 2506.10972), with every digit of its constants.</summary>
/// <remarks>
/// Non-embedding parameters and tokens of dense models. The loss is not in nats per token: it orders runs, and its optimum splits compute.
/// </remarks>
public sealed class Farseer2025 : IAllocationOpinion
{
    private const double S = -0.062465473;
    private const double PowerS = 0.13;
    private const double FloorS = 0.1284880679442551;
    private const double B = 230.73437075885855;
    private const double PowerB = -0.1729;
    private const double Q = -1.544209554;
    private const double A = -1.665630816;
    private const double PowerA = 0.0459;
    private const double E = 3.133347198805445;

    private static readonly Equation Relative = new(
        "",
        new("L", "own unit"),
        $"exp({S:s} N^{PowerS:q} + {FloorS:S}) + exp({B:B} N^{PowerB:b} + {Q:Q}) D^(-exp({A:A} N^{PowerA:a} + {E:E}))",
        Symbol.N,
        Symbol.D);

    private static readonly Derivation Optimum = Relative.LeastBy(Symbol.N, "on C = 6 N D", Symbol.C);

    // Where the law was looked at: beyond, its double exponents run away.
    private static readonly Bounds Asked = new(1e18, 1e25);

    private Farseer2025()
    {
    }

    /// <summary>The law.</summary>
    public static Farseer2025 Law { get; } = new();

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "farseer-2025",
        Paper = "Li et al. 2025, Farseer: A Refined Scaling Law in Large Language Models",
        ArXiv = "2506.10972",
        ConstantSet = "farseer-2025 full digits",
        Parameters = ParameterConvention.NonEmbeddingWeights,
        Compute = ComputeConvention.SixND,
        Range = new LawRange(new Bounds(9.96e7, 2.51e10), new Bounds(1e9, 5.12e11), Bounds.Any),
        Answers = LawQuestions.Advice,
        Advises = "allocation beside others",
        Equations = [Relative, BudgetEquations.SixND],
        Facts = ["reproduces the 411 published runs with an error of 0.34 % (root mean square), on the runs that it was fitted to"],
        WhyApart = [new(LawQuestions.Allocation, "its best tokens per parameter rise with compute, beyond the tokens of its runs above 1e22 FLOP")],
        Caveats =
        [
            "the rounded constants in circulation must not be used: they are 2.4 % low on average, and their best size grows without limit",
            "its loss has a unit of its own: compare it only with itself",
            "above 1e22 FLOP its best tokens lie beyond the runs, and tokens per parameter rise from 41 to 224 at 1e24",
        ],
    };

    /// <summary>The loss in the law's own unit, which is not nats per token.</summary>
    public Answer<double> RelativeLoss(NonEmbeddingWeights n, Tokens d) => Answer<double>.Of(
        At(n.Count, d.Count), Info.Range.OfRun(n.Count, d.Count), new(Info, Relative, n.Count, d.Count));

    /// <summary>The best run for a budget, by search.</summary>
    public Answer<OptimalRun> Allocate(TrainingFlops compute)
    {
        if (!Positive.Is(compute.Flops))
            return Answer<OptimalRun>.None("a budget is a positive finite number of FLOP");
        if (Asked.FactorOutside(compute.Flops) > 1)
            return Answer<OptimalRun>.None("'farseer-2025' gives no best run below 1e18 or above 1e25 FLOP");
        var n = Math.Exp(Roots.OfFalling(new Slope(compute.Flops / 6), Math.Log(1e6), Math.Log(1e13)));
        var d = compute.Flops / (6 * n);
        return Answer<OptimalRun>.Of(
            new(n, Info.Parameters, new(d)), Info.Range.OfOptimum(compute.Flops, n, d), new(Info, Optimum, compute.Flops));
    }

    /// <inheritdoc/>
    public Answer<OptimalRun> Beside(ModelSize model, Tokens tokens) => model.IsRouted
        ? Answer<OptimalRun>.None("'farseer-2025' was measured on dense models")
        : Allocate(new(6 * model.Weights.Count * tokens.Count));

    private static double At(double n, double d) => Math.Exp((S * Math.Pow(n, PowerS)) + FloorS) + Rest(n, d);

    private static double Rest(double n, double d) => Rest(d, Math.Pow(n, PowerB), Power(Math.Pow(n, PowerA)));

    private static double Rest(double d, double ofB, double power) => Math.Exp((B * ofB) + Q) * Math.Pow(d, -power);

    private static double Power(double ofA) => Math.Exp((A * ofA) + E);

    // -dL / d ln N on N D = constant: positive while more parameters help.
    private readonly struct Slope(double product) : IFunction
    {
        public double At(double logParameters)
        {
            var n = Math.Exp(logParameters);
            var d = product / n;
            var (ofS, ofA, ofB) = (Math.Pow(n, PowerS), Math.Pow(n, PowerA), Math.Pow(n, PowerB));
            var floor = Math.Exp((S * ofS) + FloorS) * S * PowerS * ofS;
            var power = Power(ofA);
            var rest = Rest(d, ofB, power) * ((B * PowerB * ofB) - (power * A * PowerA * ofA * Math.Log(d)) + power);
            return -(floor + rest);
        }
    }
}
