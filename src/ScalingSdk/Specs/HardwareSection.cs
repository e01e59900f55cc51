using ScalingSdk.Diagnostics;
using ScalingSdk.Hardware;
using ScalingSdk.Json;
using ScalingSdk.Quantities.Units;
using ScalingSdk.Text;

namespace ScalingSdk.Specs;

/// <summary>The <c>hardware</c> section: the devices, by name or by their numbers, and what an hour of one costs.</summary>
public sealed record HardwareSection
{
    /// <summary>The accelerator of a known name; null where the spec gives none or describes its own.</summary>
    public Stated<Accelerator>? Known { get; init; }

    /// <summary>The accelerator's name as the spec writes it.</summary>
    public Stated<string>? Name { get; init; }

    /// <summary>How many devices.</summary>
    public Stated<double>? Count { get; init; }

    /// <summary>Model FLOPs utilization, 0 to 1.</summary>
    public Stated<double>? Utilization { get; init; }

    /// <summary>Price of one device-hour, in US dollars.</summary>
    public Stated<double>? PricePerHour { get; init; }

    /// <summary>Dense peak of an own accelerator at the run's precision, in FLOP/s.</summary>
    public Stated<double>? PeakFlops { get; init; }

    /// <summary>Memory of one own device, in bytes.</summary>
    public Stated<double>? Memory { get; init; }

    /// <summary>Power of one own device, in W.</summary>
    public Stated<double>? Power { get; init; }

    /// <summary>True where the spec says which devices.</summary>
    public bool IsStated => Known is not null || PeakFlops is not null;

    /// <summary>The accelerator with the spec's own numbers in place of the known ones; null where none is stated.</summary>
    public Accelerator? Accelerator(Precision precision)
    {
        if (!IsStated)
            return null;
        var own = Known?.Value ?? new Accelerator { Id = Name?.Value ?? "own accelerator", MemoryBytes = Memory!.Value, Source = "given" };
        own = own with { MemoryBytes = Memory?.Value ?? own.MemoryBytes, PowerWatts = Power?.Value ?? own.PowerWatts };
        return PeakFlops?.Value is not { } peak ? own : precision switch
        {
            Precision.Fp32 => own with { Fp32FlopsPerSecond = peak },
            Precision.Tf32 => own with { Tf32FlopsPerSecond = peak },
            Precision.Fp16 => own with { Fp16FlopsPerSecond = peak },
            Precision.Fp8 => own with { Fp8FlopsPerSecond = peak },
            Precision.Int8 => own with { Int8OperationsPerSecond = peak },
            Precision.Fp4 => own with { Fp4FlopsPerSecond = peak },
            _ => own with { Bf16FlopsPerSecond = peak },
        };
    }

    internal static HardwareSection Read(JsonObject section, List<ReadingProblem> problems)
    {
        var reader = SectionReader.Of("hardware", section, problems);
        var hardware = new HardwareSection
        {
            Name = reader.Text("accelerator"),
            Count = reader.Quantity(HardwareKeys.Count),
            Utilization = reader.Quantity(HardwareKeys.Utilization),
            PricePerHour = reader.Quantity(HardwareKeys.PricePerHour),
            PeakFlops = reader.Quantity(HardwareKeys.PeakFlops),
            Memory = reader.Quantity(HardwareKeys.Memory),
            Power = reader.Quantity(HardwareKeys.Power),
        };
        return hardware.Identify(reader);
    }

