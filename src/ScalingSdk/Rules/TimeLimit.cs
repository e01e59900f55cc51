using ScalingSdk.Diagnostics;
using ScalingSdk.Json.Editing;
using ScalingSdk.Planning;
using ScalingSdk.Quantities;
using ScalingSdk.Specs;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>More time than the spec's own limit.</summary>
internal sealed class TimeLimit : SingleRule
{
    private const int MostSteps = 100, MostDevices = 10_000_000;

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
            [.. MoreDevices(plan, plan.Hardware, limit.Value), .. FewerTokens.To(plan, 1 / over)]);
    }

    // Each further device is used less well, so that the time falls more slowly than their number grows.
    private static IEnumerable<Help> MoreDevices(TrainingPlan plan, HardwarePlan hardware, double seconds)
    {
        double count = hardware.Devices.Count, taken = hardware.Estimate!.Hours.Mid * 3600;
        for (var step = 0; step < MostSteps && taken > seconds; step++)
        {
            count = Math.Max(count + 1, Math.Ceiling(count * taken / seconds));
            if (count > MostDevices)
                yield break;
            taken = hardware.On((int)count, plan).Hours.Mid * 3600;
        }

        if (taken <= seconds)
            yield return Remedy.Advice($"use {Grouped(count)} devices") with { Trial = [SpecEdit.Set(Round(count), "hardware", "count")] };
    }

    private static string Duration(Band hours)
    {
        var (band, unit) = hours.Mid >= 48 ? (hours.Times(1.0 / 24), "days") : (hours, "hours");
        return $"{Compact(band.Mid)} {unit}" + (band.IsPoint ? "" : $" ({Compact(band.Low)} to {Compact(band.High)} with the utilization)");
    }
}
