using System.Globalization;
using ScalingSdk.Planning;
using ScalingSdk.Quantities;
using ScalingSdk.Rules;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Rules;

/// <summary>
/// Published runs through the whole catalogue: each has the verdict that an expert would give, and nothing else. Sizes, tokens and
/// unique tokens are from papers and cards.
/// </summary>
public sealed class RealPlansTests
{
    private static readonly IReadOnlyList<CsvRow> Table = Csv.Read("plans", "real-plans.csv");

    public static TheoryData<string> Names => [.. Table.Select(static row => row["run"])];

    [Theory, MemberData(nameof(Names))]
    public void Run_GetsItsVerdict_AndNoOtherFinding(string run)
    {
        var row = Row(run);
        string[] expected = row.Is("expected_finding", "none") ? [] : [$"{row["expected_finding"]} {row["expected_severity"]}"];

        var found = RuleCatalog.Check(PlanOf(row)).Select(static remark => $"{remark.Rule.Id} {remark.Severity.ToString().ToLowerInvariant()}");

        Assert.Equal(expected, found);
    }

    [Theory, MemberData(nameof(Names))]
    public void Run_LiesWhereTheTableSays(string run)
    {
        var row = Row(run);
        var data = PlanOf(row).Data!;

        // A run that ends before its data do has seen only its own tokens of them.
        var seen = Math.Min(1, row.Number("epochs"));
        AssertNear(Math.Max(1, row.Number("epochs")), data.Epochs);
        AssertNear(row.Number("unique_over_threshold") * seen, data.Unique.Count / data.Threshold.Count);
        AssertNear(row.Number("effective_over_optimal"), data.OptimalRatio);
    }

    [Fact]
    public void Table_HasRunsOfEveryKind() => Assert.Equal(
        ["SCALE1001", "SCALE1003", "SCALE1006", "none"], Table.Select(static row => row["expected_finding"]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static CsvRow Row(string run) => Table.Single(row => row.Is("run", run));

    private static TrainingPlan PlanOf(CsvRow row)
    {
        var unique = row["unique_tokens"].Length == 0 ? "" : $$""", "unique_tokens": {{row["unique_tokens"]}}""";
        var spec = Run($$"""{ "model": { "parameters": {{row["total_parameters"]}} }, "data": { "tokens": {{row["tokens"]}}{{unique}} } }""").Spec!;
        var withoutEmbeddings = row.Number("active_non_embedding_parameters");
        return Planner.Plan(spec with
        {
            Size = new ModelSize
            {
                Total = new(row.Number("total_parameters")),
                Active = new(row.Number("active_parameters")),
                NonEmbedding = new(withoutEmbeddings),
                Weights = new(withoutEmbeddings),
            },
        });
    }

    // The table has three digits.
    private static void AssertNear(double expected, double actual) => Assert.True(
        Math.Abs(actual - expected) <= 0.01 * expected,
        string.Create(CultureInfo.InvariantCulture, $"expected {expected} within 1 %, got {actual}"));
}
