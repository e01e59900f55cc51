using ScalingSdk.Hardware;
using ScalingSdk.Specs;

namespace ScalingSdk.Planning;

/// <summary>Derives a plan from a spec: a pure function. Each part is a file of its own; figures are written when they are read.</summary>
internal static class Planner
{
    /// <summary>What follows from a spec, with the spec's laws.</summary>
    public static TrainingPlan Plan(TrainingSpec spec)
    {
        List<string> assumptions = [];
        var resolver = new RunResolver(spec, DeviceChoice.Of(spec, assumptions));
        var (size, run) = resolver.Resolve();
        var devices = resolver.Devices;
        if (devices is not null && spec.Hardware.Utilization is null)
            assumptions.Add($"utilization {devices.Utilization.Reason}: 'hardware.utilization' is not stated");
        if (devices is not null && size.Model is null && size.Sequence.Tokens > UtilizationFit.ShortSequence)
            assumptions.Add(LongAttention.Assumption);
        assumptions.AddRange(resolver.Assumptions);
        assumptions.AddRange(size.Model?.Notes ?? []);
        assumptions.AddRange(run is null ? [] : spec.Laws.SettingsOf(size.Counts, run.Tokens));
        var compute = ComputePlan.Of(size, run);
        var data = DataPlan.Of(spec, size, run);
        var optimum = OptimumPlan.Of(spec.Laws.Allocation, size, run, compute);
        var recipe = RecipePlan.Of(spec, size, run);
        var batch = BatchPlan.Of(spec, size, run, optimum, recipe);
        var rate = LearningRatePlan.Of(spec, size, run, batch, recipe);
        return new TrainingPlan
        {
            Spec = spec,
            Size = size,
            Run = run,
            Data = data,
            Conflict = resolver.Conflict,
            Compute = compute,
            Optimum = optimum,
            Loss = LossPlan.Of(spec, size, run, data),
            Batch = batch,
            LearningRate = rate,
            WeightDecay = WeightDecayPlan.Of(spec, size, run, data, batch, rate, recipe),
            Hardware = HardwarePlan.Of(devices, size, run, optimum),
            Memory = MemoryUse.Of(spec, size, devices, recipe?.Optimizer, assumptions),
            Inference = InferencePlan.Of(spec, size, run, optimum, assumptions),
            Schedule = SchedulePlan.Of(spec, run, batch, recipe),
            Recipe = recipe,
            Routed = RoutedPlan.Of(size),
            Quantisation = QuantisationPlan.Of(spec, size, run),
            Assumptions = assumptions,
        };
    }
}
