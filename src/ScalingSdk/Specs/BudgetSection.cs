using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Quantities.Units;
using ScalingSdk.Text;

namespace ScalingSdk.Specs;

/// <summary>The <c>budget</c> section: what there is to spend, or the loss to reach. The plan is made from it; one key is enough.</summary>
/// <remarks>A budget is spent; a limit (<see cref="LimitsSection"/>) is only checked.</remarks>
public sealed record BudgetSection
{
    /// <summary>Training compute in FLOP.</summary>
    public Stated<double>? Flops { get; init; }

    /// <summary>Time on the hardware of the spec, in seconds.</summary>
    public Stated<double>? Time { get; init; }

    /// <summary>Money at the hardware's price per device-hour, in US dollars.</summary>
    public Stated<double>? Cost { get; init; }

    /// <summary>A loss to reach at the least compute, in nats per token, under the constants of the allocation law.</summary>
    public Stated<double>? TargetLoss { get; init; }

    /// <summary>True where the plan proposes models with experts too.</summary>
    public Stated<bool>? Moe { get; init; }

    /// <summary>The budget that is stated, or null.</summary>
    internal Stated<double>? Any => Flops ?? Time ?? Cost ?? TargetLoss;

    /// <summary>The key of <see cref="Any"/>.</summary>
    internal string Key => Flops is not null ? "flops" : Time is not null ? "time" : Cost is not null ? "cost" : "target_loss";

    internal static BudgetSection Read(JsonObject section, List<ReadingProblem> problems)
    {
        var reader = SectionReader.Of("budget", section, problems);
        var budget = new BudgetSection
        {
            Flops = reader.Quantity(BudgetKeys.Flops),
            Time = reader.Quantity(BudgetKeys.Time),
            Cost = reader.Quantity(BudgetKeys.Cost),
            TargetLoss = reader.Quantity(BudgetKeys.TargetLoss),
            Moe = reader.Choice(BudgetKeys.Moe, static name => name.Trim().ToUpperInvariant() switch { "ON" => true, "OFF" => false, _ => default(bool?) }),
        };
        budget.RejectContradiction(reader);
        return budget;
    }

    private void RejectContradiction(SectionReader reader)
    {
        var stated = SpecKeys.Of("budget").Zip(new[] { Flops, Time, Cost, TargetLoss }, static (key, value) => (Key: key, Value: value))
            .Where(static pair => pair.Value is not null).ToList();
        foreach (var (key, value) in stated.Skip(1))
        {
            var limit = value!.Origin.Kind == OriginKind.Option ? $"{KeyText.AnyOption} limits.{key}={value.Text}" : $"'limits.{key}'";
            var remedy = string.Equals(key, "target_loss", StringComparison.Ordinal) ? "remove one of the two" : $"remove one of the two, or write this one as {limit}";
            reader.Bad(value.Origin, key,
                $"'{value.Text}' stands beside '{KeyText.Named(stated[0].Value!.Origin, "budget." + stated[0].Key)}' of '{stated[0].Value!.Text}', and each gives the compute alone", remedy);
        }
    }
}

/// <summary>The keys of the <c>budget</c> section.</summary>
internal static class BudgetKeys
{
    private static readonly KeyTable Table = new();

    public static readonly SpecKey Flops = Table.Add(new(
        "budget",
        "flops",
        meaning: "training compute to spend",
        example: "1e21",
        moves: "size, data, compute",
        unit: Unit.Flops,
        option: "--flops",
        foreign: "compute train_flops training_flops total_flops"));

    public static readonly SpecKey Time = Table.Add(new(
        "budget",
        "time",
        meaning: "time to spend on the hardware",
        example: "3d",
        moves: "size, data, compute",
        unit: Unit.Duration,
        option: "--time",
        foreign: "duration wall_time train_time"));

    public static readonly SpecKey Cost = Table.Add(new(
        "budget",
        "cost",
        meaning: "money to spend, at `hardware.price_per_hour`",
        example: "2000USD",
        moves: "size, data, compute",
        unit: Unit.Money,
        option: "--budget",
        foreign: "money usd dollars"));

    public static readonly SpecKey TargetLoss = Table.Add(new(
        "budget",
        "target_loss",
        meaning: "loss to reach, in nats per token of the allocation law: the plan finds the cheapest run",
        example: "2.1",
        moves: "size, data, compute",
        unit: Unit.Number,
        option: "--target-loss",
        foreign: "loss target val_loss"));

    public static readonly SpecKey Moe = Table.Add(new(
        "budget",
        "moe",
        meaning: "also propose models with experts for the compute: experts, granularity, active size and tokens by the laws of routed models",
        example: "on",
        moves: "a table of the plan",
        option: "--moe",
        choices: ["on", "off"],
        leftOut: "off",
        foreign: "routed mixture_of_experts"));

    public static IReadOnlyList<SpecKey> All => Table.Keys;
}
