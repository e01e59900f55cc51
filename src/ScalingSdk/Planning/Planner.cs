using ScalingSdk.Hardware;
using ScalingSdk.Specs;

namespace ScalingSdk.Planning;

/// <summary>Derives a plan from a spec: a pure function. Size and tokens are resolved here; each other part is worked out when it is read.</summary>
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
        return new TrainingPlan(spec, size, run, devices, assumptions) { Conflict = resolver.Conflict, Missed = resolver.Missed };
    }
}
