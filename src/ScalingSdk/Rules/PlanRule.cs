using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;

namespace ScalingSdk.Rules;

/// <summary>A rule that reads a plan and says what it means. It computes nothing: the figures are the planner's.</summary>
internal abstract class PlanRule
{
    /// <summary>The ids that the rule may report.</summary>
    public abstract IReadOnlyList<RuleInfo> Infos { get; }

    public abstract IEnumerable<Remark> Check(TrainingPlan plan);
}
