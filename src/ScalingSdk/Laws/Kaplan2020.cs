using ScalingSdk.Models;

namespace ScalingSdk.Laws;

/// <summary>Kaplan et al. 2020, <i>Scaling Laws for Neural Language Models</i> (arXiv 2001.08361).</summary>
/// <remarks>
/// Non-embedding weights, unique tokens, compute adjusted to the critical batch (C_min), nats per token. Observed from 768 to
/// 1.5e9 parameters and from 2.2e7 to 2.29e10 tokens, with 10 % dropout and early stopping.
/// </remarks>
public sealed class Kaplan2020 : IOverfittingLaw, ICriticalBatchLaw, ILossLaw
{
    // Table 2, the joint fit. Equations 1.1 and 1.2 have other constants under the same names.
    private const double AlphaN = 0.076;
    private const double AlphaD = 0.103;
    private const double Nc = 6.4e13;
    private const double Dc = 1.8e13;

    // Appendix A; the text rounds B* to 2e8.
    private const double BStar = 2.1e8;
    private const double AlphaB = 0.21;

    private Kaplan2020()
    {
    }

    /// <summary>The law.</summary>
    public static Kaplan2020 Law { get; } = new();

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "kaplan-2020",
        Paper = "Kaplan et al. 2020, Scaling Laws for Neural Language Models",
        ArXiv = "2001.08361",
        ConstantSet = "kaplan-2020 Table 2",
        Parameters = ParameterConvention.NonEmbeddingWeights,
        Compute = ComputeConvention.Minimum,
        Range = new LawRange(new Bounds(768, 1.5e9), new Bounds(2.2e7, 2.29e10), Bounds.Any),
        Answers = LawQuestions.Overfitting | LawQuestions.CriticalBatch | LawQuestions.Loss,
        Equations =
        [
            "(4.1) L(N, D) = [(N_c/N)^(alpha_N/alpha_D) + D_c/D]^alpha_D, alpha_N 0.076, alpha_D 0.103, N_c 6.4e13, D_c 1.8e13",
            "(4.3) dL = (1 + (N/N_c)^(alpha_N/alpha_D) D_c/D)^alpha_D - 1",
            "(4.4) D = 5e3 N^0.74",
            "(5.3) B_crit(L) = B* / L^(1/alpha_B), B* 2.1e8 tokens, alpha_B 0.21",
        ],
        Caveats =
        [
            "4.4 bounds the excess of the early-stopped loss over unlimited data at 2 %; it does not predict a rise of the loss",
            "D is unique tokens, trained for many epochs with 10 % dropout; regularisation was not optimised",
            "the law's own allocation contradicts 4.4 above 0.3 PF-days, so it is never the default",
        ],
    };

    /// <summary>Unique tokens from which a model trains to within the seed noise (2 %) of convergence (eq. 4.4).</summary>
    public Answer<UniqueTokens> Threshold(NonEmbeddingWeights n) =>
        Answer<UniqueTokens>.Of(new(5e3 * Math.Pow(n.Count, 0.74)), Info.Range.OfParameters(n.Count));

    /// <summary>The largest model for which these unique tokens are at the threshold (eq. 4.4 solved for N).</summary>
    public Answer<NonEmbeddingWeights> LargestModelFor(UniqueTokens unique) =>
        Answer<NonEmbeddingWeights>.Of(new(Math.Pow(unique.Count / 5e3, 1 / 0.74)), Info.Range.OfTokens(unique.Count));

    /// <summary>Relative loss above that of unlimited data (eq. 4.3).</summary>
    public Answer<double> Penalty(NonEmbeddingWeights n, UniqueTokens unique) => Answer<double>.Of(
        Math.Pow(1 + (Math.Pow(n.Count / Nc, AlphaN / AlphaD) * (Dc / unique.Count)), AlphaD) - 1,
        Info.Range.OfRun(n.Count, unique.Count));

    /// <summary>The early-stopped loss of a model on a data set (eq. 4.1), in nats per token.</summary>
    public Answer<KaplanLoss> Loss(NonEmbeddingWeights n, UniqueTokens unique) => Answer<KaplanLoss>.Of(
        new(Math.Pow(Math.Pow(Nc / n.Count, AlphaN / AlphaD) + (Dc / unique.Count), AlphaD)),
        Info.Range.OfRun(n.Count, unique.Count));

    /// <summary>The critical batch at a loss of Kaplan's own (eq. 5.3): twice the fewest steps, twice the least compute.</summary>
    public Answer<BatchTokens> CriticalBatch(KaplanLoss loss) =>
        Answer<BatchTokens>.Of(new(BStar / Math.Pow(loss.NatsPerToken, 1 / AlphaB)), Extrapolation.None);

    /// <inheritdoc/>
    public Answer<UniqueTokens> Threshold(ModelSize model) => Threshold(model.Weights);

    /// <inheritdoc/>
    public Answer<double> Penalty(ModelSize model, UniqueTokens unique) => Penalty(model.Weights, unique);

    /// <inheritdoc/>
    public Answer<double> LargestModel(UniqueTokens unique) => LargestModelFor(unique).Select(static n => n.Count);

    /// <inheritdoc/>
    public Answer<PredictedLoss> Loss(ModelSize model, Tokens tokens) =>
        Loss(model.Weights, new UniqueTokens(tokens.Count)).Select(static loss => loss.Predicted);

    /// <inheritdoc/>
    public Answer<BatchTokens> CriticalBatch(ModelSize model, Tokens tokens)
    {
        var loss = Loss(model.Weights, new UniqueTokens(tokens.Count));
        return Answer<BatchTokens>.Of(CriticalBatch(loss.Value).Value, loss.Outside);
    }
}

/// <summary>A loss under Kaplan's constants and tokenizer: the only one that Kaplan's critical batch may be asked about.</summary>
public readonly record struct KaplanLoss(double NatsPerToken)
{
    /// <summary>The same loss, marked with its constants.</summary>
    public PredictedLoss Predicted => new(NatsPerToken, "kaplan-2020 Table 2");
}
