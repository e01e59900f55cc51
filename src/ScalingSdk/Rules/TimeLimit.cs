using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using ScalingSdk.Quantities;
using ScalingSdk.Specs;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>More time than the spec's own limit.</summary>
internal sealed class TimeLimit : SingleRule
{
    public override RuleInfo Info { get; } = new("SCALE4002", Severity.Warning, "The run takes more time than the spec allows");

    protected override Remark? Find(TrainingPlan plan)
    {
        if (plan.Spec.Limits.Time is not { } limit)
            return null;
        if (plan.Hardware is not { Devices: var devices })
        {
            return At(limit.Origin, $"the limit of '{limit.Text}' is not checked, because the spec states no devices", [],
                [Remedy.Advice(KeyText.AddDevices(limit.Origin, price: false))], Severity.Suggestion);
        }

        if (plan.Hardware.Estimate is not { Hours: var hours } || hours.Mid * 3600 <= limit.Value)
            return null;
        var over = hours.Mid * 3600 / limit.Value;
        return At(limit.Origin,
            $"the run takes {Duration(hours)} on {Grouped(devices.Count)} x '{devices.Accelerator.Id}', more than the spec's own limit of '{limit.Text}'",
            [],
            [Remedy.Advice($"use {Grouped(Math.Ceiling(devices.Count * over))} devices"), .. FewerTokens.To(plan, 1 / over)]);
    }

    private static string Duration(Band hours)
    {
        var (band, unit) = hours.Mid >= 48 ? (hours.Times(1.0 / 24), "days") : (hours, "hours");
        return $"{Compact(band.Mid)} {unit}" + (band.IsPoint ? "" : $" ({Compact(band.Low)} to {Compact(band.High)} with the utilization)");
    }
}
