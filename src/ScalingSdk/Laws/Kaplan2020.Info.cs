using ScalingSdk.Diagnostics;
using ScalingSdk.Quantities;
using static ScalingSdk.Text.NumberText;

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
        Equations = new Deferred<Equation>(KaplanEquations.All),
        Facts =
        [
            "eq. 3.3 is the naive trend at a fixed batch: shown, not for prediction; C of Table 6 is C_min",
            "models below 1e9 parameters train with minimal overfitting on 22B tokens: that many suffice, fewer may do (sec. 4.2)",
            "the loss of the allocation's tokens meets that of its compute at about 1e4 PF-days, 1e12 parameters, 1e12 tokens and 1.7 nats, each within an order of magnitude: the laws fail before (eq. 6.8)",
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
        OfBudget = static compute =>
            $"kaplan-2020 contradicts its own threshold above 0.3 PF-days and itself about {Compact(Contradiction.Compute.PetaflopDays)} PF-days of C_min; "
            + $"this run has {Compact(MinimumCompute.AtCriticalBatch(compute).PetaflopDays)}",
        WhyApart =
        [
            new(LawQuestions.Allocation, AllocationBias),
            new(LawQuestions.CriticalBatch, "its critical batch follows the loss that is reached, L^-4.76, on WebText2"),
        ],
    };
}
