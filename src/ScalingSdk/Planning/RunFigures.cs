namespace ScalingSdk.Planning;

/// <summary>The figures of a run's tokens.</summary>
public static class RunFigures
{
    /// <summary>Tokens processed, over all epochs.</summary>
    public static FigureKey Tokens { get; } = FigureKey.Whole("tokens", "Tokens", "tokens", static plan =>
        plan.Run is { } run ? FigureAnswer.Count(run.Tokens.Count, TokensBasis(run)) : null);

    /// <summary>Distinct tokens.</summary>
    public static FigureKey UniqueTokens { get; } = FigureKey.Whole("unique_tokens", "Unique tokens", "tokens", static plan =>
        plan.Run is { } run ? FigureAnswer.Count(run.Unique.Count, new("one epoch", run.UniqueAssumed ? "assumed" : "given")) : null);

    /// <summary>Tokens over unique tokens.</summary>
    public static FigureKey Epochs { get; } = FigureKey.Real("epochs", "Epochs", "", static plan =>
        plan.Run is { } run ? FigureAnswer.Real(run.Epochs, Basis.Derived("tokens / unique_tokens", Tokens, UniqueTokens)) : null);

    /// <summary>Tokens over active parameters.</summary>
    public static FigureKey TokensPerParameter { get; } = FigureKey.Real("tokens_per_parameter", "Tokens per parameter", "tokens per parameter", static plan =>
        plan.Run is not { } run ? null : FigureAnswer.Real(run.Tokens.Count / plan.Size.Counts.Active.Count,
            Basis.Derived($"tokens / {SizeFigures.Active(plan).Name}", Tokens, SizeFigures.Active(plan)) with { Convention = "active parameters" }) with
        {
            Title = "T" + PerParameter(plan).Substring(1),
            Unit = PerParameter(plan),
        });

    /// <summary>What the budget buys.</summary>
    public static FigureKey BudgetFlops { get; } = FigureKey.Real("budget_flops", "Compute of the budget", "FLOP", "budget", static plan => plan.Run?.Budget is { } budget
        ? FigureAnswer.Real(budget, plan.Spec.Budget.Flops is not null ? Basis.Given() : new Basis("devices x time x peak x utilization", "derived"), "with utilization")
        : null);

    internal static FigureKey[] All { get; } = [Tokens, UniqueTokens, Epochs, TokensPerParameter, BudgetFlops];

    /// <summary>What tokens per parameter are called: a routed model has two counts.</summary>
    internal static string PerParameter(TrainingPlan plan) => plan.Size.Counts.IsRouted ? "tokens per active parameter" : "tokens per parameter";

    // What a budget of time or money buys depends on the utilization.
    private static Basis TokensBasis(RunPlan run)
    {
        var basis = new Basis("all epochs", run.TokensSource.ToString()) { Law = run.TokensSource.Law };
        return run is { TokensProposed: true, LeavesBudget: false, Budget: { IsPoint: false } budget }
            ? basis with { Low = run.Tokens.Count * budget.Low / budget.Mid, High = run.Tokens.Count * budget.High / budget.Mid, Meaning = "with utilization, at this size" }
            : basis;
    }
}
