using ScalingSdk.Laws;
using ScalingSdk.Models.Parts;
using ScalingSdk.Planning;
using ScalingSdk.Quantities;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Reports;

/// <summary>What a reader must know beside the numbers, a sentence each without final period.</summary>
public static class PlanNotes
{
    /// <summary>The notes of a plan, in the order that a reader wants them.</summary>
    public static IReadOnlyList<string> Of(TrainingPlan plan) => [.. Notes(plan)];

    private static IEnumerable<string> Notes(TrainingPlan plan)
    {
        if (plan.Size.Model is { } model && !plan.Size.LawsApply)
        {
            var kind = model.Kind == ModelFamily.Encoder ? "an encoder" : "an encoder-decoder";
            yield return $"'{model.Architecture}' is {kind}: the laws were measured on decoders, so that there is no optimum, loss, batch or learning rate for it";
        }

        if (plan.Size.Counts.IsRouted && plan.Size.LawsApply)
        {
            yield return "dense laws are asked with the active parameters: a routed model should do better, and its unique tokens by total parameters matter too";
            yield return "clark-2022 covers one expert per token, 130B tokens and up to 1.3B active parameters: fit a law of your own beyond";
        }

        if (plan.Optimum?.Law.Parametric is { } law)
        {
            foreach (var caveat in law.Info.IntervalCaveats)
                yield return caveat;
        }

        if (plan.Inference is { Best: { HasValue: false } unserved })
            yield return $"no best size with use counted in: {unserved.WhyNone}";
        if (plan.Data is { VocabularySize: < 8192 } small)
            yield return $"the laws count BPE tokens: with a vocabulary of {Grouped(small.VocabularySize!.Value)} a token is a smaller piece of text, about a quarter for characters";
        if (plan.Recipe is { Recipe: { HasValue: false, WhyNone: { } none } })
            yield return $"no recipe: {none}";
        if (plan.Recipe is { Recipe: { HasValue: true, Outside.Inside: false } recipe, Law.Info.Id: var id })
            yield return $"the recipe of {id} is {recipe.Outside}";
        if (plan.Recipe is null && plan.LearningRate is { } && LearningRatePlan.ByDeepSeek(plan.Size, plan.Run!) is { HasValue: true } rate)
        {
            yield return $"published runs used {Scientific(LearningRatePlan.PublishedOverDeepSeek.Least * rate.Value, 2)} to "
                + $"{Scientific(LearningRatePlan.PublishedOverDeepSeek.Most * rate.Value, 2)} at this compute: 0.2 to 0.8 of deepseek-2024 (10 to 90 % of 64 runs)";
        }

        foreach (var why in plan.LawSpreads.Select(static spread => spread.Why).OfType<string>())
            yield return why;
        if (plan.Optimum?.Law is Kaplan2020 && plan.Optimum.Compute is { } compute)
        {
            yield return $"kaplan-2020 contradicts its own threshold above 0.3 PF-days and itself about {Compact(Kaplan2020.Contradiction.Compute.PetaflopDays)} PF-days of C_min; "
                + $"this run has {Compact(MinimumCompute.AtCriticalBatch(compute).PetaflopDays)}";
        }
    }
}
