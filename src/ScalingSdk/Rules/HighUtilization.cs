using ScalingSdk.Diagnostics;
using ScalingSdk.Hardware;
using ScalingSdk.Planning;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>A utilization that hardly any published run reached: time and cost are then too low.</summary>
internal sealed class HighUtilization : SingleRule
{
    private const double Highest = 0.6;

    // Measurements that count attention's whole square come out a little higher than they are counted here.
    private const double Rounding = 0.015;

    public override RuleInfo Info { get; } = new("SCALE4005", Severity.Warning, "The utilization is above that of published runs");

    protected override Remark? Find(TrainingPlan plan)
    {
        if (plan.Spec.Hardware.Utilization is not { } stated || plan.Hardware?.Devices is not { } devices)
            return null;
        var band = UtilizationBand.For(
            devices.Accelerator, (int?)plan.Spec.Hardware.Count?.Value, plan.Size.Sequence.Tokens, plan.Size.Counts.Active.Count, devices.Precision);
        var highest = Math.Max(Highest, band.Fraction.High + Rounding);
        if (stated.Value <= highest)
            return null;
        var usual = Round(Math.Round(band.Fraction.Mid * 100)) + "%";
        return At(stated.Origin,
            $"a utilization of '{stated.Text}' is above {Percent(highest)}, which hardly any published run reached",
            [$"published runs have {band.Reason}: time and cost would be too low"],
            [Remedy.Write($"\"{usual}\"", "hardware", "utilization") with { Text = $"count model FLOPs over the dense peak, or write \"utilization\": \"{usual}\"" }]);
    }
}
