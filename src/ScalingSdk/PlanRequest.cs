using System.Globalization;
using ScalingSdk.Hardware;
using ScalingSdk.Hardware.Memory;
using ScalingSdk.Json;
using ScalingSdk.Specs;
using ScalingSdk.Text;

namespace ScalingSdk;

/// <summary>A run to plan, from plain numbers: what is left out is derived or proposed, and the plan says so. docs/spec.md has each key.</summary>
/// <remarks>Give a model, or compute, time, money or a loss from which the plan proposes one.</remarks>
public sealed class PlanRequest
{
    private readonly Dictionary<string, string> _others = new(StringComparer.Ordinal);

    /// <summary>The name of the plan: an identifier.</summary>
    public string? Name { get; init; }

    /// <summary>The model; null for the plan to propose a size.</summary>
    public Model? Model { get; init; }

    /// <summary>Tokens processed, over all epochs.</summary>
    public double? Tokens { get; init; }

    /// <summary>Distinct tokens of the data set.</summary>
    public double? UniqueTokens { get; init; }

    /// <summary>Passes over the unique tokens.</summary>
    public double? Epochs { get; init; }

    /// <summary>Tokens of one training sequence.</summary>
    public double? SequenceLength { get; init; }

    /// <summary>Tokens of one optimizer step.</summary>
    public double? BatchTokens { get; init; }

    /// <summary>Optimizer steps.</summary>
    public double? Steps { get; init; }

    /// <summary>Peak learning rate.</summary>
    public double? LearningRate { get; init; }

    /// <summary>The optimizer; AdamW unless stated.</summary>
    public Optimizer? Optimizer { get; init; }

    /// <summary>The precision of the matrix products; bf16 unless stated.</summary>
    public Precision? Precision { get; init; }

    /// <summary>The device by its name in docs/hardware.md: "H100-SXM".</summary>
    public string? Accelerator { get; init; }

    /// <summary>How many devices.</summary>
    public double? Devices { get; init; }

    /// <summary>Model FLOPs utilization, 0 to 1.</summary>
    public double? Utilization { get; init; }

    /// <summary>Price of a device-hour, in US dollars.</summary>
    public double? PricePerHour { get; init; }

    /// <summary>Training compute to spend, in FLOP.</summary>
    public double? Flops { get; init; }

    /// <summary>Time on the devices to spend.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>Money to spend, in US dollars.</summary>
    public double? Cost { get; init; }

    /// <summary>A loss to reach at the least compute, in nats per token.</summary>
    public double? TargetLoss { get; init; }

    /// <summary>Tokens served over the model's lifetime.</summary>
    public double? InferenceTokens { get; init; }

    /// <summary>The law of compute-optimal size and tokens: "besiroglu-2024".</summary>
    public string? AllocationLaw { get; init; }

    /// <summary>Any other key of a spec, as a spec writes it: <c>["training.zero_stage"] = "3"</c>.</summary>
    /// <param name="key">Section and key.</param>
    /// <exception cref="ArgumentException">The key has no section.</exception>
    public string this[string key]
    {
        get => _others[key];
        init => _others[(key ?? throw new ArgumentNullException(nameof(key))).Split('.').Length == 2 ? key : throw new ArgumentException($"'{key}' is not of the form 'section.key', such as '{TrainingKeys.ZeroStage}'", nameof(key))] = value;
    }

    internal SpecTree ToTree()
    {
        var tree = SpecTree.Empty(Origin.Code(""));
        if (Name is not null)
            tree = tree.With("name", new JsonString(Origin.Code(nameof(Name)), Name));
        if (Model is not null)
            tree = tree.With("model", Model.ToJson());
        foreach (var (key, member, value) in Stated())
        {
            if (value is not null)
                tree = tree.With(key, Node(Origin.Code(member), value));
        }

        foreach (var other in _others)
        {
            var path = other.Key.Split('.');
            tree = tree.With(path[0], path[1], new JsonString(Origin.Code(other.Key), other.Value));
        }

        return tree;
    }

    private IEnumerable<(SpecKey Key, string Member, object? Value)> Stated() =>
    [
        (DataKeys.Tokens, nameof(Tokens), Tokens),
        (DataKeys.UniqueTokens, nameof(UniqueTokens), UniqueTokens),
        (DataKeys.Epochs, nameof(Epochs), Epochs),
        (TrainingKeys.SequenceLength, nameof(SequenceLength), SequenceLength),
        (TrainingKeys.BatchTokens, nameof(BatchTokens), BatchTokens),
        (TrainingKeys.Steps, nameof(Steps), Steps),
        (TrainingKeys.LearningRate, nameof(LearningRate), LearningRate),
        (TrainingKeys.Optimizer, nameof(Optimizer), Optimizer is { } optimizer ? OptimizerStates.Names.First(name => OptimizerStates.Find(name) == optimizer) : null),
        (TrainingKeys.Precision, nameof(Precision), Precision?.Name()),
        (HardwareKeys.Accelerator, nameof(Accelerator), Accelerator),
        (HardwareKeys.Count, nameof(Devices), Devices),
        (HardwareKeys.Utilization, nameof(Utilization), Utilization),
        (HardwareKeys.PricePerHour, nameof(PricePerHour), PricePerHour),
        (BudgetKeys.Flops, nameof(Flops), Flops),
        (BudgetKeys.Time, nameof(Time), Time is { } time ? time.TotalSeconds.ToString("R", CultureInfo.InvariantCulture) + " s" : null),
        (BudgetKeys.Cost, nameof(Cost), Cost),
        (BudgetKeys.TargetLoss, nameof(TargetLoss), TargetLoss),
        (InferenceKeys.LifetimeTokens, nameof(InferenceTokens), InferenceTokens),
        (LawsKeys.Allocation, nameof(AllocationLaw), AllocationLaw),
    ];

    private static JsonNode Node(Origin origin, object value) => value is double number
        ? new JsonNumber(origin, number.ToString("R", CultureInfo.InvariantCulture))
        : new JsonString(origin, (string)value);
}
