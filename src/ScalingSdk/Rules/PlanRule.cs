using ScalingSdk.Planning;
using ScalingSdk.Text;

namespace ScalingSdk.Rules;

/// <summary>A rule that reads a plan and says what it means. It computes nothing: the figures are the planner's.</summary>
internal abstract class PlanRule
{
    /// <summary>The ids that the rule may report.</summary>
    public abstract IReadOnlyList<RuleInfo> Infos { get; }

    public abstract IEnumerable<Remark> Check(TrainingPlan plan);
}

/// <summary>What a rule says before it has a file and a line.</summary>
internal sealed record Remark(RuleInfo Rule, Severity Severity, SourceSpan Span, string Message);
