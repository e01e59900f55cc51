using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

public sealed partial class Kaplan2020
{
    private const string AllocationBias =
        "warmup, decay and the uncounted head bias the allocation towards size (porian-2024, pearce-2024)";

    private static LawInfo Describe() => new()
    {
        Id = "kaplan-2020",
        Paper = "Kaplan et al. 2020, Scaling Laws for Neural Language Models",
        ArXiv = "2001.08361",
        ConstantSet = "kaplan-2020 Table 2",
        Parameters = ParameterConvention.NonEmbeddingWeights,
        Compute = ComputeConvention.Minimum,
        Range = new LawRange(new Bounds(768, 1.5e9), new Bounds(2.2e7, 2.29e10), Bounds.Any),
        Answers = LawQuestions.Overfitting | LawQuestions.CriticalBatch | LawQuestions.Loss | LawQuestions.Allocation,
        Equations =
        [
            "(1.1) L(N) = (N_c/N)^alpha_N, alpha_N 0.076, N_c 8.8e13",
            "(1.2) L(D) = (D_c/D)^alpha_D, alpha_D 0.095, D_c 5.4e13",
            "(1.3) L(C_min) = (C_c/C_min)^alpha_C, alpha_C 0.050, C_c 3.1e8 PF-days",
            "(3.3) naive, fixed batch: L(C) = (C_c/C)^alpha_C, alpha_C 0.057, C_c 1.6e7 PF-days; not for prediction",
            "(4.1) L(N, D) = [(N_c/N)^(alpha_N/alpha_D) + D_c/D]^alpha_D, alpha_N 0.076, alpha_D 0.103, N_c 6.4e13, D_c 1.8e13",
            "(4.3) dL = (1 + (N/N_c)^(alpha_N/alpha_D) D_c/D)^alpha_D - 1",
            "(4.4) D = 5e3 N^0.74",
            "(5.3) B_crit(L) = B* / L^(1/alpha_B), B* 2.1e8 tokens, alpha_B 0.21",
            "(5.4) S_min = S / (1 + B_crit/B)",
            "(5.5) C_min = C / (1 + B/B_crit)",
            "(5.6) L(N, S_min) = (N_c/N)^alpha_N + (S_c/S_min)^alpha_S, alpha_N 0.077, alpha_S 0.76, N_c 6.5e13, S_c 2.1e3",
            "(5.7) S_stop >= S_c / [L(N, D) - L(N, inf)]^(1/alpha_S)",
            "(Table 6) N = 1.3e9 C^0.73, B = 2.0e6 C^0.24, S_min = 5.4e3 C^0.03, D = 2e10 C^0.27, C = C_min in PF-days",
            "(B.5) L(N_eff(C), C) = (1 + alpha_N/alpha_S) L(N_eff, inf)",
            "(B.16) C(N, N_eff)/C(N_eff, N_eff) = (N/N_eff) [1 + (alpha_S/alpha_N)(1 - (N_eff/N)^alpha_N)]^(-1/alpha_S)",
        ],
        Facts =
        [
            "models below 1e9 parameters train with minimal overfitting on 22B tokens: that many suffice, fewer may do (sec. 4.2)",
            "at equal size the loss varies a few percent with shape: the aspect ratio may vary 40-fold (Fig. 5)",
            "(6, 4288) lies within 3 % of (48, 1600) in layers and width (Fig. 5)",
            "only models of fewer than 2 layers or of extreme proportions deviate once embeddings are excluded (Fig. 6)",
            "on another distribution the loss is the training one plus a nearly constant offset, whatever the training time (sec. 3.2.2)",
            "larger models reach the same loss with fewer steps and tokens, about 100-fold from smallest to largest (Figs. 2, 4, 19)",
        ],
        Caveats =
        [
            "4.4 bounds the excess of the early-stopped loss over unlimited data at 2 %; it does not predict a rise of the loss",
            "D is unique tokens, trained for many epochs with 10 % dropout; regularisation was not optimised",
            "the law's own allocation contradicts 4.4 above 0.3 PF-days, so it is never the default",
            "the fit is poor near 2e7 tokens, where an epoch is 40 updates",
            AllocationBias,
        ],
        WhyApart =
        [
            new(LawQuestions.Allocation, AllocationBias),
            new(LawQuestions.CriticalBatch, "its critical batch follows the loss that is reached, L^-4.76, on WebText2"),
        ],
    };
}
