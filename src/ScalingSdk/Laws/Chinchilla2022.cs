using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>Hoffmann et al. 2022, <i>Training Compute-Optimal Large Language Models</i> (arXiv 2203.15556): its three approaches.</summary>
/// <remarks>
/// Total parameters with embeddings, fresh tokens (less than one epoch), FLOP as 6 N D, nats per token. More than 400 models of 44M
/// to 16B parameters and 5B to 500B tokens. The rule of 20 tokens per parameter comes from approaches 1 and 2.
/// </remarks>
public static class Chinchilla2022
{
    /// <summary>Approach 1, the minimum over training curves: a power law through Table 3.</summary>
    public static PowerAllocationLaw Approach1 { get; } = Regressed(
        "chinchilla-a1", "Table 3", coefficient: 0.099159, exponent: 0.49810, tokensLog10: 1.24079, tokensExponent: 1.00753);

    /// <summary>Approach 2, isoFLOP profiles: a power law through Table A3.</summary>
    public static PowerAllocationLaw Approach2 { get; } = Regressed(
        "chinchilla-a2", "Table A3", coefficient: 0.14488, exponent: 0.48994, tokensLog10: 0.93539, tokensExponent: 1.04096);

    /// <summary>Approach 3, the parametric loss, with the unrounded constants of the paper's TeX source.</summary>
    public static ParametricLaw Approach3Tex { get; } = Parametric(
        "chinchilla-a3-tex",
        "chinchilla-2022 TeX source",
        new(E: Math.Exp(0.5267228), A: Math.Exp(6.0073404), B: Math.Exp(6.0179186), Alpha: 0.33917084, Beta: 0.2849083),
        logarithms: true);

    /// <summary>Approach 3 with the rounded constants of eq. 10. Rounding alone moves D/N at Chinchilla's budget from 59 to 93.</summary>
    public static ParametricLaw Approach3Rounded { get; } = Parametric(
        "chinchilla-a3-rounded", "chinchilla-2022 eq. 10", new(E: 1.69, A: 406.4, B: 410.7, Alpha: 0.34, Beta: 0.28), logarithms: false);

    private static PowerAllocationLaw Regressed(
        string id, string table, double coefficient, double exponent, double tokensLog10, double tokensExponent)
    {
        var form = new PowerAllocation(coefficient, exponent, tokensLog10, tokensExponent);
        var equations = new PowerAllocationEquations(table, form);
        return new(Describe(id, "chinchilla-2022 " + table, LawQuestions.Allocation, equations.All), form, equations);
    }

    private static Approach3 Parametric(string id, string set, ChinchillaForm form, bool logarithms) =>
        new(id, set, form, new(form, loss: "10", optimum: "4", logarithms));

    private static LawInfo Describe(string id, string set, LawQuestions answers, IReadOnlyList<Equation> equations, params string[] caveats) => new()
    {
        Id = id,
        Paper = "Hoffmann et al. 2022, Training Compute-Optimal Large Language Models",
        ArXiv = "2203.15556",
        ConstantSet = set,
        Parameters = ParameterConvention.Active,
        Compute = ComputeConvention.SixND,
        Range = new LawRange(new Bounds(4.4e7, 1.6e10), new Bounds(5e9, 5e11), new Bounds(6e18, 3e21)),
        Answers = answers,
        Equations = equations,
        Facts = ["a cosine cycle more than 25 % longer than the run measurably hurts (App. B)"],
        Caveats = [.. caveats, "a training-compute optimum, neither an overfitting bound nor an optimum for deployment"],
        WhyApart = [.. caveats.Take(1).Select(static caveat => new ApartClause(LawQuestions.Allocation, caveat))],
    };

    private sealed class Approach3(string id, string set, ChinchillaForm form, ParametricEquations equations) : ParametricLaw(
        Describe(id, set, LawQuestions.Allocation | LawQuestions.Loss, equations.All,
            "approach 3 stopped before its optimum: besiroglu-2024 refits the same runs",
            "the paper's own table of approach 3 is met within 20 % only"),
        form,
        equations);
}
