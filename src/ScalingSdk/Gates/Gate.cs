using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using ScalingSdk.Quantities.Units;
using ScalingSdk.Rules;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Gates;

/// <summary>What a project allows each of its runs at most, by a property of the build. A spec's own limits are the rules'.</summary>
internal sealed class Gate
{
    private readonly RuleInfo _rule;
    private readonly FigureKey _figure;
    private readonly string _of;
    private readonly string _unit;
    private readonly string _needed;

    private Gate(string property, Unit quantity, RuleInfo rule, FigureKey figure, string of, string unit, string needed)
    {
        (Property, Quantity, _rule, _figure, _of, _unit, _needed) = (property, quantity, rule, figure, of, unit, needed);
    }

    /// <summary>Training compute, counted as 6ND.</summary>
    public static Gate Flops { get; } = new("ScalingMaxFlops", Unit.Flops, HostRules.FlopsGate, ComputeFigures.TrainingFlops, "takes", "FLOP",
        "its tokens; write \"data\": { \"tokens\": \"10B\" }");

    /// <summary>Hours of all devices together.</summary>
    public static Gate GpuHours { get; } = new("ScalingMaxGpuHours", Unit.DeviceHours, HostRules.GpuHoursGate, HardwareFigures.DeviceHours, "takes", "device-hours",
        "its devices; write \"hardware\": { \"accelerator\": \"H100-SXM\", \"count\": 8 }");

    /// <summary>Money, in US dollars.</summary>
    public static Gate Cost { get; } = new("ScalingMaxCost", Unit.Money, HostRules.CostGate, HardwareFigures.Cost, "costs", "USD",
        "what its devices cost; write \"hardware\": { \"accelerator\": \"H100-SXM\", \"count\": 8, \"price_per_hour\": 2.5 }");

    /// <summary>The property that sets it.</summary>
    public string Property { get; }

    /// <summary>What the property's value may be written in.</summary>
    public Unit Quantity { get; }

    /// <summary>What the gate says of a plan; null where the run passes.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="most">The property's value.</param>
    /// <param name="written">The same as the project writes it.</param>
    public Remark? Check(TrainingPlan plan, double most, string written)
    {
        var span = plan.Spec.Data.Tokens?.Origin ?? plan.Spec.ModelOrigin;
        if (plan.Find(_figure) is not { } figure)
        {
            return plan.Spec.Suppresses(HostRules.UnheldGate.Id) ? null : new Remark(HostRules.UnheldGate, Severity.Warning, plan.Spec.ModelOrigin,
                $"'{plan.Spec.Name}' cannot be held to the '{written}' of '{Property}', because the spec does not state {_needed}", [], []);
        }

        if (figure.Value <= most)
            return null;
        var band = figure.Range is { } range ? $" ({Said(range.Low)} to {Said(range.High)} {range.Meaning})" : "";
        return new Remark(_rule, Severity.Error, span,
            $"'{plan.Spec.Name}' {_of} '{Said(figure.Value)} {_unit}'{band}, more than the '{written}' of '{Property}'", [],
            [Remedy.Advice($"{Fewer(plan, most / figure.Value)}raise the gate: -p:{Property}={Round(ThreeDigits(figure.Value, up: true))}")]);
    }

    // Compute, hours and cost of one model grow with its tokens alone.
    private static string Fewer(TrainingPlan plan, double share) => plan.Run is { } run && ThreeDigits(run.Tokens.Count * share, up: false) is >= 1 and var tokens
        ? $"use at most '{Compact(tokens)}' tokens, or "
        : "";

    private static string Said(double value) => value >= 1e15 ? Scientific(value) : Compact(value);

    /// <summary>Three significant digits, away from what would fail again.</summary>
    private static double ThreeDigits(double value, bool up)
    {
        if (value <= 0)
            return 0;
        var step = Math.Pow(10, Math.Floor(Math.Log10(value)) - 2);
        var steps = RoundTo12(value / step);
        return RoundTo12((up ? Math.Ceiling(steps) : Math.Floor(steps)) * step);
    }
}
