using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;

namespace ScalingSdk.Rules;

/// <summary>One of the reasons that a spec's data may be wrong for its size; <see cref="DataVerdict"/> picks the one that is reported.</summary>
internal abstract class DataRule
{
    public abstract RuleInfo Info { get; }

    /// <summary>How grave the case is, or null where the rule does not hold.</summary>
    public abstract Severity? Judge(TrainingPlan plan, DataPlan data);

    /// <summary>The first line of the finding where this rule is the verdict.</summary>
    public abstract string Headline(DataPlan data);

    /// <summary>What the rule's law says of the data: below its own headline, and below that of another verdict where this rule holds too.</summary>
    public abstract string Clause(TrainingPlan plan, DataPlan data);

    /// <summary>What else to know where this rule is the verdict.</summary>
    public virtual IEnumerable<string> More(TrainingPlan plan, DataPlan data) => [];

    /// <summary>What to do, the best first.</summary>
    public abstract IEnumerable<Help?> Help(TrainingPlan plan, DataPlan data);
}
