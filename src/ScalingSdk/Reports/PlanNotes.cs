using ScalingSdk.Laws;
using ScalingSdk.Models.Parts;
using ScalingSdk.Planning;
using ScalingSdk.Quantities;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Reports;

/// <summary>What a reader must know beside the numbers, a sentence each without final period.</summary>
internal static class PlanNotes
{
    /// <summary>A run takes its budget to the rounding of a size.</summary>
    private const double Spent = 0.95;

    /// <summary>The notes of a plan, in the order that a reader wants them.</summary>
    public static IReadOnlyList<string> Of(TrainingPlan plan) => [.. Notes(plan)];

    /// <summary>Which parts of the plan hold for this kind of model: empty for a dense decoder with a usual vocabulary.</summary>
    internal static IEnumerable<string> WhatHolds(TrainingPlan plan)
    {
        if (plan.Size is { IsOfNoRun: true })
            yield return "no run has these magnitudes: counts, compute, time, cost and memory are those of the numbers as stated, and no law is asked for a threshold, optimum, loss, batch or learning rate";
        else if (plan.Size is { IsPretrained: true })
            yield return "training starts from trained weights: counts, compute, time, cost and memory hold; laws of pre-training are silent, so there is no threshold, optimum, loss, batch or learning rate";
        if (plan.Size is { IsDecoder: false, Model: { } model })
        {
            var kind = model.Kind == ModelFamily.Encoder ? "an encoder" : "an encoder-decoder";
            yield return $"'{model.Architecture}' is {kind}: the laws were measured on decoders, so there is no optimum, loss, batch or learning rate for it";
        }

        if (plan.Size.Counts.IsRouted && plan.Size.LawsApply)
        {
            yield return plan.Spec.Laws.Allocation.Info is { CountsExperts: true, Id: var law }
                ? $"the model is routed: the loss is that of '{law}', which counts experts; unique tokens are those of a dense model of {Compact(plan.Size.Counts.Active.Count)}"
                : $"the model is routed: counts, compute, memory and time hold as they are; loss and unique tokens are those of a dense model of "
                + $"{Compact(plan.Size.Counts.Active.Count)}, and a routed model reaches a lower loss";
        }

        if (LeftOver(plan) is { } left)
            yield return left;
        if (plan.Data is { VocabularySize: < 8192 } small)
            yield return $"the laws count BPE tokens: with a vocabulary of {Grouped(small.VocabularySize!.Value)} a token is a smaller piece of text, about a quarter for characters";
        if (plan is { Size.LawsApply: true, LearningRate.WhyNone: { } noRate })
            yield return $"no learning rate is proposed: {noRate}";
        if (plan.Loss is { Loss.WhyNone: { } noLoss })
            yield return $"no loss is predicted: {noLoss}";
        if (plan.Spec.Laws.Names("batch") && plan.Batch.Proposed.WhyNone is { } noBatch)
            yield return $"no batch is proposed: {noBatch}";
        if (plan.Spec.Laws.Names("allocation") && plan.Optimum is { } asked)
        {
            if (asked.Tokens.WhyNone is { } noOptimum)
                yield return $"no compute-optimal run: {noOptimum}";
            else if (asked.Law.LossLaw is null && plan.Run is not null)
                yield return $"no loss is predicted: '{asked.Law.Info.Id}' shares out compute and predicts none";
        }
    }

    // Few unique tokens take no large budget.
    private static string? LeftOver(TrainingPlan plan) =>
        plan is { Run: { Budget: { } budget, Unique: var unique } run, Size.ProposedBy: { Law: { } law } by, Compute.SixND.Flops: var flops }
        && string.Equals(law, plan.Spec.Laws.RepeatedData.Info.Id, StringComparison.Ordinal) && run.TokensSource == by && flops < Spent * budget.Mid
            ? $"the run takes {Percent(flops / budget.Mid)} of the budget: on {Compact(unique.Count)} unique tokens a larger model or more epochs are not known to lower the loss ({law}, epochs-turn)"
            : null;

