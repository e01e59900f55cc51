using ScalingSdk.Diagnostics;
using ScalingSdk.Laws;
using ScalingSdk.Planning;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>
/// Fewer tokens than the overfitting threshold in a single pass. Nothing repeats, so nothing is memorised: what matters is how far the
/// tokens are below the compute-optimal number.
/// </summary>
internal sealed class SinglePassBelowThreshold : DataRule
{
    /// <summary>Effective over compute-optimal tokens from which a run is compute-optimal within what the law can say.</summary>
    private const double Enough = 0.9;

    /// <summary>Below it the same loss takes over 1 % less compute with a smaller model.</summary>
    private const double Wasteful = 0.7;

    public override RuleInfo Info { get; } =
        new("SCALE1006", Severity.Warning, "Tokens of a single pass are below the overfitting threshold");

    // What the plan proposes is compute-optimal; a dense law says nothing of the tokens that a routed model wants.
    public override Severity? Judge(TrainingPlan plan, DataPlan data)
    {
        if (data.Epochs > 1 || data.Available.Count >= data.Threshold.Count || data.LengthAssumed || plan.IsProposed)
            return null;
        return data.OptimalRatio is > 0 and < Wasteful && !plan.Size.Counts.IsRouted ? Severity.Warning : Severity.Suggestion;
    }

    public override string Headline(DataPlan data) =>
        $"{data.UniqueText} tokens in a single pass are below the overfitting threshold of {Compact(data.Threshold.Count)} "
            + $"for {Compact(data.Weights.Count)} non-embedding weights ({data.Law}{OutsideRange.Mark(data.ThresholdOutside)})";

    public override string Clause(TrainingPlan plan, DataPlan data) =>
        $"nothing repeats, so nothing is memorised; {Compact(data.Threshold.Count)} is what it takes before one trains on the same tokens again "
            + $"({data.Law} eq. 4.4{OutsideRange.Note(data.ThresholdOutside)})";

    public override IEnumerable<string> More(TrainingPlan plan, DataPlan data)
    {
        if (data.UniqueAssumed)
            yield return "every token is assumed to be seen once: 'data.unique_tokens' is not stated";
        if (plan.Size.Counts.IsRouted)
            yield return OfExperts(plan, data);
        else if (data.OptimalRatio is >= Enough and < 1.05)
            yield return $"size and tokens are compute-optimal for this compute ({data.AllocationLaw}{OutsideRange.Note(data.OptimalOutside)})";
        else if (data.OptimalRatio > TooFewTokens.Mild)
            yield return $"the tokens are {Percent(data.OptimalRatio)} of the {Compact(data.OptimalTokens.Count)} that are compute-optimal for this size ({data.AllocationLaw}{OutsideRange.Note(data.OptimalOutside)})";
        if (!plan.Size.Counts.IsRouted && data.OptimalRatio is > TooFewTokens.Mild and < Enough && data.ComputeSaved >= 0.01)
            yield return $"a smaller model on more tokens reaches the same loss with {Percent(data.ComputeSaved)} less compute ({data.AllocationLaw}{OutsideRange.Note(data.RunOutside)})";
    }

    public override IEnumerable<Help?> Help(TrainingPlan plan, DataPlan data)
    {
        if (data.OptimalRatio >= Enough || plan.Size.Counts.IsRouted)
        {
            yield return Remedy.Advice("keep each token to a single pass");
            yield break;
        }

        yield return Improvements.ForThisCompute(plan);
        yield return TooFewTokens.MoreTokens(plan, data, data.Threshold.Count);
    }

    // A dense law says nothing of the tokens that a routed model wants; ling-2025 has its own, for one activation ratio.
    private static string OfExperts(TrainingPlan plan, DataPlan data) => Ling2025.Law.OptimalTokens(plan.Size.Counts) is { HasValue: true } optimal
        ? $"the tokens are {Percent(data.Tokens.Count / optimal.Value.Count)} of the {Compact(optimal.Value.Count)} that are compute-optimal for a model with experts of this active size "
            + $"(ling-2025{OutsideRange.Note(optimal.Outside)})"
        : "no law here says how many tokens are compute-optimal for this model with experts";
}
