using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Quantities.Units;

namespace ScalingSdk.Specs;

/// <summary>The <c>limits</c> section: what the run may take at most. Rules check the plan against it; nothing is derived from it.</summary>
public sealed record LimitsSection
{
    /// <summary>Training compute in FLOP.</summary>
    public Stated<double>? Flops { get; init; }

    /// <summary>Time from start to end, in seconds.</summary>
    public Stated<double>? Time { get; init; }

    /// <summary>Money, in US dollars.</summary>
    public Stated<double>? Cost { get; init; }

    /// <summary>Memory of one device, in bytes.</summary>
    public Stated<double>? Memory { get; init; }

    internal static LimitsSection Read(JsonObject section, List<ReadingProblem> problems)
    {
        var reader = SectionReader.Of("limits", section, problems);
        return new LimitsSection
        {
            Flops = reader.Quantity(LimitsKeys.Flops),
            Time = reader.Quantity(LimitsKeys.Time),
            Cost = reader.Quantity(LimitsKeys.Cost),
            Memory = reader.Quantity(LimitsKeys.Memory),
        };
    }
}

/// <summary>The keys of the <c>limits</c> section.</summary>
internal static class LimitsKeys
{
    private static readonly KeyTable Table = new();

    public static readonly SpecKey Flops = Table.Add(new(
        "limits",
        "flops",
        meaning: "the most compute that the run may take: checked, never spent",
        example: "1e22",
        moves: "findings",
        unit: Unit.Flops,
        foreign: "max_flops max_compute"));

    public static readonly SpecKey Time = Table.Add(new(
        "limits",
        "time",
        meaning: "the most time that the run may take",
        example: "7d",
        moves: "findings",
        unit: Unit.Duration,
        foreign: "max_time deadline max_duration"));

    public static readonly SpecKey Cost = Table.Add(new(
        "limits",
        "cost",
        meaning: "the most money that the run may cost",
        example: "5000USD",
        moves: "findings",
        unit: Unit.Money,
        foreign: "max_cost max_money"));

    public static readonly SpecKey Memory = Table.Add(new(
        "limits",
        "memory",
        meaning: "the most memory that one device may hold",
        example: "70 GB",
        moves: "findings",
        unit: Unit.Bytes,
        leftOut: "the accelerator's",
        foreign: "max_memory"));

    public static IReadOnlyList<SpecKey> All => Table.Keys;
}
