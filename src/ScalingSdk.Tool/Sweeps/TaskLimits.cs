
namespace ScalingSdk.Tool.Sweeps;

/// <summary>What one task may take, by the plan of its run; null where the plan does not say.</summary>
/// <param name="Minutes">The time limit.</param>
/// <param name="Mebibytes">Host memory: of each accelerator, or of the task where it has none.</param>
/// <param name="Accelerators">The accelerators.</param>
internal sealed record TaskLimits(int? Minutes, int? Mebibytes, int Accelerators)
{
    /// <summary>For what no plan knows: waiting for files, loading programs and data, the first compilation, the last evaluation.</summary>
    private const double StartMinutes = 10;

    /// <summary>The program and its data loaders, for each device.</summary>
    private const double ProgramGibibytes = 8;

    private const double Gibibyte = 1024.0 * 1024 * 1024;

    public static TaskLimits Of(RunCost cost, double timeFactor, int? accelerators)
    {
        if (cost.Estimate is not { } estimate)
            return new(null, null, accelerators ?? 0);
        var minutes = RoundUp(StartMinutes + (timeFactor * estimate.Hours.High * 60));
        var count = accelerators ?? estimate.Devices;

        // A checkpoint is gathered on the host, once; without accelerators the host's memory is the device's.
        var bytes = count > 0
            ? (ProgramGibibytes * Gibibyte) + (cost.Checkpoint.Bytes / count)
            : ((ProgramGibibytes * Gibibyte) + cost.PerDevice.Bytes) * estimate.Devices;
        return new(minutes, (int)Math.Min(int.MaxValue, Math.Ceiling(bytes / Gibibyte) * 1024), count);
    }

    /// <summary>Enough for both.</summary>
    public TaskLimits Or(TaskLimits other) => new(
        Math.Max(Minutes ?? 0, other.Minutes ?? 0) is > 0 and var minutes ? minutes : null,
        Math.Max(Mebibytes ?? 0, other.Mebibytes ?? 0) is > 0 and var mebibytes ? mebibytes : null,
        Math.Max(Accelerators, other.Accelerators));

    // Two digits: runs of one budget differ by a token, and share a limit.
    private static int RoundUp(double minutes)
    {
        var unit = Math.Max(1, Math.Pow(10, Math.Floor(Math.Log10(minutes)) - 1));
        return (int)Math.Min(int.MaxValue, Math.Ceiling(Math.Round(minutes / unit, 9)) * unit);
    }
}
