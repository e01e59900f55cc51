using System.Numerics;
using ScalingSdk.Laws;
using ScalingSdk.Text;

namespace ScalingSdk.Planning.Writing;

internal static class SizeFigures
{
    public static void Write(FigureList figures, TrainingPlan plan)
    {
        if (plan.Size.Model is { } model)
            Counted(figures, model.Parameters);
        else
            Nominal(figures, plan.Size);
        if (plan.Routed is { } routed)
        {
            figures.Count("effective_dense_parameters", "Dense size of the same loss at 130B tokens", routed.EffectiveSize, static n => n.Count, "parameters",
                Basis.Of(Clark2022.SBase.Info, ["N_bar"], $"{NumberText.Grouped(routed.Experts)} experts, one per token; this model uses {NumberText.Grouped(routed.ActiveExperts)}", "active_parameters"));
        }
    }

    private static void Counted(FigureList figures, Models.ParameterCounts counts)
    {
        void Add(string key, string title, BigInteger value, string what) => figures.Count(key, title, value, "parameters", new(what, "counted"));
        Add("total_parameters", "Total parameters", counts.Total, "every unique trainable parameter");
        if (counts.Active != counts.Total)
            Add("active_parameters", "Active parameters", counts.Active, "what one token passes through");
        if (counts.Stored != counts.Total)
            Add("stored_parameters", "Stored parameters", counts.Stored, "with a tied output head repeated, as some checkpoints store it");
        Add("non_embedding_parameters", "Non-embedding parameters", counts.NonEmbedding, "all but embeddings, with norms and biases");
        Add("non_embedding_weights", "Non-embedding weights", counts.ActiveNonEmbeddingWeights,
            "matrices of attention and feed-forward alone: the N of kaplan-2020 eq. 2.1");
    }

    private static void Nominal(FigureList figures, SizePlan size)
    {
        var by = size.ProposedBy is { } law ? new Basis("proposed", law) : Basis.Given();
        figures.Count("total_parameters", "Total parameters", size.Counts.Total.Count, "parameters", by);
        figures.Real("non_embedding_weights", "Non-embedding weights", size.Counts.Weights.Count, "parameters",
            Basis.Of(Pearce2024.Law.Info, ["N_T ="], "solved for N", "total_parameters"));
    }
}
