using ScalingSdk.Hardware;
using ScalingSdk.Models.Flops;
using ScalingSdk.Specs;

namespace ScalingSdk.Planning;

/// <summary>The devices that a plan computes with: as stated, and what was assumed of them.</summary>
public sealed record DeviceChoice
{
    /// <summary>The accelerator.</summary>
    public required Accelerator Accelerator { get; init; }

    /// <summary>How many of them.</summary>
    public required int Count { get; init; }

    /// <summary>The precision whose dense peak counts.</summary>
    public required Precision Precision { get; init; }

    /// <summary>The utilization and which FLOPs it counts.</summary>
    public required UtilizationBand Utilization { get; init; }

    /// <summary>Price of one device-hour in US dollars, or null.</summary>
    public double? PricePerHour { get; init; }

    internal static DeviceChoice? Of(TrainingSpec spec, List<string> assumptions)
    {
        var hardware = spec.Hardware;
        if (Choose(spec) is not var (accelerator, precision))
        {
            if (hardware.Known is { Value.HasPeak: false } known)
                assumptions.Add($"the run's time is not computed: {known.Value.WhyNoPeak(Precision.Bf16)}, and 'hardware.peak_flops' is not stated");
            return null;
        }

        return Of(accelerator, precision, spec, assumptions);
    }

    private static DeviceChoice Of(Accelerator accelerator, Precision precision, TrainingSpec spec, List<string> assumptions)
    {
        var hardware = spec.Hardware;
        if (hardware.Count is null)
            assumptions.Add("the run has 1 device: 'hardware.count' is not stated");
        if (spec.Training.Precision is null)
            assumptions.Add($"the run computes in {precision.Name()}: 'training.precision' is not stated");
        var count = (int)(hardware.Count?.Value ?? 1);
        return new DeviceChoice
        {
            Accelerator = accelerator,
            Count = count,
            Precision = precision,
            Utilization = UtilizationAt(spec, accelerator, count, precision, spec.Size?.Active.Count),
            PricePerHour = hardware.PricePerHour?.Value,
        };
    }

    /// <summary>The same devices at a size that the plan proposes: the utilization depends on it where none is stated.</summary>
    internal DeviceChoice At(TrainingSpec spec, double parameters) => this with { Utilization = UtilizationAt(spec, Accelerator, Count, Precision, parameters) };

    /// <summary>Another number of the same devices: the utilization depends on that too.</summary>
    internal DeviceChoice WithCount(TrainingSpec spec, int count, double parameters) =>
        this with { Count = count, Utilization = UtilizationAt(spec, Accelerator, count, Precision, parameters) };

    private static UtilizationBand UtilizationAt(TrainingSpec spec, Accelerator accelerator, int count, Precision precision, double? parameters)
    {
        var convention = spec.Model is null ? UtilizationConvention.SixND : UtilizationConvention.ExactCausal;
        return spec.Hardware.Utilization is { } given
            ? UtilizationBand.Given(given.Value, convention)
            : UtilizationBand.For(accelerator, count, SequenceLength.Of(spec.Model, spec.Training).Tokens, parameters, precision) with { Convention = convention };
    }

    /// <summary>Training FLOPs per token as the utilization counts them; where the shape is not known 6 N, and what attention adds in long sequences.</summary>
    internal double FlopsPerToken(SizePlan size)
    {
        if (size.Model is not { } model)
            return StatedRun.FlopsPerToken(null, size.Counts) + LongAttention.PerToken(size.Counts.Active.Count, size.Sequence.Tokens);
        if (Utilization.Convention == UtilizationConvention.SixND)
            return StatedRun.FlopsPerToken(model, size.Counts);
        return FlopsConventions.ExactCausal.Training(model, size.Sequence.Tokens).Flops is { } flops
            ? (double)flops
            : StatedRun.FlopsPerToken(model, size.Counts);
    }

    // bf16 unless the device has none.
    private static (Accelerator Accelerator, Precision Precision)? Choose(TrainingSpec spec)
    {
        Precision[] order = spec.Training.Precision is { } stated ? [stated.Value] : [Precision.Bf16, Precision.Fp16, Precision.Fp32];
        foreach (var precision in order)
        {
            if (spec.Hardware.Accelerator(precision) is { } accelerator && accelerator.WhyNoPeak(precision) is null)
                return (accelerator, precision);
        }

        return null;
    }
}
