using ScalingSdk.Diagnostics;
using ScalingSdk.Models;
using ScalingSdk.Models.Parts;
using ScalingSdk.Planning;
using ScalingSdk.Specs;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>A size that is stated beside dimensions which give another, under every name that the field has for a count.</summary>
internal sealed class StatedSizeDiffers : SingleRule
{
    /// <summary>Names of models round and count differently: Gemma 7B has 8.54B. Below this, ten real ones would be reported.</summary>
    private const double Allowed = 0.15;

    /// <summary>What five digits and more may be off: no name has so many, but the bytes of a checkpoint do, some of whose tensors are wider.</summary>
    private const double AllowedOfDigits = 0.005;

    public override RuleInfo Info { get; } =
        new("SCALE3003", Severity.Warning, "The stated size is not that of the dimensions");

    protected override Remark? Find(TrainingPlan plan)
    {
        if (plan.Size.Model is not { } model)
            return null;
        return (plan.Spec.StatedParameters is { } stated ? Total(stated, model) : null)
            ?? (plan.Spec.StatedActive is { } active ? Active(active, model.Parameters) : null);
    }

    private Remark? Total(Stated<double> stated, ModelDescription model)
    {
        var counts = model.Parameters;
        var exact = IsExact(stated.Text);
        var allowed = exact ? 0 : stated.Text.TrimEnd('0').Count(char.IsDigit) >= 5 ? AllowedOfDigits : Allowed;
        if (stated.Origin.IsTensors)
            return Tensors(model, stated, allowed);
        if (Named(model).Any(count => Math.Abs((stated.Value / count) - 1) <= allowed))
            return null;
        var active = counts.Active == counts.Total ? "" : $", {Compact(counts.Active)} of them active";
        return At(stated.Origin,
            $"'{stated.Text}' parameters are stated, but these dimensions give {Count(counts.Total, exact)}",
            [$"they give {Count(counts.Total, exact)}{active}, {Count(counts.NonEmbedding, exact)} without embeddings, and no count {(exact ? "equal to" : $"within {Percent(allowed)} of")} the stated one"],
            [Remedy.Write($"\"{Count(counts.Total, exact)}\"", "model", "parameters") with { Text = $"write \"parameters\": \"{Count(counts.Total, exact)}\", or correct the dimensions" }]);
    }

    // A checkpoint holds every parameter: once, or a tied table twice, and often the modules that predict further tokens.
    private Remark? Tensors(ModelDescription model, Stated<double> stated, double allowed)
    {
        var counts = model.Parameters;
        if (new[] { counts.Total, counts.Stored, counts.Total + model.MultiTokenPredictionParameters }.Any(count => Math.Abs((stated.Value / count) - 1) <= allowed))
            return null;
        var difference = (long)stated.Value - counts.Total;
        return At(stated.Origin,
            $"the tensors of the files have {Grouped((long)stated.Value)} elements, but these dimensions give {Grouped(counts.Total)} parameters",
            [$"the files have {Grouped(Math.Abs(difference))} {(difference > 0 ? "more" : "fewer")}: sizes, a vocabulary or a tied head of another model"],
            [Remedy.Advice("pass the config.json that these weights were saved with, or correct its sizes")]);
    }

    private Remark? Active(Stated<double> stated, ParameterCounts counts)
    {
        if (new[] { counts.Active, counts.ActiveWithoutLookups, counts.ActiveNonEmbedding }.Any(count => Math.Abs((stated.Value / count) - 1) <= Allowed))
            return null;
        return At(stated.Origin,
            $"'{stated.Text}' active parameters are stated, but these dimensions give {Compact(counts.Active)}",
            [$"they give {Compact(counts.Active)} of {Compact(counts.Total)} parameters, {Compact(counts.ActiveWithoutLookups)} without the input table"],
            [Remedy.Write($"\"{Compact(counts.Active)}\"", "model", "active_parameters") with { Text = $"write \"active_parameters\": \"{Compact(counts.Active)}\", or correct the dimensions" }]);
    }

    // What is stated to the last digit is answered so.
    private static string Count(long count, bool exact) => exact ? count.ToString(System.Globalization.CultureInfo.InvariantCulture) : Compact(count);

    // "8030261248" is a count, "8000000000" and "8B" are names.
    private static bool IsExact(string text)
    {
        var digits = text.Replace("_", "").Replace(",", "");
        return digits.Length > 4 && digits.All(char.IsDigit) && !digits.EndsWith("000", StringComparison.Ordinal);
    }

    private static long[] Named(ModelDescription model)
    {
        var counts = model.Parameters;
        return
        [
            counts.Total, counts.Stored, counts.NonEmbedding, counts.NonEmbeddingWeights, counts.Active, counts.ActiveWithoutLookups,
            counts.ActiveNonEmbedding, counts.ActiveNonEmbeddingWeights, counts.Total + model.MultiTokenPredictionParameters,
        ];
    }
}
