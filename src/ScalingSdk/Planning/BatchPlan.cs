using ScalingSdk.Hardware.Memory;
using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using ScalingSdk.Specs;

namespace ScalingSdk.Planning;

/// <summary>The batch: what the spec states, what a law proposes, and the ceiling beyond which compute is wasted.</summary>
public sealed record BatchPlan
{
    /// <summary>The law of the proposal.</summary>
    public required IBatchLaw Law { get; init; }

    /// <summary>Tokens of a step as the spec states them; null where it does not.</summary>
    public required BatchTokens? Stated { get; init; }

    /// <summary>The batch that the plan proposes: the law's, and in a dense model at most the critical one.</summary>
    public required Answer<BatchTokens> Proposed { get; init; }

    /// <summary>True where the proposal is that of a dense law asked for a routed model.</summary>
    public bool DenseLawOnRouted { get; init; }

    /// <summary>True where the proposal is that of the named recipe.</summary>
    public bool ByRecipe { get; init; }

    /// <summary>The batch of twice the compute at the end of the run, by kaplan-2020 from Kaplan's own loss, at most the plateau of merrill-2025; that plateau at the sizes that it was measured at.</summary>
    public required Answer<BatchTokens> CeilingByKaplan { get; init; }

    /// <summary>The batch of twice the compute at the end of the run, by zhang-2024 (b/a); at most the plateau of merrill-2025.</summary>
    public required Answer<BatchTokens> CeilingByZhang { get; init; }

    /// <summary>What kaplan-2020 answers, plateau or not.</summary>
    internal Answer<BatchTokens> Kaplan { get; init; }

    /// <summary>What zhang-2024 answers, plateau or not.</summary>
    internal Answer<BatchTokens> Zhang { get; init; }

    /// <summary>The batch that the plan computes with: the stated one, otherwise the proposal; null where there is neither.</summary>
    public BatchTokens? Used => Stated ?? (Proposed.HasValue ? Proposed.Value : null);

    /// <summary>Optimizer steps at <see cref="Used"/>, not rounded; null without a run.</summary>
    public required Steps? Steps { get; init; }

    /// <summary>Steps over the fewest and examples over the least at <see cref="Used"/> under Kaplan's ceiling (mccandlish-2018); none for a routed model, which that ceiling was not measured on.</summary>
    public Answer<BatchTradeOff> TradeOff => !IsRouted && Used is { } used && CeilingByKaplan is { HasValue: true } ceiling && McCandlish2018.Law.At(used, ceiling.Value) is { HasValue: true } trade
        ? Answer<BatchTradeOff>.Of(trade.Value, ceiling.Outside, trade.Source)
        : default;

    internal bool IsRouted { get; init; }

    /// <summary>True under Muon, for which no critical batch was measured: those of the laws are of AdamW.</summary>
    internal bool ByMuon { get; init; }

    /// <param name="spec">The spec.</param>
    /// <param name="size">The model.</param>
    /// <param name="run">The run.</param>
    /// <param name="optimum">The compute-optimal run; asked for where there is no run.</param>
    /// <param name="recipe">The recipe that the spec names.</param>
    internal static BatchPlan Of(TrainingSpec spec, SizePlan size, RunPlan? run, OptimumPlan? optimum, RecipePlan? recipe)
    {
        var law = spec.Laws.Batch;
        var stated = StatedRun.Batch(spec) is { } tokens ? new BatchTokens(tokens) : default(BatchTokens?);

        // Without a run, what a compute-optimal one of this size would take.
        var question = run?.Tokens ?? (optimum is { Tokens: { HasValue: true } optimal } ? optimal.Value : default);
        var applies = size.LawsApply && question.Count > 0;
        var named = spec.Laws.Names("batch");
        var denseOnRouted = size.Counts.IsRouted && named && law.Info.DenseOnly;
        var unique = run?.Unique ?? new UniqueTokens(question.Count);
        var byRecipe = applies && stated is null && recipe is { Recipe.HasValue: true, BatchLaw: null } && !named;
        var proposed = !applies ? default
            : byRecipe ? Of(recipe!.Recipe)
            : BatchProposal.Of(law, named, size.Counts, question, unique);
        var used = stated ?? (proposed.HasValue ? proposed.Value : default(BatchTokens?));
        var kaplan = applies ? Kaplan2020.Law.CriticalBatch(size.Counts, unique.OnePass) : default;
        var zhang = applies ? Zhang2024.Law.CriticalBatch(size.Counts, question) : default;
        return new BatchPlan
        {
            Law = law,
            Stated = stated,
            Proposed = proposed,
            DenseLawOnRouted = denseOnRouted,
            ByRecipe = byRecipe,
            Kaplan = kaplan,
            Zhang = zhang,
            CeilingByKaplan = Merrill2025.Measured(kaplan, size.Counts, question),
            CeilingByZhang = Merrill2025.Cap(zhang, size.Counts),
            IsRouted = size.Counts.IsRouted,
            ByMuon = IsByMuon(spec, recipe),
            Steps = run is not null && used is { } batch ? new Steps(run.Tokens.Count / batch.Count) : null,
        };
    }

    /// <summary>True under Muon, stated or of the recipe.</summary>
    internal static bool IsByMuon(TrainingSpec spec, RecipePlan? recipe) => (spec.Training.Optimizer?.Value ?? recipe?.Optimizer) is Optimizer.Muon;

    private static Answer<BatchTokens> Of(Answer<TrainingRecipe> recipe) =>
        Answer<BatchTokens>.Of(recipe.Value.Batch, recipe.Outside, recipe.Value.BatchFrom.Law is null ? recipe.Source : recipe.Value.BatchFrom);
}
