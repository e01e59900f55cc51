using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using ScalingSdk.Reports;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Plans;

/// <content>At the terminal.</content>
internal static partial class PlanRemarks
{
    /// <summary>All of them, for a plan that is explained.</summary>
    public static void Write(PlanView view, Page page)
    {
        page.Blank();
        foreach (var line in Lines(view.Plan))
            page.Line(line);
        if (Outside(Starred(view.Plan, [.. PlanAnswers.Keys(view.Plan), .. Keys]).Concat(Beside(view))) is { Length: > 0 } outside)
            page.Line($"* outside the observed range: {outside}");
    }

    /// <summary>Those that a plan on one screen has.</summary>
    /// <param name="view">The plan.</param>
    /// <param name="width">The columns of a line.</param>
    /// <param name="whole">False to leave out what is not a caution.</param>
    public static IReadOnlyList<string> Short(PlanView view, int width, bool whole) =>
        [.. ShortLines(view, whole).SelectMany(line => Wrapped.Lines(line, width, indent: 2))];

    private static IEnumerable<string> ShortLines(PlanView view, bool whole)
    {
        var plan = view.Plan;
        if (view.Best is not null && !view.Findings.Any(static finding => finding.Help.OfType<Improvement>().Any()) && plan.Find(LossFigures.LossAboveBest) is { Value: >= 0.0005 })
            yield return $"better: --params {NumberText.Compact(plan.Find(OptimumFigures.OptimalParametersAtBudget)!.Value)} lowers the loss by {plan.Loss(LossFigures.LossAboveBest)} at this compute";
        if (RecipeText.Line(plan) is { } recipe)
            yield return recipe;
        if (Repetition(plan) is { } repetition)
            yield return repetition;
        if (plan.Find(InferenceFigures.ServingParameters) is not null)
            yield return "with use: " + Serving(plan);
        if (plan.Find(LossFigures.OtherLoss) is not null)
            yield return $"transfer: loss {plan.Loss(LossFigures.OtherLoss)} on the other distribution (kaplan-2020)";
        if (whole && !plan.Size.Counts.IsRouted && plan.Size.ProposedBy is null && plan.Run is not { TokensProposed: true, Budget: null } && plan.Find(OptimumFigures.OptimalTokens) is not null)
            yield return $"this size is compute-optimal at {plan.Number(OptimumFigures.OptimalTokens)} tokens";
        foreach (var holds in PlanNotes.WhatHolds(plan))
            yield return "note: " + holds;
        if (plan.Assumptions.Count > 0)
            yield return "assumed: " + (whole ? string.Join("; ", plan.Assumptions.Select(Claim)) : $"{NumberText.Grouped(plan.Assumptions.Count)} value{(plan.Assumptions.Count > 1 ? "s" : "")} (--explain)");
        if (Legend(view) is { Length: > 0 } legend)
            yield return legend;
    }

    // An assumption is a claim, a colon, and why; the claim may have brackets with a colon of their own.
    private static string Claim(string assumption)
    {
        var depth = 0;
        for (var i = 0; i < assumption.Length - 1; i++)
        {
            depth += assumption[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0 && assumption[i] == ':' && assumption[i + 1] == ' ')
                return assumption[..i];
        }

        return assumption;
    }

    private static string? Repetition(TrainingPlan plan)
    {
        if (plan.Data is not { UniqueAssumed: false, Epochs: > 1 } data)
            return null;
        var best = plan.LimitedData.Count > 0 && plan.LimitedData[0] is { Epochs: <= 16 } run
            ? $"; the best run on them at this compute: {NumberText.Compact(run.Parameters)} parameters, {EpochTable.Passes(run, data.Unique.Count)}"
            : "";
        return $"repetition: {NumberText.Compact(data.Tokens.Count)} tokens have the value of {NumberText.Compact(data.EffectiveTokens.Count)} unique ones{best} ({data.RepeatedLaw})";
    }
}
