using ScalingSdk.Models;

namespace ScalingSdk.Laws;

/// <summary>Besiroglu et al. 2024, <i>Chinchilla Scaling: A replication attempt</i> (arXiv 2404.10102).</summary>
/// <remarks>Chinchilla's approach 3 fitted anew to 240 of its runs: total parameters, FLOP as 6 N D, nats per token.</remarks>
public sealed class Besiroglu2024 : IAllocationLaw, ILossLaw
{
    // Table 1.
    private static readonly ChinchillaForm Form = new(E: 1.8172, A: 482.01, B: 2085.43, Alpha: 0.3478, Beta: 0.3658);

    private Besiroglu2024()
    {
    }

    /// <summary>The law.</summary>
    public static Besiroglu2024 Law { get; } = new();

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "besiroglu-2024",
        Paper = "Besiroglu et al. 2024, Chinchilla Scaling: A replication attempt",
        ArXiv = "2404.10102",
        ConstantSet = "besiroglu-2024 Table 1",
        Parameters = ParameterConvention.Active,
        Compute = ComputeConvention.SixND,
        Range = new LawRange(new Bounds(4.4e7, 1.6e10), new Bounds(5e9, 5e11), new Bounds(6e18, 3e21)),
        Answers = LawQuestions.Allocation | LawQuestions.Loss,
        Equations =
        [
            "(2) L(N, D) = E + A/N^alpha + B/D^beta, E 1.8172, A 482.01, B 2085.43, alpha 0.3478, beta 0.3658",
            "(4) N_opt = G (C/6)^(beta/(alpha+beta)), D_opt = C / (6 N_opt), G = (alpha A / (beta B))^(1/(alpha+beta))",
        ],
        Caveats =
        [
            "intervals are conditional on five dropped points; with them N_opt at 1e24 FLOP moves from 97B to 162B",
            "E, A and B depend on tokenizer and corpus: losses are comparable within this set alone",
        ],
    };

    /// <summary>The loss of a run whose schedule ends at these tokens (eq. 2), in nats per token.</summary>
    public Answer<PredictedLoss> Loss(ActiveParameters n, Tokens d) => Answer<PredictedLoss>.Of(
        new(Form.Loss(n.Count, d.Count), Info.ConstantSet), Info.Range.OfRun(n.Count, d.Count));

    /// <summary>The compute-optimal size for a budget (eq. 4).</summary>
    public Answer<ActiveParameters> OptimalParameters(TrainingFlops c) =>
        Answer<ActiveParameters>.Of(new(Form.OptimalParameters(c.Flops)), Info.Range.OfCompute(c.Flops));

    /// <summary>The tokens for which a size is compute-optimal (derived from eq. 4).</summary>
    public Answer<Tokens> OptimalTokens(ActiveParameters n) =>
        Answer<Tokens>.Of(new(Form.OptimalTokens(n.Count)), Info.Range.OfParameters(n.Count));

    /// <inheritdoc/>
    public Answer<PredictedLoss> Loss(ModelSize model, Tokens tokens) => Loss(model.Active, tokens);

    /// <inheritdoc/>
    public Answer<OptimalRun> Allocate(TrainingFlops compute)
    {
        var n = Form.OptimalParameters(compute.Flops);
        return Answer<OptimalRun>.Of(
            new(n, Info.Parameters, new Tokens(compute.Flops / (6 * n))), Info.Range.OfCompute(compute.Flops));
    }

    /// <inheritdoc/>
    public Answer<Tokens> OptimalTokens(ModelSize model) => OptimalTokens(model.Active);
}
