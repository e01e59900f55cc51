using System.Text.RegularExpressions;
using ScalingSdk.Planning;

namespace ScalingSdk.Tests.Planning;

/// <summary>docs/plan.md lists the keys of the plan's JSON: those, and no others.</summary>
public sealed class PlanPageTests
{
    private static readonly string Page = Repository.Read("docs", "plan.md");

    private static readonly IReadOnlyList<TrainingPlan> Plans = [.. PlanSamples.Specs.Select(PlanSamples.Plan)];

    private static IEnumerable<string> Listed(string heading)
    {
        var section = Page[Page.IndexOf("## " + heading + "\n", StringComparison.Ordinal)..];
        var end = section.IndexOf("\n## ", 3, StringComparison.Ordinal);
        return Regex.Matches(end < 0 ? section : section[..end], @"^\| `([a-z0-9_]+)` \|", RegexOptions.Multiline | RegexOptions.NonBacktracking)
            .Select(match => match.Groups[1].Value);
    }

    [Fact]
    public void Figures_AreListedWithTitleAndUnit() => Assert.All(Plans.SelectMany(plan => plan.Figures), figure =>
        Assert.Contains($"| `{figure.Key}` | {figure.Title} | {figure.Unit} |", Page, StringComparison.Ordinal));

    [Fact]
    public void ListedFigures_AreGivenByAPlan() => Assert.Equal(
        [],
        Listed("Figures").Except(Plans.SelectMany(plan => plan.Figures).Select(figure => figure.Key), StringComparer.Ordinal));

    [Fact]
    public void Tables_AreListedWithTheirColumns() => Assert.All(Plans.SelectMany(plan => plan.Tables), table =>
        Assert.Contains(
            $"| `{table.Key}` | {string.Join(", ", table.Columns.Select(column => $"`{column.Key}`"))} |", Page, StringComparison.Ordinal));

    [Fact]
    public void ListedTables_AreGivenByAPlan() => Assert.Equal(
        [],
        Listed("Tables").Except(Plans.SelectMany(plan => plan.Tables).Select(table => table.Key), StringComparer.Ordinal));
}
