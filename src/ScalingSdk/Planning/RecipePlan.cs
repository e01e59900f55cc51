using ScalingSdk.Hardware.Memory;
using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using ScalingSdk.Specs;

namespace ScalingSdk.Planning;

/// <summary>The published recipe that a spec names, for the plan's model, tokens and batch.</summary>
public sealed record RecipePlan
{
    /// <summary>The law that was asked.</summary>
    public required IRecipeLaw Law { get; init; }

    /// <summary>The recipe.</summary>
    public required Answer<TrainingRecipe> Recipe { get; init; }

    /// <summary>The law of the batch where the recipe has none and the spec states none; null otherwise.</summary>
    public IBatchLaw? BatchLaw { get; init; }

    /// <summary>The recipe's optimizer; null where there is no recipe.</summary>
    internal Optimizer? Optimizer => Recipe.HasValue ? OptimizerStates.Find(Recipe.Value.Optimizer) : null;

    internal static RecipePlan? Of(TrainingSpec spec, SizePlan size, RunPlan? run) => spec.Laws.Recipe is { } law ? Of(law, spec, size, run) : null;

    private static RecipePlan Of(IRecipeLaw law, TrainingSpec spec, SizePlan size, RunPlan? run)
    {
        if (!size.LawsApply)
            return new RecipePlan { Law = law, Recipe = Answer<TrainingRecipe>.None($"'{law.Info.Id}' is a recipe of decoders that train from scratch") };
        var question = Question(spec, size) with { Tokens = run?.Tokens };
        var recipe = Ask(law, question, spec);
        if (recipe.HasValue || question.Batch is not null || run is null)
            return new RecipePlan { Law = law, Recipe = recipe };

        // A recipe without a batch takes the one that the plan would propose.
        var batch = BatchProposal.Of(spec.Laws.Batch, spec.Laws.Names("batch"), size.Counts, run.Tokens, run.Unique);
        var completed = batch.HasValue ? Ask(law, question with { Batch = new(Math.Round(batch.Value.Count)) }, spec) : recipe;
        return new RecipePlan { Law = law, Recipe = completed, BatchLaw = completed.HasValue ? spec.Laws.Batch : null };
    }

    /// <summary>The tokens of the recipe for a model whose run is open; null where it has none.</summary>
    internal static Tokens? OwnTokens(TrainingSpec spec, SizePlan size) =>
        size.LawsApply && spec.Laws.Recipe is { } law && Ask(law, Question(spec, size), spec) is { HasValue: true, Value: var recipe } ? recipe.Tokens : null;

    // Batch, rate and decay of a recipe are those of its own optimizer and parametrization.
    private static Answer<TrainingRecipe> Ask(IRecipeLaw law, RecipeQuestion question, TrainingSpec spec)
    {
        var recipe = law.Recipe(question);
        if (!recipe.HasValue)
            return recipe;
        if (spec.Training.Optimizer is { } stated && OptimizerStates.Find(recipe.Value.Optimizer) is { } own && !IsSame(stated.Value, own))
            return Other(recipe.Value.Optimizer, KeyText.Named(stated.Origin, "training.optimizer"), stated.Text);
        return spec.Training.Parametrization is { } written && written.Value != TrainingChoices.FindParametrization(recipe.Value.Parametrization)
            ? Other(recipe.Value.Parametrization, KeyText.Named(written.Origin, "training.parametrization"), written.Text)
            : recipe;

        Answer<TrainingRecipe> Other(string its, string key, string value) => Answer<TrainingRecipe>.None($"'{law.Info.Id}' is a recipe of '{its}', and {key} states '{value}'");
    }

    private static bool IsSame(Hardware.Memory.Optimizer one, Hardware.Memory.Optimizer other) => one == other || (IsAdamW(one) && IsAdamW(other));

    private static bool IsAdamW(Hardware.Memory.Optimizer optimizer) => optimizer is Hardware.Memory.Optimizer.AdamW or Hardware.Memory.Optimizer.AdamW8Bit;

    private static RecipeQuestion Question(TrainingSpec spec, SizePlan size) => new(size.Counts)
    {
        Layers = size.Model?.Layers,
        Width = size.Model?.HiddenSize,
        Batch = StatedRun.Batch(spec) is { } tokens ? new BatchTokens(tokens) : null,
    };
}
