using ScalingSdk.Diagnostics;
using ScalingSdk.Json.Editing;
using ScalingSdk.Planning;
using ScalingSdk.Specs;

namespace ScalingSdk.Rules;

/// <summary>A recipe that the spec names and that gives none for this run: batch, rate and schedule are then those of the plan.</summary>
internal sealed class RecipeWithoutAnswer : SingleRule
{
    public override RuleInfo Info { get; } = new("SCALE5006", Severity.Warning, "The recipe that is named gives none for this run");

    protected override Remark? Find(TrainingPlan plan)
    {
        if (plan.Recipe is not { Recipe: { HasValue: false, WhyNone: { } why } })
            return null;
        var origin = plan.Spec.Laws.Stated.FirstOrDefault(static law => law.Key is "recipe")?.Origin ?? plan.Spec.ModelOrigin;
        var remove = $"'{KeyText.Named(origin, "laws.recipe")}'";
        return At(
            origin,
            $"no recipe for this run: {why}",
            ["batch, learning rate, weight decay and schedule are those that the plan proposes without a recipe"],
            [new Remedy("remove " + remove, [SpecEdit.Remove("laws", "recipe")]) { Title = "Remove " + remove }]);
    }
}
