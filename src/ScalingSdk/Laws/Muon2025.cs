using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>Liu et al. 2025, <i>Muon is Scalable for LLM Training</i> (arXiv 2502.16982): Moonlight's update scale and compute against AdamW.</summary>
public sealed class Muon2025 : IScalingLaw
{
    private const double Scale = 0.2;
    private const double Factor = 2.506;
    private const double Power = -0.052;
    private const double AdamFactor = 2.608;
    private const double AdamPower = -0.054;

    private static readonly Symbol PetaflopDays = Symbol.C with { Unit = "PF-days" };
    private static readonly Equation UpdateScaleOf = new("", new("scale", ""), $"{Scale:k} sqrt(n)", new Symbol("n", "larger side of the matrix"));
    private static readonly Equation MuonLoss = new("", Symbol.L, $"{Factor:k} C^{Power:p}", PetaflopDays);
    private static readonly Equation AdamLoss = new("AdamW", Symbol.L, $"{AdamFactor:k} C^{AdamPower:p}", PetaflopDays);
    private static readonly Equation Ratio = new(
        "", new("C_Muon/C_AdamW", ""), $"({Factor:k}/{AdamFactor:k_A})^(-1/{Power:p}) C^({AdamPower:p_A}/{Power:p} - 1)", PetaflopDays);

    private Muon2025()
    {
    }

    /// <summary>The law.</summary>
    public static Muon2025 Law { get; } = new();

    /// <summary>Compute against a tuned AdamW for the same loss: 0.52 (Moonlight) to 0.91 at 1.2B (Wen et al. 2025).</summary>
    public static Bounds ComputeOverAdamW { get; } = new(0.52, 0.91);

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "muon-2025",
        Paper = "Liu et al. 2025, Muon is Scalable for LLM Training",
        ArXiv = "2502.16982",
        ConstantSet = "muon-2025 Moonlight",
        Parameters = ParameterConvention.NonEmbedding,
        Range = new LawRange(new Bounds(3.99e8, 1.5e9), new Bounds(8.92e9, 3.891e10), Bounds.Any),
        Answers = LawQuestions.Advice,
        Equations = [UpdateScaleOf, MuonLoss, AdamLoss, Ratio],
        Facts =
        [
            "the update is scaled to that of AdamW, so learning rate and weight decay (0.1) are AdamW's; embeddings, head, norms and router stay on AdamW",
            "tuned runs: 399M on 8.92B tokens 9.5e-4 at 0.79M tokens; 545M 14B 9.1e-4 1.05M; 822M 20.8B 8.8e-4 1.31M; 1.1B 28.5B 8.6e-4 1.57M; 1.5B 38.9B 8.3e-4 2.1M",
            "0.519 times the FLOPs of AdamW (paper); 1.4 times faster at 0.1B and 1.1 times at 1.2B against a tuned AdamW (arXiv 2509.02046)",
        ],
        Caveats =
        [
            "the advantage falls with size and with the tuning of AdamW: print 0.52 to 0.91, never the ratio of the two formulas",
            "C is in PF-days (inferred)",
            "the critical batch of AdamW is not a limit of Muon, which keeps its efficiency at larger batches (arXiv 2505.02222)",
        ],
    };

    /// <summary>The factor on the orthogonalised update of a matrix with this larger side.</summary>
    public Answer<double> UpdateScale(double largerSide) => Answer<double>.OfPositive(
        largerSide, Scale * Math.Sqrt(largerSide), LawRange.Any.OfParameters(largerSide), new(Info, UpdateScaleOf, largerSide));

    /// <summary>The compute with Muon over that with AdamW by the two rounded formulas: 0.519 at 18.4 PF-days.</summary>
    public Answer<double> ComputeRatio(TrainingFlops compute) => Answer<double>.Of(
        Math.Pow(Factor / AdamFactor, -1 / Power) * Math.Pow(compute.PetaflopDays, (AdamPower / Power) - 1),
        LawRange.Any.OfCompute(compute.Flops),
        new(Info, Ratio, compute.PetaflopDays));

    /// <summary>The loss with Muon.</summary>
    public Answer<PredictedLoss> Loss(TrainingFlops compute) => Answer<PredictedLoss>.Of(
        new(Factor * Math.Pow(compute.PetaflopDays, Power), Info.ConstantSet),
        LawRange.Any.OfCompute(compute.Flops),
        new(Info, MuonLoss, compute.PetaflopDays));

    /// <summary>The loss with AdamW.</summary>
    public Answer<PredictedLoss> AdamWLoss(TrainingFlops compute) => Answer<PredictedLoss>.Of(
        new(AdamFactor * Math.Pow(compute.PetaflopDays, AdamPower), Info.ConstantSet),
        LawRange.Any.OfCompute(compute.Flops),
        new(Info, AdamLoss, compute.PetaflopDays));
}
