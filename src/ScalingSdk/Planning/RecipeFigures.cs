using ScalingSdk.Laws;
using ScalingSdk.Text;

namespace ScalingSdk.Planning;

/// <summary>The figures of a named recipe that no other part of a plan has; its tokens, batch, rate and warm-up are those of the plan.</summary>
public static class RecipeFigures
{
    private const string Key = "laws.recipe";

    /// <summary>The weight decay at the peak.</summary>
    public static FigureKey WeightDecay { get; } = FigureKey.Real("recipe_weight_decay", "Weight decay of the recipe", "", Key, static plan =>
        Of(plan) is { WeightDecay: { } decay } recipe ? FigureAnswer.Real(decay, ByRecipe(plan, recipe.DecayFrom)) : null);

    /// <summary>AdamW's beta1, or Muon's momentum.</summary>
    public static FigureKey Beta1 { get; } = FigureKey.Real("recipe_beta1", "Beta1 of the recipe, of Muon its momentum", "", Key, static plan =>
        Of(plan) is { Beta1: { } beta } ? FigureAnswer.Real(beta, ByRecipe(plan, default)) : null);

    /// <summary>AdamW's beta2.</summary>
    public static FigureKey Beta2 { get; } = FigureKey.Real("recipe_beta2", "Beta2 of the recipe", "", Key, static plan =>
        Of(plan) is { Beta2: { } beta } ? FigureAnswer.Real(beta, ByRecipe(plan, default)) : null);

    /// <summary>The tokens from which the learning rate falls.</summary>
    public static FigureKey DecayStartTokens { get; } = FigureKey.Whole("recipe_decay_start_tokens", "Tokens from which the recipe's learning rate falls", "tokens", Key, static plan =>
        Of(plan) is { DecayShare: { } share } recipe && plan.Spec.Training.Schedule is null ? FigureAnswer.Count((1 - share) * recipe.Tokens.Count, ByRecipe(plan, default, $"the tokens but the last {NumberText.Percent(share)}")) : null);

    /// <summary>The learning rate at the end.</summary>
    public static FigureKey LastLearningRate { get; } = FigureKey.Real("recipe_last_learning_rate", "Last learning rate of the recipe", "", Key, static plan =>
        Of(plan) is { LearningRate: { } rate, LastOverPeak: { } last } && plan.Spec.Training is { Schedule: null, LearningRate: null } ? FigureAnswer.Real(rate * last, ByRecipe(plan, default, $"{NumberText.Percent(last)} of the peak")) : null);

    internal static FigureKey[] All { get; } = [WeightDecay, Beta1, Beta2, DecayStartTokens, LastLearningRate];

    /// <summary>What a recipe sets: by its equation where it has one, otherwise as it states it.</summary>
    internal static Basis ByRecipe(TrainingPlan plan, Source source, string how = "as the recipe states it") => source.How is null
        ? new(how, plan.Recipe!.Law.Info.Id)
        : Basis.By(source, "");

    private static TrainingRecipe? Of(TrainingPlan plan) => plan.Recipe is { Recipe: { HasValue: true, Value: var recipe } } ? recipe : null;
}