    // The laws of the best batch, least and largest: they differ in their exponent of the tokens.
    private static string? BestBatches(TrainingPlan plan)
    {
        if (plan.Size.Counts.IsRouted)
            return null;
        (LawAnswer? least, LawAnswer? most) = (null, null);
        foreach (var answer in plan.LawAnswers)
        {
            if (answer is not { Asked: LawQuestions.Batch, Value: { } value, Law.DenseOnly: true })
                continue;
            if (least is null || value < least.Value)
                least = answer;
            if (most is null || value >= most.Value)
                most = answer;
        }

        if (least is null || most is null || ReferenceEquals(least, most))
            return null;
        return $"best batch by laws of the tokens: {Compact(least.Value!.Value)} ({Of(least)}) to {Compact(most.Value!.Value)} ({Of(most)}); its exponent is contested, 0.38 to 0.57, "
            + $"and half to twice the best costs at most 5 % of the compute ({Schaipp2026.Law.Info.Id})";

        static string Of(LawAnswer answer) => answer.Outside.Inside ? answer.Law.Id : $"{answer.Law.Id}, {answer.Outside}";
    }

    // How far the proposals for a model with experts lie outside the runs of their law, and how public runs lie to them.
    internal static string? ByExperts(TrainingPlan plan)
    {
        var law = Ling2025.Law.Info;
        var batch = plan.Batch is { Stated: null, Proposed: { HasValue: true } size } && size.Source.Law == law ? size.Outside : default(Extrapolation?);
        var rate = plan.LearningRate is { Stated: null, Middle: { HasValue: true } peak } && peak.Source.Law == law ? peak.Outside : default(Extrapolation?);
        var outside = batch ?? rate;
        var share = plan.Routed is { Activation: var active } && !(Ling2025.CheckedActivation.FactorOutside(active) <= 1) ? $" ({Percent(active)} here)" : "";
        return outside is not { } far || (far.Inside && share.Length == 0) ? null
            : $"{(batch is null ? "the learning rate" : rate is null ? "the batch" : "batch and learning rate")} of a model with experts {(batch is null || rate is null ? "is" : "are")} extrapolated from {law.Id}, whose runs end at 3e20 FLOP and have 4.7 to 10.9 % of the experts active{share}: published runs, {Ling2025.PublishedRuns}";
    }

    private static string? MeasuredAbove(TrainingPlan plan) =>
        plan.Batch is { CeilingByKaplan: { HasValue: true } measured, Kaplan: { HasValue: true } law } && measured.Value.Count > law.Value.Count
            ? $"measured at this size, the critical batch is {Compact(measured.Value.Count)} tokens ({Merrill2025.Law.Info.Id}, 1B and 7B parameters, near 0 at the start of a run), and the plan takes that: "
                + $"{law.Source.Law!.Id} has {Compact(law.Value.Count)}{(law.Outside.Inside ? "" : $", {law.Outside}")}"
            : null;

    private static string? BeyondPlateau(Answer<BatchTokens> critical) => critical.HasValue && critical.Value.Count > Merrill2025.Plateau.Count
        ? $"{critical.Source.Law!.Id} extrapolates to {Compact(critical.Value.Count)}"
        : null;

    private static IEnumerable<string> Notes(TrainingPlan plan)
    {
        foreach (var line in WhatHolds(plan))
            yield return line;
        if (plan.Size.Counts.IsRouted && plan.Size.LawsApply && !plan.Spec.Laws.Allocation.Info.CountsExperts)
            yield return "clark-2022 covers one expert per token, 130B tokens and up to 1.3B active parameters: fit a law of your own beyond";
        if (plan.Inference is { Best: { HasValue: false } none })
            yield return $"no best size with use counted in: {none.WhyNone}";
        string?[] beyond = plan.Size.Counts.IsRouted ? [] : [BeyondPlateau(plan.Batch.Kaplan), BeyondPlateau(plan.Batch.Zhang)];
        if (Array.Exists(beyond, static law => law is not null))
        {
            yield return $"measured, the critical batch levels off at {Compact(Merrill2025.Plateau.Count)} tokens ({Merrill2025.Law.Info.Id}, 1B and 7B parameters), and the plan takes that: "
                + string.Join(" and ", beyond.OfType<string>());
        }

        if (MeasuredAbove(plan) is { } measured)
            yield return measured;
        if (ByExperts(plan) is { } experts)
            yield return experts;
        if (BestBatches(plan) is { } batches)
            yield return batches;
        if (plan.Recipe is { Recipe: { HasValue: true, Outside.Inside: false } recipe, Law.Info.Id: var id })
            yield return $"the recipe of {id} is {recipe.Outside}";
        foreach (var why in plan.LawSpreads.Select(static spread => spread.Why).OfType<string>())
            yield return why;
        if (plan.Optimum is { Compute: { } compute, Law.Info.OfBudget: { } note })
            yield return note(compute);
    }
}
