using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Gates;

/// <summary>The gates of a project: those whose property has a value.</summary>
internal sealed class GateSettings
{
    private readonly List<Held> _gates = [];
    private readonly List<string> _problems = [];

    public GateSettings(string? flops, string? gpuHours, string? cost)
    {
        Add(Gate.Flops, flops);
        Add(Gate.GpuHours, gpuHours);
        Add(Gate.Cost, cost);
    }

    /// <summary>What is wrong with the properties themselves.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>True where a gate is set, one that cannot be read too.</summary>
    public bool Any => _gates.Count + _problems.Count > 0;

    /// <summary>What the gates say of a plan, on the spec that it follows from.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="text">The text of its spec.</param>
    public IReadOnlyList<Finding> Check(TrainingPlan plan, string text)
    {
        if (_gates.Count == 0)
            return [];
        var lines = new LineMap(text);
        return [.. _gates.Select(gate => gate.Gate.Check(plan, gate.Most, gate.Written)).OfType<Remark>().Select(remark => remark.In(plan.Spec.Path, lines))];
    }

    private void Add(Gate gate, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return;
        var reading = Quantity.Read(value!, gate.Quantity, allowZero: true);
        if (reading.Error is { } error)
            _problems.Add($"'{gate.Property}': {error}");
        else
            _gates.Add(new(gate, reading.Value, value!.Trim()));
    }

    private sealed record Held(Gate Gate, double Most, string Written);
}
