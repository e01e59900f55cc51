using ScalingSdk.Planning;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Plans;

/// <summary>Models with experts for the compute of a plan, a table a law.</summary>
internal static class RoutedText
{
    public static void Write(TrainingPlan plan, Page page)
    {
        if (RoutedTable.Of(plan) is not { } table)
            return;
        foreach (var law in RoutedProposal.Of(plan).GroupBy(static row => row.Law, StringComparer.Ordinal))
        {
            page.Blank();
            page.Heading($"{table.Title} ({law.Key}, {law.Select(static row => row.Outside).Aggregate(static (one, other) => one.And(other))})");
            page.Table(
                ["experts", "used", "active", "all", "tokens", law.First().Loss is null ? "dense compute" : "loss", ""],
                law.Select(static row => (IReadOnlyList<string>)
                [
                    NumberText.Compact(row.Experts), NumberText.Compact(row.ActiveExperts), NumberText.Compact(row.Active), NumberText.Compact(row.Total),
                    NumberText.Compact(row.Tokens.Count), row.Loss is { } loss ? NumberText.Round(Math.Round(loss, 3)) : RoutedProposal.LeverageText(row.Leverage), row.Note,
                ]),
                right: [0, 1, 2, 3, 4, 5]);
        }

        page.Fact("", table.Formula, labelWidth: 2);
    }
}
