using ScalingSdk.Planning;
using ScalingSdk.Specs;
using ScalingSdk.Text;

namespace ScalingSdk.Tool.Plans;

/// <summary>What a spec gives and what a plan proposes, in a line.</summary>
internal static class PlanWords
{
    public static string Heading(TrainingPlan plan)
    {
        var parts = new List<string> { Name(plan) };
        if (plan.Spec.Data.UniqueTokens is { } unique)
            parts.Add($"{unique.Text} unique tokens");
        else if (plan.Spec.Data.Tokens is { } tokens)
            parts.Add($"{tokens.Text} tokens");
        parts.AddRange(Devices(plan.Spec));
        parts.AddRange(Budget(plan.Spec.Budget));
        return string.Join(", ", parts);
    }

    public static string Given(TrainingPlan plan)
    {
        var parts = new List<string>();
        if (plan.Size.ProposedBy is null)
            parts.Add(Size(plan));
        var data = plan.Spec.Data;
        Add(parts, data.Tokens, " tokens");
        Add(parts, data.UniqueTokens, " unique tokens");
        Add(parts, data.Epochs, " epochs");
        parts.AddRange(Devices(plan.Spec));
        parts.AddRange(Budget(plan.Spec.Budget));
        Add(parts, plan.Spec.Training.BatchTokens, " tokens a batch");
        Add(parts, plan.Spec.Inference.LifetimeTokens, " tokens of use");
        return string.Join(" · ", parts);
    }

    public static string? Proposed(TrainingPlan plan)
    {
        var parts = new List<string>();
        if (plan.Size.ProposedBy is { } law)
            parts.Add($"{NumberText.Compact(plan.Size.Counts.Total.Count)} parameters ({law})");
        if (plan.Run is { } run && plan.Spec.Data.Tokens is null)
        {
            var epochs = run.Epochs > 1 ? $" = {NumberText.Compact(run.Epochs)} epochs" : "";
            parts.Add($"{NumberText.Compact(run.Tokens.Count)} tokens{epochs}: {run.TokensSource}");
        }

        return parts.Count == 0 ? null : string.Join(" · ", parts);
    }

    /// <summary>Compute, time, cost, energy and memory in every convention.</summary>
    public static IEnumerable<(string Label, string Text)> Costs(TrainingPlan plan)
    {
        if (plan.Find(ComputeFigures.TrainingFlops) is { } compute)
        {
            var budget = plan.Find(RunFigures.BudgetFlops)?.Range is { } range
                ? $"; {NumberText.Scientific(range.Low, 2)} .. {NumberText.Scientific(range.High, 2)} {range.Meaning}"
                : "";
            // Every matrix product comes first: it is the same whether the head is tied or not, where 6ND counts a second table.
            var exact = plan.Find(ComputeFigures.TrainingFlopsExact) is { } counted ? $"{NumberText.Scientific(counted.Value, 2)} FLOP counted exactly; " : "";
            yield return ("Compute", $"{exact}{NumberText.Scientific(compute.Value, 2)} FLOP = {plan.Number(ComputeFigures.TrainingPetaflopDays)} PF-days ({compute.Convention}){budget}");
        }

        if (plan.Find(HardwareFigures.Days) is not null)
            yield return ("Time", $"{plan.Number(HardwareFigures.Days)} days = {plan.Number(HardwareFigures.DeviceHours)} device-hours; {plan.Number(HardwareFigures.TokensPerSecondPerDevice)} tokens/s a device");
        if (plan.Find(HardwareFigures.Cost) is not null)
            yield return ("Cost", $"{plan.Number(HardwareFigures.Cost)} USD");
        if (plan.Find(HardwareFigures.EnergyKwh) is not null)
            yield return ("Energy", $"{plan.Number(HardwareFigures.EnergyKwh)} kWh, devices alone");
        if (plan.Find(MemoryFigures.StatesBytesPerDevice) is not null)
            yield return ("Memory", Memory(plan));
    }

    private static string Memory(TrainingPlan plan)
    {
        var memory = plan.Memory;
        var parts = new List<string> { $"{plan.Bytes(MemoryFigures.StatesBytesPerDevice)} of weights, gradients and states a device" };
        if (plan.Find(MemoryFigures.MemoryBytesPerDevice) is not null)
            parts.Add($"{plan.Bytes(MemoryFigures.MemoryBytesPerDevice)} with activations");
        if (plan.Find(MemoryFigures.MemoryShare) is not null)
            parts.Add($"{plan.Percent(MemoryFigures.MemoryShare)} of the device");
        if (memory.Parallelism is { DataParallel: > 1, ZeroStage: > 1 })
        {
            var unshared = memory.StatesByZeroStage[1];
            var fits = memory.Accelerator is { } device && unshared.Bytes > device.MemoryBytes ? ": does not fit" : "";
            parts.Add($"states with ZeRO-1 {unshared.Short}{fits}");
        }

        return string.Join("; ", parts);
    }

    private static string Name(TrainingPlan plan) => string.Equals(plan.Spec.Name, "plan", StringComparison.Ordinal)
        ? NumberText.Compact(plan.Size.Counts.Total.Count)
        : plan.Size.Model is { IsRouted: true } ? plan.Spec.Name + " (routed)" : plan.Spec.Name;

    private static string Size(TrainingPlan plan)
    {
        var counts = plan.Size.Counts;
        var total = NumberText.Compact(counts.Total.Count) + " parameters";
        if (plan.Size.Model is not { } model)
            return counts.IsRouted ? $"{total}, {NumberText.Compact(counts.Active.Count)} active (nominal)" : total + " (nominal, dense)";
        return model.IsRouted
            ? $"{total}, {NumberText.Compact(counts.Active.Count)} active ({NumberText.Grouped(model.Experts)} experts, {NumberText.Grouped(model.ActiveExperts)} used)"
            : $"{total} ({NumberText.Compact(counts.NonEmbedding.Count)} without embeddings; {NumberText.Compact(counts.Weights.Count)} Kaplan)";
    }

    private static IEnumerable<string> Devices(TrainingSpec spec)
    {
        if (spec.Hardware.Name is { } name)
            yield return $"{spec.Hardware.Count?.Text ?? "1"} x {spec.Hardware.Known?.Value.Id ?? name.Value}";
    }

    private static IEnumerable<string> Budget(BudgetSection budget)
    {
        if (budget.Flops is { } flops)
            yield return flops.Text + (flops.Text.Any(char.IsUpper) ? "" : " FLOP");
        if (budget.Time is { } time)
            yield return time.Text;
        if (budget.Cost is { } cost)
            yield return cost.Text;
        if (budget.TargetLoss is { } loss)
            yield return $"loss {loss.Text}";
    }

    private static void Add(List<string> parts, Stated<double>? given, string what)
    {
        if (given is not null)
            parts.Add(given.Text.Contains("token", StringComparison.Ordinal) && what.StartsWith(" token", StringComparison.Ordinal) ? given.Text : given.Text + what);
    }
}
