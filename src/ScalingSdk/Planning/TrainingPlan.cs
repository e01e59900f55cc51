using ScalingSdk.Specs;

namespace ScalingSdk.Planning;

/// <summary>What follows from a spec: an immutable value, the same in every host.</summary>
public sealed record TrainingPlan
{
    /// <summary>What it follows from.</summary>
    public required TrainingSpec Spec { get; init; }

    /// <summary>Tokens against thresholds and optima; null where the spec states no tokens.</summary>
    public DataPlan? Data { get; init; }

    /// <summary>Every number of the plan, in the order that a reader wants them.</summary>
    public required IReadOnlyList<Figure> Figures { get; init; }

    /// <summary>What was assumed because the spec does not say it, a sentence each without final period.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }

    /// <summary>The plan in one line, as a build prints it.</summary>
    public string Summary => PlanSummary.Write(this);

    /// <summary>The plan as JSON with stable keys (docs/plan.md), with '\n' line ends: byte-equal for the same spec everywhere.</summary>
    public string ToJson() => PlanJson.Write(this);

    /// <summary>The figure of this key, or null where the spec gives too little for it.</summary>
    public Figure? Find(string key) => Figures.FirstOrDefault(figure => string.Equals(figure.Key, key, StringComparison.Ordinal));
}
