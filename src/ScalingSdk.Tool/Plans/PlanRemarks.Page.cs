using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using ScalingSdk.Reports;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Plans;

/// <summary>How much a plan on one screen says below its findings.</summary>
internal enum RemarkDetail
{
    /// <summary>All sentences.</summary>
    All,

    /// <summary>What was assumed as a number, and no sentence that is not a caution.</summary>
    Counted,

    /// <summary>Cautions alone.</summary>
    Cautions,
}

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
    /// <param name="told">How much of them.</param>
    public static IReadOnlyList<string> Short(PlanView view, int width, RemarkDetail told) =>
        [.. ShortLines(view, told).SelectMany(line => Wrapped.Lines(line, width, indent: 2))];

    private static IEnumerable<string> ShortLines(PlanView view, RemarkDetail told)
    {
        var plan = view.Plan;
        var whole = told is RemarkDetail.All;
        if (Better(view) is { } better)
            yield return better;
        if (RecipeText.Line(plan) is { } recipe)
            yield return recipe;
        if (told is not RemarkDetail.Cautions && Repetition(plan) is { } repetition)
            yield return repetition;
        if (plan.Find(InferenceFigures.ServingParameters) is not null)
            yield return "with use: " + Serving(plan);
        if (plan.Find(LossFigures.OtherLoss) is not null)
            yield return $"transfer: loss {plan.Loss(LossFigures.OtherLoss)} on the other distribution (kaplan-2020)";
        if (whole && !plan.Size.Counts.IsRouted && plan.Size.ProposedBy is null && plan.Run is not { TokensProposed: true, Budget: null } && plan.Find(OptimumFigures.OptimalTokens) is not null)
            yield return $"this size is compute-optimal at {plan.Number(OptimumFigures.OptimalTokens)} tokens";
        foreach (var holds in PlanNotes.WhatHolds(plan))
            yield return "note: " + holds;
        if (PlanNotes.ByExperts(plan) is { } experts)
            yield return "note: " + experts;
        if (plan.Assumptions.Count > 0 && told is not RemarkDetail.Cautions)
            yield return "assumed: " + (whole ? string.Join("; ", plan.Assumptions.Select(Claim)) : $"{NumberText.Grouped(plan.Assumptions.Count)} value{(plan.Assumptions.Count > 1 ? "s" : "")} (--explain)");
        if (Legend(view) is { Length: > 0 } legend)
            yield return legend;
    }

    // An assumption is a claim, a colon, and why. That a key is not stated goes without saying here; any other reason is told.
    private static string Claim(string assumption)
    {
        var at = assumption.LastIndexOf(": '", StringComparison.Ordinal);
        return at > 0 && assumption.EndsWith(NotStated, StringComparison.Ordinal) ? assumption[..at]
            : assumption.EndsWith(ShapeNotStated, StringComparison.Ordinal) ? assumption[..^ShapeNotStated.Length]
            : assumption;
    }

    private const string NotStated = " is not stated", ShapeNotStated = ": shape and vocabulary (32k) are not stated";

    // Half a per cent of a nat is within what seeds give. A larger model costs its users more, which the loss does not say.
    private static string? Better(PlanView view)
    {
        var plan = view.Plan;
        if (view.Best is null || view.Findings.Any(static finding => finding.Help.OfType<Improvement>().Any()) || plan.Find(LossFigures.LossAboveBest) is not { Value: >= 0.005 })
            return null;
        var best = plan.Find(OptimumFigures.OptimalParametersAtBudget)!.Value;
        var times = best / plan.Size.Counts.Total.Count;
        var price = times >= 1.5 ? $", and is {NumberText.Compact(times)} times as large to serve" : "";
        var far = Array.Exists([LossFigures.PredictedLoss, OptimumFigures.OptimalLossAtBudget], key => plan.Find(key) is { } loss && PlanCells.Outside(loss)) ? " *" : "";
        return $"at this compute --params {NumberText.Compact(best)} lowers the loss by {plan.Loss(LossFigures.LossAboveBest)}{far}{price}";
    }

    private static string? Repetition(TrainingPlan plan) => plan.Data is not { UniqueAssumed: false, Epochs: > 1 } data ? null
        : $"repetition: {NumberText.Compact(data.Tokens.Count)} tokens have the value of {NumberText.Compact(data.EffectiveTokens.Count)} unique ones "
            + $"({data.RepeatedLaw}{(data.EffectiveTokensAnswer.Outside.Inside ? "" : ", extrapolated")})";
}
