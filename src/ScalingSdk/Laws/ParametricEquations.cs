namespace ScalingSdk.Laws;

/// <summary>The equations of Hoffmann's parametric form (eqs. 2 and 4) with the constants of one law.</summary>
internal sealed class ParametricEquations
{
    /// <summary>The equations of these constants.</summary>
    /// <param name="form">The constants.</param>
    /// <param name="loss">The number of the loss in the paper of the law; empty for a fitted law.</param>
    /// <param name="optimum">The number of the optimum; empty for a fitted law.</param>
    /// <param name="logarithms">True where the law states the logarithms of E, A and B.</param>
    public ParametricEquations(ChinchillaForm form, string loss, string optimum, bool logarithms = false)
    {
        var (e, a, b, alpha, beta) = form;
        Loss = logarithms
            ? new(
                loss,
                Symbol.L,
                $"exp({Math.Log(e):ln_E}) + exp({Math.Log(a):ln_A})/N^{alpha:alpha} + exp({Math.Log(b):ln_B})/D^{beta:beta}",
                Symbol.N,
                Symbol.D)
            : new(loss, Symbol.L, $"{e:E} + {a:A}/N^{alpha:alpha} + {b:B}/D^{beta:beta}", Symbol.N, Symbol.D);
        OptimalParameters = new(
            optimum,
            Symbol.OptimalN,
            $"({alpha:alpha} {a:A} / ({beta:beta} {b:B}))^(1/({alpha:alpha} + {beta:beta})) (C/6)^({beta:beta}/({alpha:alpha} + {beta:beta}))",
            Symbol.C);
        OptimalTokens = new(
            optimum, Symbol.OptimalD, $"({beta:beta} {b:B} / ({alpha:alpha} {a:A}) N^{alpha:alpha})^(1/{beta:beta})", Symbol.N);
        TokensForLoss = Loss.SolvedFor(Symbol.D);
        ParametersOfTokens = OptimalTokens.SolvedFor(Symbol.N);
    }

    /// <summary>L(N, D) = E + A/N^alpha + B/D^beta.</summary>
    public Equation Loss { get; }

    /// <summary>N_opt(C).</summary>
    public Equation OptimalParameters { get; }

    /// <summary>D_opt(N).</summary>
    public Equation OptimalTokens { get; }

    /// <summary>The loss solved for D.</summary>
    public Derivation TokensForLoss { get; }

    /// <summary>D_opt(N) solved for N.</summary>
    public Derivation ParametersOfTokens { get; }

    /// <summary>The equations, the loss first.</summary>
    public IReadOnlyList<Equation> All => [Loss, OptimalParameters, OptimalTokens, BudgetEquations.SixND];
}
