using ScalingSdk.Laws;
using ScalingSdk.Planning;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Plans;

/// <summary>The lines below the table: how flat the optimum is, what would change it, what was extrapolated, what to run next.</summary>
internal static class PlanRemarks
{
    // The figures of the lines that a law answered.
    private static readonly string[] Keys =
        ["optimal_tokens", "critical_batch_tokens", "critical_batch_tokens_zhang", "serving_parameters", "serving_tokens", "other_loss"];

    public static void Write(PlanView view, Page page)
    {
        var plan = view.Plan;
        page.Blank();
        foreach (var line in Lines(plan))
            page.Line(line);
        page.Blank();
        if (plan.Figures.Select(static figure => figure.Range?.Meaning).FirstOrDefault(static meaning => meaning?.Contains("interval", StringComparison.Ordinal) == true) is { } interval)
            page.Line($"( ) {interval}");
        if (Outside(view) is { Length: > 0 } outside)
            page.Line($"* outside the observed range: {outside}");
        page.Line(Next(view));
    }

    // Of the figures that are shown with a star, by law, the farthest on each axis: "kaplan-2020 8.4x in N, 44x in D".
    private static string Outside(PlanView view) => string.Join("; ", Starred(view.Plan, [.. RunTable.Keys, .. Keys])
        .Concat(view.Best is { } best ? Starred(best, RunTable.Keys) : [])
        .GroupBy(static figure => figure.Source.Split(' ')[0], StringComparer.Ordinal)
        .Select(static law => $"{law.Key} {Farthest(law.Select(static figure => figure.Outside!.Value)).ToString()["extrapolated by ".Length..]}"));

    private static IEnumerable<Figure> Starred(TrainingPlan plan, IReadOnlyList<string> keys) =>
        keys.Select(plan.Find).OfType<Figure>().Where(static figure => PlanCells.Outside(figure) && figure.Source is not "derived");

    private static Extrapolation Farthest(IEnumerable<Extrapolation> outside) => outside.Aggregate(static (one, other) => new(
        Math.Max(one.Parameters, other.Parameters), Math.Max(one.Tokens, other.Tokens), Math.Max(one.Compute, other.Compute)));

    private static IEnumerable<string> Lines(TrainingPlan plan)
    {
        var fresh = !PlanView.IsShortOfData(plan);
        if (fresh && plan.Find("loss_above_best") is { Value: >= 0.0005 })
            yield return $"The best loss for this compute is lower by {plan.Loss("loss_above_best")}.";
        if (fresh && plan.Find("flat_parameters_low") is { } low && plan.Find("flat_parameters_high") is { } high)
            yield return $"Any size from {NumberText.Compact(low.Value)} to {NumberText.Compact(high.Value)} is within {NumberText.Percent(OptimumPlan.Flatness)} of the best loss.";
        if (plan.Find("optimal_tokens") is not null)
            yield return $"This size is compute-optimal at {plan.Number("optimal_tokens")} {(fresh ? "" : "fresh ")}tokens{Days(plan)}.";
        if (plan.Find("overfitting_threshold_tokens") is { } bound)
            yield return $"{bound.Source.Split(" (")[0]}: {NumberText.Compact(bound.Value)} unique tokens{Share(plan, bound.Value)}.";
        if (plan.Find("overfitting_penalty") is { } penalty && plan.Data is { Epochs: > 1 })
            yield return $"Data limit: the best loss stays about {NumberText.Percent(penalty.Value)} above that of unlimited data.";
        if (plan.Data is { UniqueAssumed: false, RiseEpochs: null } data)
            yield return $"Loss is not expected to rise: {NumberText.Compact(data.UniquePerParameter)} unique tokens per parameter (it rose below {NumberText.Compact(DataPlan.RiseBelow)}).";
        else if (plan.Data is { UniqueAssumed: false, RiseEpochs: { } rise } few)
            yield return $"Loss turned up at about {NumberText.Compact(rise)} epochs in runs with {NumberText.Compact(few.UniquePerParameter)} unique tokens per parameter.";
        if (plan.Find("largest_non_embedding_weights") is { } largest && plan.Data is { Epochs: > 1 })
            yield return $"Inside that bound: at most {NumberText.Compact(largest.Value)} non-embedding weights.";
        if (plan.Find("critical_batch_tokens") is not null)
            yield return $"Batch ceiling {plan.Number("critical_batch_tokens")} (kaplan-2020){Zhang(plan)}: twice the compute.";
        if (plan.Find("other_loss") is not null)
            yield return $"Loss on the other distribution: {plan.Loss("other_loss")}, by the measured offset (kaplan-2020).";
        if (plan.Find("serving_parameters") is { } serving)
            yield return $"With use counted in: {plan.Number("serving_parameters")} parameters on {plan.Number("serving_tokens")} tokens save {plan.Percent("serving_saving")} ({serving.Source.Split(' ')[0]}).";
        if (fresh && plan.Find("compute_saved") is { Value: >= 0.01 } saved)
            yield return $"The cheapest run to the same loss saves {NumberText.Percent(saved.Value)} of the compute.";
        foreach (var note in plan.Notes.Except(plan.LawSpreads.Select(static spread => spread.Why).OfType<string>(), StringComparer.Ordinal))
            yield return Sentence(note);
    }

    // The id of a law keeps its small letter.
    private static string Sentence(string clause) =>
        (clause.Split(' ')[0].Contains('-', StringComparison.Ordinal) ? clause : char.ToUpperInvariant(clause[0]) + clause[1..]) + ".";

    private static string Days(TrainingPlan plan) =>
        plan.Find("days_to_optimal_tokens") is null ? "" : $": {plan.Number("days_to_optimal_tokens")} days";

    private static string Share(TrainingPlan plan, double bound) =>
        plan.Run is { } run ? $"; you have {NumberText.Compact(run.Unique.Count / bound)} of it" : "";

    private static string Zhang(TrainingPlan plan) =>
        plan.Find("critical_batch_tokens_zhang") is null ? "" : $" · {plan.Number("critical_batch_tokens_zhang")} (zhang-2024)";

    private static string Next(PlanView view)
    {
        var best = view.Plan.Find("optimal_parameters_at_budget");
        return view.Best is null || best is null
            ? "Next: --explain · --all-laws"
            : $"Next: --params {NumberText.Compact(best.Value)} · --explain · --all-laws";
    }
}
