using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Quantities.Units;

namespace ScalingSdk.Specs;

/// <summary>The <c>limits</c> section: what the run may take at most. Rules check the plan against it; nothing is derived from it.</summary>
public sealed record LimitsSection
{
    internal static readonly string[] Keys = ["flops", "time", "cost", "memory"];

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
        var reader = new SectionReader(section, "limits", Keys, problems);
        return new LimitsSection
        {
            Flops = reader.Quantity("flops", Unit.Flops),
            Time = reader.Quantity("time", Unit.Duration),
            Cost = reader.Quantity("cost", Unit.Money),
            Memory = reader.Quantity("memory", Unit.Bytes),
        };
    }
}
