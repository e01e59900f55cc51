using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>Besiroglu et al. 2024, <i>Chinchilla Scaling: A replication attempt</i> (arXiv 2404.10102).</summary>
/// <remarks>Chinchilla's approach 3 refitted to 240 of its runs: total parameters, FLOP as 6 N D, nats per token.</remarks>
public sealed class Besiroglu2024 : ParametricLaw
{
    private Besiroglu2024(ChinchillaForm form, ParametricEquations equations)
        : base(Describe(equations), form, equations, static () => Besiroglu2024Sample.Rows)
    {
    }

    /// <summary>The law, with the constants of Table 1.</summary>
    public static Besiroglu2024 Law { get; } = Of(new(E: 1.8172, A: 482.01, B: 2085.43, Alpha: 0.3478, Beta: 0.3658));

    private static Besiroglu2024 Of(ChinchillaForm form) => new(form, new(form, loss: "2", optimum: "4"));

    private static LawInfo Describe(ParametricEquations equations) => new()
    {
        Id = "besiroglu-2024",
        Paper = "Besiroglu et al. 2024, Chinchilla Scaling: A replication attempt",
        ArXiv = "2404.10102",
        ConstantSet = "besiroglu-2024 Table 1",
        Parameters = ParameterConvention.Active,
        Compute = ComputeConvention.SixND,
        Range = new LawRange(new Bounds(4.4e7, 1.6e10), new Bounds(5e9, 5e11), new Bounds(6e18, 3e21)),
        Answers = LawQuestions.Allocation | LawQuestions.Loss,
        Equations = equations.All,
        IntervalCaveats =
        [
            "intervals are conditional on five dropped points; with them N_opt at 1e24 FLOP moves from 97B to 162B",
            "intervals come from 250 joint draws computed for this library; the paper prints standard errors alone",
        ],
        Caveats =
        [
            "E, A and B depend on tokenizer and corpus: losses are comparable within this set alone",
        ],
        WhyApart =
        [
            new(LawQuestions.Allocation, "five of Hoffmann's points are left out; with them N_opt at 1e24 FLOP moves from 97B to 162B"),
        ],
    };
}