    private HardwareSection Identify(SectionReader reader)
    {
        if (Name is { } name)
        {
            if (AcceleratorCatalog.Find(name.Value) is { } known)
                return this with { Known = new(known, name.Text, name.Origin) };
            if (Several(name.Value) is var (number, device))
            {
                reader.Bad(name.Origin, "accelerator", $"'{Excerpt.Of(name.Value)}' is a number of devices and a device",
                    help: $"write \"accelerator\": \"{device}\", \"count\": {number}");
            }
            else if (PeakFlops is null)
            {
                var near = AcceleratorCatalog.Nearest(name.Value);
                reader.Bad(name.Origin, "accelerator",
                    $"'{Excerpt.Of(name.Value)}' is not a known accelerator",
                    help: $"{(near is null ? "for" : Suggest.Hint(near) + " For")} your own, add 'peak_flops' and 'memory'", instead: near is null ? null : ScalingSdk.Json.Editing.JsonQuote.Of(near));
            }
        }

        if (PeakFlops is { } peak && Memory is null)
            reader.Bad(peak.Origin, "peak_flops", "an own accelerator needs its memory too", help: KeyText.Add(peak.Origin, HardwareKeys.Memory, "\"80 GB\""));
        return this;
    }

    // 8xH100-SXM, as the terminal takes it.
    private static (string Number, string Device)? Several(string text)
    {
        var digits = text.TakeWhile(static c => c is >= '0' and <= '9').Count();
        var rest = text.Substring(digits).TrimStart();
        return digits is > 0 and < 8 && rest.Length > 1 && rest[0] is 'x' or 'X' or '*' && AcceleratorCatalog.Find(rest.Substring(1)) is { } known
            ? (text.Substring(0, digits), known.Id)
            : null;
    }
}

/// <summary>The keys of the <c>hardware</c> section.</summary>
internal static class HardwareKeys
{
    private static readonly KeyTable Table = new();

    public static readonly SpecKey Accelerator = Table.Add(new(
        "hardware",
        "accelerator",
        meaning: "a device of [hardware.md](hardware.md), or a name for your own",
        example: "H100-SXM",
        moves: "time, cost, memory",
        option: "--gpus",
        leftOut: "the plan has no time and no cost",
        foreign: "gpu gpu_type gpu_name device device_type accelerator_type"));

    public static readonly SpecKey Count = Table.Add(new(
        "hardware",
        "count",
        meaning: "how many devices",
        example: "8",
        moves: "time, memory",
        unit: Unit.Count,
        option: "--gpus",
        leftOut: "1, and the plan says so",
        foreign: "gpus num_gpus n_gpus ngpus gpu_count devices num_devices n_devices world_size accelerators"));

    public static readonly SpecKey Utilization = Table.Add(new(
        "hardware",
        "utilization",
        meaning: "model FLOPs utilization: the share of the devices' dense peak that goes into the model's own FLOPs, counted with attention's causal half (`exact-causal`), or as 6 N D where the shape is not known",
        example: "40%",
        moves: "time, cost",
        unit: Unit.Fraction,
        option: "--utilization",
        leftOut: "a band from published runs, and the plan says so",
        foreign: "mfu model_flops_utilization efficiency"));

    public static readonly SpecKey PricePerHour = Table.Add(new(
        "hardware",
        "price_per_hour",
        meaning: "price of one device-hour, in USD",
        example: "2.5",
        moves: "cost",
        unit: Unit.HourlyPrice,
        option: "--price-per-hour",
        leftOut: "no cost",
        foreign: "price gpu_price hourly_price price_per_gpu_hour cost_per_hour cost_per_gpu_hour"));

    public static readonly SpecKey PeakFlops = Table.Add(new(
        "hardware",
        "peak_flops",
        meaning: "dense peak of your own device at the run's precision",
        example: "989 TFLOP/s",
        moves: "time, cost",
        unit: Unit.FlopRate,
        foreign: "peak flops_per_second peak_flops_per_gpu tflops peak_tflops"));

    public static readonly SpecKey Memory = Table.Add(new(
        "hardware",
        "memory",
        meaning: "memory of one of your own devices",
        example: "80 GB",
        moves: "memory",
        unit: Unit.Bytes,
        foreign: "vram gpu_memory hbm device_memory"));

    public static readonly SpecKey Power = Table.Add(new(
        "hardware",
        "power",
        meaning: "power of one of your own devices",
        example: "700 W",
        moves: "energy",
        unit: Unit.Power,
        leftOut: "no energy",
        foreign: "watts tdp gpu_power"));

    public static IReadOnlyList<SpecKey> All => Table.Keys;
}
