using ScalingSdk.Hardware.Memory;
using ScalingSdk.Planning;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Plans;

/// <summary><c>scaling plan --layout</c>: the layouts of least cost that fit the devices.</summary>
internal static class LayoutTable
{
    public static void Write(TrainingPlan plan, Page page)
    {
        page.Blank();
        if (plan.Size.Model is null || plan.Hardware is not { Devices: var devices } || plan.Memory.Training is null)
        {
            page.Line("no layout is proposed: it takes a model's shape and 'hardware.accelerator' with 'hardware.count'");
            return;
        }

        var (layouts, batch) = (plan.Layouts, LayoutChoice.Sequences(plan));
        if (layouts.Count == 0)
        {
            page.Line($"no layout fits {NumberText.Grouped(devices.Count)} {devices.Accelerator.Id} at {NumberText.Grouped(batch)} sequences a step");
            return;
        }

        page.Line($"Layouts that fit, at {NumberText.Grouped(batch)} sequences a step; copies have ZeRO's stage in brackets");
        page.Table(
            ["TP", "PP", "EP", "copies", "micro", "recompute", "memory", "bubble", "speed", "MFU"],
            layouts.Select(layout => Row(layout, devices.Utilization.Fraction.High)),
            right: [0, 1, 2, 3, 4, 6, 7, 8, 9]);
        page.Line("speed: what bubble, recomputation and communication leave; MFU: that share of the band's highest");
    }

    private static IReadOnlyList<string> Row(Layout layout, double highest)
    {
        var spread = layout.Parallelism;
        return
        [
            NumberText.Grouped(spread.TensorParallel), NumberText.Grouped(spread.PipelineParallel), NumberText.Grouped(spread.ExpertParallel),
            $"{NumberText.Grouped(spread.DataParallel)} ({NumberText.Grouped(spread.ZeroStage)})",
            NumberText.Grouped(layout.MicroBatchSequences), layout.Recomputation.ToString().ToLowerInvariant(),
            FormattableString.Invariant($"{layout.Memory.PerDevice.Gigabytes:0.#} GB"), NumberText.Percent(layout.Bubble),
            NumberText.Percent(layout.Speed), NumberText.Percent(layout.Speed * highest),
        ];
    }
}
