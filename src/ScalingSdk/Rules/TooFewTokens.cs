using ScalingSdk.Diagnostics;
using ScalingSdk.Json.Editing;
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
    public const double Grave = 0.25, Mild = 0.5;

    public override RuleInfo Info { get; } =
        new("SCALE1002", Severity.Warning, "Tokens are far below the compute-optimal number");

    // A dense law says nothing of the tokens that a routed model wants.
    public override Severity? Judge(TrainingPlan plan, DataPlan data) => data.OptimalRatio switch
    {
        _ when data.LengthAssumed || plan.IsProposed || plan.Size.Counts.IsRouted => null,
        0 => null,
        < Grave => Severity.Warning,
        < Mild => Severity.Suggestion,
        _ => null,
    };

    public override string Headline(DataPlan data) =>
        $"{Compact(data.Tokens.Count)} tokens{Worth(data)} are {Percent(data.OptimalRatio)} of the {Compact(data.OptimalTokens.Count)} that are "
            + $"compute-optimal for this size ({data.AllocationLaw}{OutsideRange.Mark(data.OptimalOutside)})";

    public override string Clause(TrainingPlan plan, DataPlan data) =>
        $"the tokens are worth {Percent(data.OptimalRatio)} of the {Compact(data.OptimalTokens.Count)} that are compute-optimal for this size "
            + $"({data.AllocationLaw}; the threshold is {Percent(data.OptimalRatio < Grave ? Grave : Mild)}{OutsideRange.Note(data.OptimalOutside.And(data.RunOutside))}){Cheaper(data)}";

    public override IEnumerable<Help?> Help(TrainingPlan plan, DataPlan data) =>
        [Improvements.ForThisCompute(plan), data.Epochs > 1 ? Improvements.ForTheseTokens(plan, data.LawHolds) : null, MoreTokens(plan, data)];

    /// <summary>To train on the compute-optimal tokens of this size, and at least on some, which takes more compute.</summary>
    public static Help? MoreTokens(TrainingPlan plan, DataPlan data, double least = 0)
    {
        var tokens = Math.Max(data.OptimalTokens.Count, least);
        if (!(tokens > data.Tokens.Count))
            return null;
        var text = $"train on {CompactUp(tokens)} tokens";
        // Where the unique tokens are fewer, more of them must be found first.
        var write = plan.Spec.Data.UniqueTokens?.Value < tokens ? null : RunLength.AtLeast(plan, tokens);
        return write is null
            ? Remedy.Advice(text) with { Effect = ComputeChange.Describe(tokens / data.Tokens.Count), Trial = plan.Spec.Budget.Any is null ? Unique(plan, tokens) : null }
            : write with { Text = text };
    }

    // All of them once.
    private static List<SpecEdit> Unique(TrainingPlan plan, double tokens)
    {
        var (data, training, count) = (plan.Spec.Data, plan.Spec.Training, $"\"{CompactUp(tokens)}\"");
        List<SpecEdit> edits = [SpecEdit.Set(count, "data", "tokens")];
        if (data.UniqueTokens is not null)
            edits.Add(SpecEdit.Set(count, "data", "unique_tokens"));
        if (data.Epochs is not null)
            edits.Add(SpecEdit.Remove("data", "epochs"));
        if (training.Steps is not null)
            edits.Add(SpecEdit.Remove("training", "steps"));
        return edits;
    }

    private static string Worth(DataPlan data) => data.Epochs > 1 ? $", worth {Compact(data.EffectiveTokens.Count)} unique ones," : "";

    private static string Cheaper(DataPlan data) =>
        data is { ComputeSaved: > 0, Epochs: <= 1 } ? $": the same loss needs {Percent(data.ComputeSaved)} less compute with a smaller model" : "";
}
