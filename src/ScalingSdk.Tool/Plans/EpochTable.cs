using ScalingSdk.Planning;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Plans;

/// <summary>What each further epoch over the same tokens is worth, and the best size for them.</summary>
internal static class EpochTable
{
    public static void Write(TrainingPlan plan, Page page)
    {
        if (PlanTables.Epochs(plan) is not { } table)
            return;
        var hours = plan.EpochWorth[0].DeviceHours is not null;
        page.Blank();
        page.Table(
            ["epochs", "tokens", "worth", "loss", "same tokens fresh", "last token", hours ? "device-hours" : ""],
            plan.EpochWorth.Select(row => (IReadOnlyList<string>)
            [
                NumberText.Compact(row.Epochs),
                NumberText.Compact(row.Tokens.Count),
                NumberText.Compact(row.Worth.Count),
                Loss(row.Loss.NatsPerToken),
                Loss(row.FreshLoss.NatsPerToken),
                NumberText.Percent(row.LastToken),
                row.DeviceHours is { } spent ? NumberText.Compact(spent) : "",
            ]),
            right: [0, 1, 2, 3, 4, 5, 6]);
        page.Line($"  {table.Source}: losses compare within this table only");
        if (plan.LimitedData.Count == 0)
            return;
        page.Blank();
        page.Line($"Best size for these unique tokens by {plan.Data!.RepeatedLaw}: {string.Join(", ", plan.LimitedData.Select(run => Best(run, plan.Data!.Unique.Count)))}.");
    }

    /// <summary>"4.2 epochs", or "358B of them once" where the best run leaves some out.</summary>
    public static string Passes(LimitedDataRun run, double unique) =>
        run.Epochs < 1 ? $"{NumberText.Compact(run.Epochs * unique)} of them once" : $"{NumberText.Compact(run.Epochs)} epochs";

    private static string Best(LimitedDataRun run, double unique) =>
        $"{NumberText.Compact(run.Parameters)} at {NumberText.Scientific(run.Compute.Flops, 2)} FLOP ({Passes(run, unique)})";

    private static string Loss(double value) => NumberText.Round(Math.Round(value, 3));
}
