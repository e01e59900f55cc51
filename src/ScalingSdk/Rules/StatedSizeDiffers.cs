using ScalingSdk.Diagnostics;
using ScalingSdk.Models;
using ScalingSdk.Planning;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>A size that is stated beside dimensions which give another, under every name that the field has for a count.</summary>
internal sealed class StatedSizeDiffers : SingleRule
{
    /// <summary>Names of models round and count differently: Gemma 7B has 8.54B. Below this, ten real ones would be reported.</summary>
    private const double Allowed = 0.15;

    public override RuleInfo Info { get; } =
        new("SCALE3003", Severity.Warning, "The stated size is not that of the dimensions");

    protected override Remark? Find(TrainingPlan plan)
    {
        if (plan.Spec.StatedParameters is not { } stated || plan.Size.Model is not { Parameters: var counts })
            return null;
        if (Named(counts).Any(count => Math.Abs((stated.Value / count) - 1) <= Allowed))
            return null;
        var active = counts.Active == counts.Total ? "" : $", {Compact(counts.Active)} of them active";
        return At(stated.Origin,
            $"'{stated.Text}' parameters are stated, but these dimensions give {Compact(counts.Total)}",
            [$"they give {Compact(counts.Total)}{active}, {Compact(counts.NonEmbedding)} without embeddings, and no count within {Percent(Allowed)} of the stated one"],
            [Remedy.Write($"\"{Compact(counts.Total)}\"", "model", "parameters") with { Text = $"write \"parameters\": \"{Compact(counts.Total)}\", or correct the dimensions" }]);
    }

    private static long[] Named(ParameterCounts counts) =>
    [
        counts.Total, counts.Stored, counts.NonEmbedding, counts.NonEmbeddingWeights,
        counts.Active, counts.ActiveNonEmbedding, counts.ActiveNonEmbeddingWeights,
    ];
}
