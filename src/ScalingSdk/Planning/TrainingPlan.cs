using ScalingSdk.Planning.Writing;
using ScalingSdk.Specs;

namespace ScalingSdk.Planning;

/// <summary>What follows from a spec: an immutable value, the same in every host.</summary>
public sealed class TrainingPlan
{
    private IReadOnlyList<Figure>? _figures;

    internal TrainingPlan()
    {
    }

    /// <summary>What it follows from.</summary>
    public required TrainingSpec Spec { get; init; }

    /// <summary>The model: as the spec gives it, or as the plan proposes it.</summary>
    public required SizePlan Size { get; init; }

    /// <summary>The tokens of the run; null where a size alone is known.</summary>
    public required RunPlan? Run { get; init; }

    /// <summary>Tokens against thresholds and optima; null where there is no run, or no law for the model.</summary>
    public required DataPlan? Data { get; init; }

    /// <summary>The compute of the run; null where there is no run.</summary>
    public required ComputePlan? Compute { get; init; }

    /// <summary>The compute-optimal run; null where no law applies to the model.</summary>
    public required OptimumPlan? Optimum { get; init; }

    /// <summary>The predicted loss; null where no law predicts one.</summary>
    public required LossPlan? Loss { get; init; }

    /// <summary>Batch, its ceiling, and steps.</summary>
    public required BatchPlan Batch { get; init; }

    /// <summary>The peak learning rate; null where no law gives one.</summary>
    public required LearningRatePlan? LearningRate { get; init; }

    /// <summary>Time, cost and energy; null where the spec states no devices.</summary>
    public required HardwarePlan? Hardware { get; init; }

    /// <summary>Memory of one device.</summary>
    public required MemoryUse Memory { get; init; }

    /// <summary>The run with its lifetime of use; null where the spec states none.</summary>
    public required InferencePlan? Inference { get; init; }

    /// <summary>What serving the weights in fewer bits costs; null where the spec states none.</summary>
    public required QuantisationPlan? Quantisation { get; init; }

    /// <summary>What was assumed because the spec does not say it, a sentence each without final period.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }

    /// <summary>Every number of the plan, in the order that a reader wants them.</summary>
    public IReadOnlyList<Figure> Figures => _figures ??= PlanFigures.Write(this);

    /// <summary>The plan in one line, as a build prints it.</summary>
    public string Summary => PlanSummary.Write(this);

    /// <summary>The plan as JSON with stable keys (docs/plan.md), with '\n' line ends: byte-equal for the same spec everywhere.</summary>
    public string ToJson() => PlanJson.Write(this);

    /// <summary>The figure of this key, or null where the spec gives too little for it.</summary>
    public Figure? Find(string key) => Figures.FirstOrDefault(figure => string.Equals(figure.Key, key, StringComparison.Ordinal));
}
