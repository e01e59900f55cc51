namespace ScalingSdk.Hardware;

/// <summary>How the hours of a published run are known.</summary>
internal enum HoursKind
{
    /// <summary>The authors print them.</summary>
    Reported,

    /// <summary>Devices x time, both printed.</summary>
    Derived,

    /// <summary>Printed as "about".</summary>
    Approximate,

    /// <summary>Devices x the whole period, stops included.</summary>
    UpperBound,

    /// <summary>Estimated by other authors.</summary>
    Estimated,

    /// <summary>The authors' figure, as others print it.</summary>
    Quoted,
}

/// <summary>A training run whose device-hours were published.</summary>
internal sealed record PublishedRun
{
    /// <summary>The model.</summary>
    public required string Name { get; init; }

    /// <summary>Active parameters, embeddings included.</summary>
    public required double Parameters { get; init; }

    /// <summary>Tokens processed.</summary>
    public required double Tokens { get; init; }

    /// <summary>The accelerator.</summary>
    public required Accelerator Accelerator { get; init; }

    /// <summary>Hours of all devices together.</summary>
    public required double DeviceHours { get; init; }

    /// <summary>How the hours are known.</summary>
    public HoursKind Kind { get; init; }

    /// <summary>The number of devices, or null where it was not printed.</summary>
    public int? Devices { get; init; }

    /// <summary>False where the model was pruned and distilled from others: its hours hold the teachers' work, so no band counts it.</summary>
    public bool FromScratch { get; init; } = true;

    /// <summary>FLOPs of one token where they are known by every matrix product; null for 6 N.</summary>
    public double? FlopsPerToken { get; init; }

    /// <summary>Tokens of a sequence where they decide about the band: of runs on one node.</summary>
    public int SequenceLength { get; init; } = 4_096;

    /// <summary>Where the figures were published.</summary>
    public required string Source { get; init; }

    /// <summary>Training compute in FLOP: 6 N D, or every matrix product where that is known.</summary>
    public double Flops => (FlopsPerToken ?? (6 * Parameters)) * Tokens;

    /// <summary>The utilization that the hours imply: the compute over the dense bf16 peak of the device (also for runs in fp8).</summary>
    public double Utilization => Hardware.Utilization.OfRun(Flops, DeviceHours, Accelerator.Bf16FlopsPerSecond!.Value);
}
