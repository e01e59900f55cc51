using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;

namespace ScalingSdk.Rules;

/// <summary>One of the reasons that a spec's data may be wrong for its size; <see cref="DataVerdict"/> picks the first that holds.</summary>
internal abstract class DataRule
{
    public abstract RuleInfo Info { get; }

    /// <summary>How grave the case is, or null where the rule does not hold.</summary>
    public abstract Severity? Judge(DataPlan data);

    /// <summary>The text of the finding where this rule is the verdict.</summary>
    public abstract string Describe(DataPlan data);

    /// <summary>A clause for the text of another verdict where this rule holds too.</summary>
    public abstract string Clause(DataPlan data);

    /// <summary>The change of the spec that ends the finding where a value that it states does; unique tokens must be found first.</summary>
    public virtual Remedy? Fix(TrainingPlan plan, DataPlan data) => null;
}
