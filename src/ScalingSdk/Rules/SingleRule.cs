using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using ScalingSdk.Text;

namespace ScalingSdk.Rules;

/// <summary>A rule of one id that says at most one thing of a plan.</summary>
internal abstract class SingleRule : PlanRule
{
    public abstract RuleInfo Info { get; }

    public sealed override IReadOnlyList<RuleInfo> Infos => [Info];

    public sealed override IEnumerable<Remark> Check(TrainingPlan plan) => Find(plan) is { } remark ? [remark] : [];

    protected abstract Remark? Find(TrainingPlan plan);

    /// <summary>The remark at this place, at the rule's own severity unless the case is milder.</summary>
    protected Remark At(Origin origin, string headline, IReadOnlyList<string> because, IReadOnlyList<Help> help, Severity? severity = null) =>
        new(Info, severity ?? Info.Severity, origin, headline, because, help);
}
