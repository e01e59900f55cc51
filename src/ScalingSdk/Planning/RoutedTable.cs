using ScalingSdk.Laws;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Planning;

/// <summary>Models with experts for the compute of the run, side by side: losses compare within joint-moe-2025 alone.</summary>
internal static class RoutedTable
{
    public static PlanTable Of(TrainingPlan plan) => new()
    {
        Key = "routed",
        Title = "Models with experts for this compute",
        Formula = "joint-moe-2025 prices loss at this compute (and memory, where devices are stated), ling-2025 compute alone; the best granularity of "
            + $"ling-2025 is {Compact(Ling2025.BestGranularity)}, between 2 and 16; an activation ratio has no best value; leverage is at most, and above 6 was not fitted",
        Source = "each law's own",
        Columns =
        [
            new("law", "law"), new("experts", "experts"), new("active_experts", "used"), new("granularity", "granularity"), new("activation", "activation"),
            new("active", "active", "parameters"), new("total", "all", "parameters"), new("tokens", "tokens", "tokens"), new("loss", "loss", "nats per token"),
            new("leverage", "dense compute"), new("validity", "validity"), new("note", "note"),
        ],
        Rows = [.. RoutedProposal.Of(plan).Select(static row => (IReadOnlyList<PlanCell>)
        [
            PlanCell.Of(row.Law), PlanCell.Of(row.Experts), PlanCell.Of(row.ActiveExperts), PlanCell.Of(row.Granularity), PlanCell.Of(Percent(row.Activation)),
            PlanCell.Of(row.Active), PlanCell.Of(row.Total), PlanCell.Of(row.Tokens.Count), PlanCell.Of(row.Loss), Leverage(row.Leverage),
            PlanCell.Of(row.Outside.ToString()), PlanCell.Of(row.Note),
        ])],
    };

    private static PlanCell Leverage(double? leverage) => leverage is null ? default : PlanCell.Of(RoutedProposal.LeverageText(leverage));
}
