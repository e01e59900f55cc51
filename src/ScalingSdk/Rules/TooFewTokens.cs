using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>
/// Tokens far below the compute-optimal number of this size: the same loss is cheaper with a smaller model and more tokens. More
/// tokens than compute-optimal are a choice, and never a finding.
/// </summary>
internal sealed class TooFewTokens : DataRule
{
    /// <summary>Share of the compute-optimal tokens below which a fifth of the compute is wasted, and below which a twentieth is.</summary>
    private const double Grave = 0.25, Mild = 0.5;

    public override RuleInfo Info { get; } =
        new("SCALE1002", Severity.Warning, "Tokens are far below the compute-optimal number");

    public override Severity? Judge(DataPlan data) => data.OptimalRatio switch
    {
        _ when data.LengthAssumed => null,
        0 => null,
        < Grave => Severity.Warning,
        < Mild => Severity.Suggestion,
        _ => null,
    };

    public override string Headline(DataPlan data) =>
        $"{Compact(data.Tokens.Count)} tokens{Worth(data)} are {Percent(data.OptimalRatio)} of the {Compact(data.OptimalTokens.Count)} that are "
            + $"compute-optimal for this size ({data.AllocationLaw})";

    public override string Clause(DataPlan data) =>
        $"the tokens are worth {Percent(data.OptimalRatio)} of the {Compact(data.OptimalTokens.Count)} that are compute-optimal for this size "
            + $"({data.AllocationLaw}; the threshold is {Percent(data.OptimalRatio < Grave ? Grave : Mild)}){Cheaper(data)}";

    public override IReadOnlyList<Help> Help(TrainingPlan plan, DataPlan data)
    {
        var text = $"train on {CompactUp(data.OptimalTokens.Count)} tokens{Smaller(data)}";
        // Where the unique tokens are fewer, more of them must be found first.
        var write = plan.Spec.Data.UniqueTokens?.Value < data.OptimalTokens.Count ? null : RunLength.AtLeast(plan, data.OptimalTokens.Count);
        return [write is null ? Remedy.Advice(text) : write with { Text = text }];
    }

    private static string Worth(DataPlan data) => data.Epochs > 1 ? $", worth {Compact(data.EffectiveTokens.Count)} fresh ones," : "";

    private static string Cheaper(DataPlan data) =>
        data.ComputeSaved > 0 ? $": the same loss needs {Percent(data.ComputeSaved)} less compute with a smaller model" : "";

    private static string Smaller(DataPlan data) => data.Cheapest is var (size, tokens)
        ? $", or a model of {Compact(size.Count)} parameters on {Compact(tokens.Count)} for the same loss"
        : "";
}
