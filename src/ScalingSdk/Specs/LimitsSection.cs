using ScalingSdk.Diagnostics;
using ScalingSdk.Json;

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
            Flops = reader.Quantity(SpecKeys.LimitFlops),
            Time = reader.Quantity(SpecKeys.LimitTime),
            Cost = reader.Quantity(SpecKeys.LimitCost),
            Memory = reader.Quantity(SpecKeys.LimitMemory),
        };
    }
}
