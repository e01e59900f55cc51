using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using ScalingSdk.Text;
using ScalingSdk.Tool.Formats;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Plans;

/// <summary>A plan as people read it: verdict, what was given and assumed, what follows beside the best, how sure, what next.</summary>
internal static class PlanText
{
    private const int LabelWidth = 13;

    public static void Write(PlanView view, Page page)
    {
        var plan = view.Plan;
        page.Heading(PlanWords.Heading(plan));
        Verdict(view, page);
        page.Blank();
        page.Fact("Given", PlanWords.Given(plan));
        if (PlanWords.Proposed(plan) is { } proposed)
            page.Fact("Proposed", proposed);
        for (var i = 0; i < plan.Assumptions.Count; i++)
            page.Fact(i == 0 ? "Assumed" : "", plan.Assumptions[i]);
        Costs(plan, page);
        if (plan.Run is not null)
        {
            page.Blank();
            RunTable.Write(view, page);
        }

        EpochTable.Write(plan, page);
        RecipeText.Write(plan, page);
        if (plan.Spec.Budget.TargetLoss is not null)
            MoreTables.Write(plan, page, MoreTables.SizesToLoss);
        PlanRemarks.Write(view, page);
    }

    private static void Verdict(PlanView view, Page page)
    {
        foreach (var finding in view.Findings.OrderByDescending(static finding => finding.Severity))
        {
            page.Fact((finding.Severity == Severity.Suggestion ? "- " : "! ") + finding.Rule.Id, finding.Headline, finding.Severity.Style(), LabelWidth);
            foreach (var (label, text) in finding.Details)
                page.Fact("  " + label, text, labelWidth: LabelWidth);
        }

        if (view.Findings.Count == 0)
        {
            page.Line(view.Plan.Data is { OptimalRatio: > 0 } data
                ? $"No finding: {view.Plan.Number(RunFigures.TokensPerParameter)} {view.Plan.Find(RunFigures.TokensPerParameter)!.Unit}, {NumberText.Compact(data.OptimalRatio)} of compute-optimal."
                : "No finding.");
        }
    }

    private static void Costs(TrainingPlan plan, Page page)
    {
        if (plan.Find(ComputeFigures.TrainingFlops) is { } compute)
        {
            var budget = plan.Find(RunFigures.BudgetFlops)?.Range is { } range
                ? $"; {NumberText.Scientific(range.Low, 2)} .. {NumberText.Scientific(range.High, 2)} {range.Meaning}"
                : "";
            var exact = plan.Find(ComputeFigures.TrainingFlopsExact) is { } counted ? $"; {NumberText.Scientific(counted.Value, 2)} counted exactly" : "";
            page.Fact("Compute", $"{NumberText.Scientific(compute.Value, 2)} FLOP = {plan.Number(ComputeFigures.TrainingPetaflopDays)} PF-days ({compute.Convention}){exact}{budget}");
        }

        if (plan.Find(HardwareFigures.Days) is not null)
        {
            page.Fact("Time", $"{plan.Number(HardwareFigures.Days)} days = {plan.Number(HardwareFigures.DeviceHours)} device-hours");
            if (plan.Find(HardwareFigures.Cost) is not null)
                page.Fact("Cost", $"{plan.Number(HardwareFigures.Cost)} USD");
            if (plan.Find(HardwareFigures.EnergyKwh) is not null)
                page.Fact("Energy", $"{plan.Number(HardwareFigures.EnergyKwh)} kWh, devices alone");
        }

        if (plan.Find(MemoryFigures.StatesBytesPerDevice) is not null)
            page.Fact("Memory", Memory(plan));
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
            parts.Add($"states with ZeRO-1 {NumberText.Compact(unshared.Gigabytes)} GB{fits}");
        }

        return string.Join("; ", parts);
    }
}
