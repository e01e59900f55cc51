using ScalingSdk.Diagnostics;
using ScalingSdk.Hardware;
using ScalingSdk.Hardware.Memory;
using ScalingSdk.Json.Editing;
using ScalingSdk.Laws;
using ScalingSdk.Planning;
using ScalingSdk.Specs;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>Values of a recipe and of the hardware that no training run has.</summary>
internal static class ImplausibleRecipe
{
    /// <summary>BERT, GPT-2 and their kind have 0.1; runs that repeat few tokens up to 0.3.</summary>
    private const double HighestDropout = 0.5, UsualDropout = 0.1;

    /// <summary>Over the middle of published pre-training runs of the size; fine-tuning all weights takes a tenth of their rate.</summary>
    private const double HighestOfFineTuning = 4;

    /// <summary>Llama 3.2 1B has 5 % and Trinity Large 10 %, the lowest that are published.</summary>
    private const double LowestUtilization = 0.03;

    public static IEnumerable<Remark> Check(TrainingPlan plan, RuleInfo rule)
    {
        Remark?[] found = [Devices(plan, rule), Warmup(plan, rule), Dropout(plan, rule), FineTuning(plan, rule), Utilization(plan, rule)];
        return found.OfType<Remark>();
    }

    private static Remark? Devices(TrainingPlan plan, RuleInfo rule)
    {
        if (plan is not { Size.IsOfNoRun: false, Hardware: { Devices: { Count: var count } devices, Usable: { } usable } } || count <= usable.Most)
            return null;
        var enough = Math.Ceiling(count / usable.PerCopy) * plan.Size.Sequence.Tokens;
        var batch = plan.Spec.Training is { BatchTokens: null, BatchSequences: not null }
            ? Remedy.Write(Round(enough / plan.Size.Sequence.Tokens), "training", "batch_sequences")
            : Remedy.Write($"\"{CompactUp(enough)}\"", "training", "batch_tokens");
        return new(rule, Severity.Warning, plan.Spec.Hardware.Count?.Origin ?? plan.Spec.ModelOrigin,
            $"{Grouped(count)} devices are more than the {Grouped(usable.Most)} that a step of {Grouped(usable.Sequences)} sequences can be split over",
            [
                $"a copy of the model takes at least one sequence, and a copy of this size is split over at most about {Grouped(usable.PerCopy)} devices; no time is computed for so many",
            ],
            [Remedy.Advice($"use at most {Grouped(usable.Most)} devices") with { Trial = [SpecEdit.Set(Round(usable.Most), "hardware", "count")] }, batch with { IsFix = false }]);
    }

    private static Remark? Warmup(TrainingPlan plan, RuleInfo rule)
    {
        if (plan.Spec.Training.WarmupSteps is not { } warmup || (plan.Batch.Stated is null && plan.Spec.Training.Steps is null))
            return null;
        if ((plan.Spec.Training.Steps?.Value ?? plan.Batch.Steps?.Count) is not { } steps || warmup.Value < steps)
            return null;
        var usual = Math.Max(1, Math.Floor(Math.Min(SchedulePlan.UsualWarmup, steps / 10)));
        return new(rule, Severity.Warning, warmup.Origin,
            $"a warm-up of '{warmup.Text}' steps does not end within the {Grouped(Math.Round(steps))} steps of the run", ["the learning rate never reaches its peak"],
            [Remedy.Write(Round(usual), "training", "warmup_steps")]);
    }

    private static Remark? Dropout(TrainingPlan plan, RuleInfo rule) => plan.Spec.Training.Dropout is not { Value: > HighestDropout } dropout ? null
        : new(rule, Severity.Warning, dropout.Origin, $"a dropout of '{dropout.Text}' is above that of any published run, 0.1 to 0.3", [],
            [Remedy.Write(Round(UsualDropout), "training", "dropout")]);

    // Adapters of low rank take higher rates than whole weights: a suggestion.
    private static Remark? FineTuning(TrainingPlan plan, RuleInfo rule)
    {
        if (plan is not { Size: { IsPretrained: true, IsDecoder: true, Counts: { IsRouted: false } counts }, Spec.Training: { LearningRate: { } rate } training }
            || rate.Value > Magnitudes.HighestRate || training.Optimizer is { Value: not (Optimizer.AdamW or Optimizer.AdamW8Bit) } || training.Parametrization is { Value: not Parametrization.Standard })
        {
            return null;
        }

        var middle = PublishedRates.Law.Of(counts.Active, 1).Middle.Value;
        return rate.Value <= HighestOfFineTuning * middle ? null : new(rule, Severity.Suggestion, rate.Origin,
            $"a peak learning rate of '{rate.Text}' for trained weights is {Compact(rate.Value / middle)} times the {Compact(middle)} that pre-training takes at this size",
            ["fine-tuning all weights mostly takes a tenth of the rate of pre-training; adapters of low rank take more"],
            [Remedy.Write(Compact(middle / 10), "training", "learning_rate")]);
    }

    private static Remark? Utilization(TrainingPlan plan, RuleInfo rule)
    {
        if (plan.Spec.Hardware.Utilization is not { Value: < LowestUtilization } stated || plan.Hardware?.Devices is not { } devices)
            return null;
        var band = UtilizationBand.For(devices.Accelerator, (int?)plan.Spec.Hardware.Count?.Value, plan.Size.Sequence.Tokens, plan.Size.Counts.Active.Count, devices.Precision);
        var usual = Round(Math.Round(band.Fraction.Mid * 100)) + "%";
        return new(rule, Severity.Suggestion, stated.Origin,
            $"a utilization of '{stated.Text}' is below that of published runs, 5 % and more",
            [$"published runs have {band.Reason}: time and cost would be too high"],
            [Remedy.Write($"\"{usual}\"", "hardware", "utilization")]);
    }
}
