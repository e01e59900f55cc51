using ScalingSdk.Laws;
using ScalingSdk.Specs;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Planning;

/// <summary>A named recipe as a table of settings.</summary>
internal static class RecipeTable
{
    public static PlanTable? Of(TrainingPlan plan) => plan.Recipe is { Recipe: { HasValue: true, Value: var recipe }, Law.Info: var law } named ? new()
    {
        Key = "recipe",
        Title = $"Recipe of {law.Id}",
        Formula = $"{law.Paper}; {named.Recipe.Outside}",
        Source = law.Id,
        Columns = [new("setting", "setting"), new("value", "value")],
        Rows = [.. Rows(recipe, named, plan.Spec.Training).Select(static row => (IReadOnlyList<PlanCell>)[PlanCell.Of(row.Setting), PlanCell.Of(row.Value)])],
    } : null;

    private static IEnumerable<(string Setting, string Value)> Rows(TrainingRecipe recipe, RecipePlan plan, TrainingSection stated)
    {
        yield return ("optimizer", recipe.Optimizer);
        yield return ("tokens", Compact(recipe.Tokens.Count));
        yield return ("batch", $"{Compact(recipe.Batch.Count)} tokens" + (plan.BatchLaw is { } law ? $" ({law.Info.Id}: the recipe has none)" : ""));
        yield return ("batch ramp", recipe.BatchRamp);
        yield return ("steps", Grouped((long)Math.Min(Math.Ceiling(RoundTo12(recipe.Tokens.Count / recipe.Batch.Count)), long.MaxValue / 2)));
        yield return ("peak learning rate", Kept(stated.LearningRate, recipe.LearningRate is { } rate ? Scientific(rate, 3) : "that of the tuned base model"));
        yield return ("weight decay", Kept(stated.WeightDecay, recipe.WeightDecay is { } decay ? Compact(decay) : Unknown(recipe)));
        yield return (recipe.Optimizer is "muon" ? "momentum" : "beta1", recipe.Beta1 is { } first ? Round(first) : Unknown(recipe));
        if (recipe.Optimizer is not "muon")
            yield return ("beta2", recipe.Beta2 is { } second ? Round(RoundTo4(second)) : Unknown(recipe));
        yield return ("warm-up", Kept(stated.WarmupSteps, recipe.WarmupSteps is { } warmup ? $"{Grouped((long)Math.Round(warmup))} steps" : "not stated", " steps"));
        yield return ("schedule", stated.Schedule is { } schedule ? $"{schedule.Text} as stated (the recipe: {recipe.Schedule})" : recipe.Schedule);
        yield return ("checkpoints", $"{Grouped(SchedulePlan.Checkpoints)}, one each 5 % of the run (our choice)");
        foreach (var note in recipe.Notes)
            yield return ("", note);
    }

    // What the spec states stays; what the recipe has is said beside it.
    private static string Kept(Stated<double>? stated, string own, string unit = "") =>
        stated is { } kept ? $"{kept.Text}{unit} as stated (the recipe: {own})" : own;

    private static string Unknown(TrainingRecipe recipe) => recipe.LearningRate is null ? "that of the tuned base model" : "not verified";

    private static double RoundTo4(double value) => Math.Round(value, 4);
}
