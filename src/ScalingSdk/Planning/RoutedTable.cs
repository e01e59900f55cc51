using ScalingSdk.Laws;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Planning;

/// <summary>Models with experts for the compute of the run, side by side: losses compare within joint-moe-2025 alone.</summary>
internal static class RoutedTable
{
    public static PlanTable? Of(TrainingPlan plan) => RoutedProposal.Of(plan) is { Count: > 0 } proposals ? Of(proposals) : null;

    private static PlanTable Of(IReadOnlyList<RoutedProposal> proposals) => new()
    {
        Key = "routed",
        Title = "Models with experts for this compute",
        Formula = "joint-moe-2025: one expert a token, as large as a dense feed-forward, of the least loss at this compute (and of weights in bf16 with a cache of 16,384 tokens that fit into the memory of the stated devices, where these serve the model: training takes more; so counted, 3 of the 12 cells of the paper's Table 2 have half or twice as many experts), "
            + $"up to the {Scientific(JointMoe2025.MostCompute, 1)} FLOP of its own tables; ling-2025: compute alone, whatever the memory; eight experts and a shared one a token at granularity {Compact(RoutedProposal.FineGranularity)} "
            + $"(best {Compact(Ling2025.BestGranularity)}), active size and tokens by an allocation that was fitted at 7.8 % active and granularity 2, parameters without embeddings, all of them an estimate; "
            + "an activation ratio has no best value; leverage is an upper end, and above 6 was not fitted",
        Source = "each law's own",
        Columns =
        [
            new("law", "law"), new("experts", "experts"), new("active_experts", "used"), new("granularity", "granularity"), new("activation", "activation"),
            new("active", "active", "parameters"), new("total", "all", "parameters"), new("tokens", "tokens", "tokens"), new("loss", "loss", "nats per token"),
            new("leverage", "dense compute"), new("validity", "validity"), new("note", "note"),
        ],
        Rows = [.. proposals.Select(static row => (IReadOnlyList<PlanCell>)
        [
            PlanCell.Of(row.Law), PlanCell.Of(row.Experts), PlanCell.Of(row.ActiveExperts), PlanCell.Of(row.Granularity), PlanCell.Of(Percent(row.Activation)),
            PlanCell.Of(row.Active), PlanCell.Of(row.Total), PlanCell.Of(row.Tokens.Count), PlanCell.Of(row.Loss), Leverage(row.Leverage),
            PlanCell.Of(row.Outside.ToString()), PlanCell.Of(row.Note),
        ])],
    };

    private static PlanCell Leverage(double? leverage) => leverage is null ? default : PlanCell.Of(RoutedProposal.LeverageText(leverage));
}
