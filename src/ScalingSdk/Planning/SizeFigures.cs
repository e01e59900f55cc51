using System.Numerics;
using ScalingSdk.Laws;
using ScalingSdk.Models.Parts;
using ScalingSdk.Text;

namespace ScalingSdk.Planning;

/// <summary>The figures of a model's size.</summary>
public static class SizeFigures
{
    /// <summary>Every unique trainable parameter.</summary>
    public static FigureKey TotalParameters { get; } = FigureKey.Whole("total_parameters", "Total parameters", "parameters", static plan => plan.Size.Model is { } model
        ? Counted(model.Parameters.Total, "every unique trainable parameter")
        : FigureAnswer.Count(plan.Size.Counts.Total.Count, plan.Size.ProposedBy is { } by ? new Basis("proposed", by.ToString()) { Law = by.Law } : Basis.Given()));

    /// <summary>What one token passes through, where that is not all.</summary>
    public static FigureKey ActiveParameters { get; } = FigureKey.Whole("active_parameters", "Active parameters", "parameters", static plan =>
        Counts(plan) is not { } counts ? plan.Size.Counts.IsRouted ? FigureAnswer.Count(plan.Size.Counts.Active.Count, Basis.Given()) : null
            : counts.Active != counts.Total ? Counted(counts.Active, "what one token passes through") : null);

    /// <summary>What a checkpoint that repeats tied weights stores, where that is more.</summary>
    public static FigureKey StoredParameters { get; } = FigureKey.Whole("stored_parameters", "Stored parameters", "parameters", static plan =>
        Counts(plan) is { } counts && counts.Stored != counts.Total
            ? Counted(counts.Stored, "with a tied output head repeated, as some checkpoints store it")
            : null);

    /// <summary>All but embeddings.</summary>
    public static FigureKey NonEmbeddingParameters { get; } = FigureKey.Whole("non_embedding_parameters", "Non-embedding parameters", "parameters", static plan =>
        Counts(plan) is { } counts ? Counted(counts.NonEmbedding, "all but embeddings, with norms and biases") : null);

    /// <summary>Kaplan's N.</summary>
    public static FigureKey NonEmbeddingWeights { get; } = FigureKey.Whole("non_embedding_weights", "Non-embedding weights", "parameters", static plan => Counts(plan) is { } counts
        ? Counted(counts.ActiveNonEmbeddingWeights, "matrices of attention and feed-forward alone: the N of kaplan-2020 eq. 2.1")
        : FigureAnswer.Real(plan.Size.Counts.Weights.Count, Basis.By(Pearce2024.Law.ToNonEmbedding(plan.Size.Counts.Total).Source, "", TotalParameters)));

    /// <summary>The dense size that a routed model equals.</summary>
    public static FigureKey EffectiveDenseParameters { get; } = FigureKey.Whole("effective_dense_parameters", "Dense size of the same loss at 130B tokens", "parameters", static plan =>
        plan.Routed is not { } routed ? null : FigureAnswer.Count(routed.EffectiveSize, static n => n.Count, Basis.By(routed.EffectiveSize.Source,
            $"{NumberText.Grouped(routed.Experts)} experts, one per token; this model uses {NumberText.Grouped(routed.ActiveExperts)}", ActiveParameters)));

    internal static FigureKey[] All { get; } =
        [TotalParameters, ActiveParameters, StoredParameters, NonEmbeddingParameters, NonEmbeddingWeights, EffectiveDenseParameters];

    /// <summary>The count that one token passes through: the total in a dense model.</summary>
    internal static FigureKey Active(TrainingPlan plan) => plan.Size.Counts.IsRouted ? ActiveParameters : TotalParameters;

    private static ParameterCounts? Counts(TrainingPlan plan) => plan.Size.Model?.Parameters;

    private static FigureAnswer Counted(BigInteger value, string what) => FigureAnswer.Count(value, new(what, "counted"));
}
