using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using ScalingSdk.Specs;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>More money than the spec's own limit.</summary>
internal sealed class CostLimit : SingleRule
{
    public override RuleInfo Info { get; } = new("SCALE4003", Severity.Warning, "The run costs more than the spec allows");

    protected override Remark? Find(TrainingPlan plan)
    {
        if (plan.Spec.Limits.Cost is not { } limit)
            return null;
        if (plan.Hardware?.Devices.PricePerHour is not { } price)
        {
            return At(limit.Origin, $"the limit of '{limit.Text}' is not checked, because the spec states no devices with a price", [],
                [Remedy.Advice(KeyText.AddDevices(limit.Origin, price: true))], Severity.Suggestion);
        }

        if (plan.Hardware.Estimate?.Cost is not { } cost || cost.Mid <= limit.Value)
            return null;
        var band = cost.IsPoint ? "" : $" ({Compact(cost.Low)} to {Compact(cost.High)} with the utilization)";
        return At(limit.Origin,
            $"the run costs {Compact(cost.Mid)} USD{band} at {Round(price)} USD a device-hour, more than the spec's own limit of '{limit.Text}'",
            [],
            [.. FewerTokens.To(plan, limit.Value / cost.Mid)]);
    }
}
