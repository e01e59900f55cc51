using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>
/// Unique tokens below the overfitting threshold of the spec's law. The text says what that means here: with repetition, how far
/// the best loss stays above that of unlimited data; in a single pass, that the size is too large for the tokens.
/// </summary>
internal sealed class TokensBelowOverfittingThreshold : DataRule
{
    public override RuleInfo Info { get; } =
        new("SCALE1001", Severity.Warning, "Unique tokens are below the overfitting threshold");

    public override Severity? Judge(DataPlan data) =>
        data.Unique.Count < data.Threshold.Count ? Severity.Warning : null;

    public override string Headline(DataPlan data) => data.Epochs > 1
        ? $"{data.UniqueText} unique tokens x {Compact(data.Epochs)} epochs are below the overfitting threshold of {Compact(data.Threshold.Count)} "
            + $"for {Compact(data.Weights.Count)} non-embedding weights ({data.Law})"
        : $"{data.UniqueText} {data.UniqueKind} in a single pass are below the overfitting threshold of {Compact(data.Threshold.Count)} "
            + $"for {Compact(data.Weights.Count)} non-embedding weights ({data.Law})";

    public override string Clause(DataPlan data) => data.Epochs > 1
        ? $"the best loss stays about {Percent(data.Penalty)} above that of unlimited data ({data.Law} eq. 4.3; the 2 % bound, eq. 4.4, is {Compact(data.Threshold.Count)})"
        : $"one pass memorises nothing, but the size is too large for the tokens: {data.Law} eq. 4.4 asks for {Compact(data.Threshold.Count)} to train it near "
            + $"convergence{SameLoss(data)}";

    public override IReadOnlyList<Help> Help(TrainingPlan plan, DataPlan data) =>
    [
        Remedy.Advice($"add {CompactUp(data.Threshold.Count - data.Unique.Count)} unique tokens"),
        Remedy.Advice($"use at most {Compact(data.LargestModel.Count)} parameters"),
    ];

    private static string SameLoss(DataPlan data) => data.ComputeSaved >= 0.01
        ? $", and the same loss needs {Percent(data.ComputeSaved)} less compute with a smaller model and more tokens ({data.AllocationLaw})"
        : "";
}
