using ScalingSdk.Diagnostics;
using ScalingSdk.Hardware;
using ScalingSdk.Quantities;
using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Sweeps;

/// <summary>What the plan of a run says that it takes.</summary>
/// <param name="Run">The run.</param>
/// <param name="Estimate">Time and price; null where its spec states no hardware.</param>
/// <param name="PerDevice">The memory of one device.</param>
/// <param name="Checkpoint">A checkpoint that can be resumed, over all devices.</param>
internal sealed record RunCost(SweepRun Run, RunEstimate? Estimate, ByteSize PerDevice, ByteSize Checkpoint)
{
    /// <exception cref="InputException">The spec gives no plan.</exception>
    public static RunCost Of(SweepRun run, SpecInput spec, CancellationToken cancellation)
    {
        var result = spec.Run(cancellation);
        return result.Plan is { } plan
            ? new(run, plan.Hardware?.Estimate, plan.Memory.PerDevice, plan.Memory.Checkpoint)
            : throw new InputException(result.Findings.First(static finding => finding.Severity == Severity.Error).ToString());
    }

    /// <summary>Device-hours, or FLOPs where no device is stated: what shares and orders follow.</summary>
    public double Work => Estimate?.DeviceHours.Mid ?? Run.Flops;
}
