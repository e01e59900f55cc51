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
        if (plan.Size is { IsPretrained: true })
            yield return "training starts from trained weights: counts, compute, time, cost and memory hold; laws of pre-training are silent, so that there is no threshold, optimum, loss, batch or learning rate";
        if (plan.Size is { IsDecoder: false, Model: { } model })
        {
            var kind = model.Kind == ModelFamily.Encoder ? "an encoder" : "an encoder-decoder";
            yield return $"'{model.Architecture}' is {kind}: the laws were measured on decoders, so that there is no optimum, loss, batch or learning rate for it";
        }

        if (plan.Size.Counts.IsRouted && plan.Size.LawsApply)
        {
            yield return "dense laws are asked with the active parameters: a routed model should do better, and its unique tokens by total parameters matter too";
            yield return "clark-2022 covers one expert per token, 130B tokens and up to 1.3B active parameters: fit a law of your own beyond";
        }

        if (plan.Optimum?.Law is IIntervalLaw law)
        {
            foreach (var caveat in law.Info.IntervalCaveats)
                yield return caveat;
        }

        if (plan.Inference is { Best: { HasValue: false } unserved })
            yield return $"no best size with use counted in: {unserved.WhyNone}";
        if (plan.Data is { VocabularySize: < 8192 } small)
            yield return $"the laws count BPE tokens: with a vocabulary of {Grouped(small.VocabularySize!.Value)} a token is a smaller piece of text, about a quarter for characters";
        if (plan.LearningRate is { WhyNone: { } noRate })
            yield return $"no learning rate is proposed: {noRate}";
        if (plan.Recipe is { Recipe: { HasValue: false, WhyNone: { } none } })
            yield return $"no recipe: {none}";
        if (plan.Recipe is { Recipe: { HasValue: true, Outside.Inside: false } recipe, Law.Info.Id: var id })
            yield return $"the recipe of {id} is {recipe.Outside}";
        foreach (var why in plan.LawSpreads.Select(static spread => spread.Why).OfType<string>())
            yield return why;
        if (plan.Optimum?.Law is Kaplan2020 && plan.Optimum.Compute is { } compute)
        {
            yield return $"kaplan-2020 contradicts its own threshold above 0.3 PF-days and itself about {Compact(Kaplan2020.Contradiction.Compute.PetaflopDays)} PF-days of C_min; "
                + $"this run has {Compact(MinimumCompute.AtCriticalBatch(compute).PetaflopDays)}";
        }
    }
}
