namespace ScalingSdk.Planning.Writing;

internal static class RunFigures
{
    public static void Write(FigureList figures, TrainingPlan plan)
    {
        if (plan.Run is not { } run)
            return;
        figures.Count("tokens", "Tokens", run.Tokens.Count, "tokens", TokensBasis(run));
        figures.Count("unique_tokens", "Unique tokens", run.Unique.Count, "tokens", new("one epoch", run.UniqueAssumed ? "assumed" : "given"));
        figures.Real("epochs", "Epochs", run.Epochs, "", Basis.Derived("tokens / unique tokens", "tokens", "unique_tokens"));
        var unit = PerParameter(plan);
        figures.Real("tokens_per_parameter", "T" + unit.Substring(1), run.Tokens.Count / plan.Size.Counts.Active.Count, unit,
            Basis.Derived("tokens / active parameters", "tokens", ActiveKey(plan)) with { Convention = "active parameters" });
        if (run.Budget is { } budget)
        {
            figures.Real("budget_flops", "Compute of the budget", budget, "FLOP",
                plan.Spec.Budget.Flops is not null ? Basis.Given() : Basis.Derived("devices x time x peak x utilization"), "with utilization");
        }
    }

    // What a budget of time or money buys depends on the utilization.
    private static Basis TokensBasis(RunPlan run)
    {
        var basis = new Basis("all epochs", run.TokensSource);
        return run is { TokensProposed: true, Budget: { IsPoint: false } budget }
            ? basis with { Low = run.Tokens.Count * budget.Low / budget.Mid, High = run.Tokens.Count * budget.High / budget.Mid, Meaning = "with utilization, at this size" }
            : basis;
    }

    /// <summary>What tokens per parameter are called: a routed model has two counts.</summary>
    public static string PerParameter(TrainingPlan plan) => plan.Size.Counts.IsRouted ? "tokens per active parameter" : "tokens per parameter";

    /// <summary>The key of the count that one token passes through.</summary>
    public static string ActiveKey(TrainingPlan plan) => plan.Size.Counts.IsRouted ? "active_parameters" : "total_parameters";
}
