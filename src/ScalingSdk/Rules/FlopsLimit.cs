using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>More compute than the spec's own limit.</summary>
internal sealed class FlopsLimit : SingleRule
{
    public override RuleInfo Info { get; } = new("SCALE4001", Severity.Warning, "The run takes more compute than the spec allows");

    protected override Remark? Find(TrainingPlan plan)
    {
        if (plan.Spec.Limits.Flops is not { } limit || plan.Compute is not { SixND.Flops: var flops } compute || flops <= limit.Value)
            return null;
        return At(limit.Origin,
            $"the run takes {Scientific(flops)} FLOP ({Grouped(compute.Factor)} N D), more than the spec's own limit of '{limit.Text}'",
            [],
            [.. FewerTokens.To(plan, limit.Value / flops)]);
    }
}
