using ScalingSdk.Laws;
using ScalingSdk.Planning;

namespace ScalingSdk.Tests.Planning;

/// <summary>Models with experts for a compute budget, and for a memory.</summary>
public sealed class RoutedProposalTests
{
    [Fact]
    public void Plan_WithoutMoe_ProposesNone() => Assert.Empty(RoutedProposal.Of(PlanSamples.Plan("""{ "budget": { "flops": "1e22" } }""")));

    [Theory]
    [InlineData("1e20")]
    [InlineData("1e23")]
    public void Rows_OfABudget_SpendItAndStayInsideTheExpertsOfTheirLaw(string flops)
    {
        var rows = Rows(flops);
        var joint = rows.Where(static row => row.Law == JointMoe2025.Law.Info.Id).ToArray();

        Assert.Equal([1, 2, 4, 8, 16, 32], joint.Select(static row => row.Experts));
        Assert.All(joint, row => Assert.Equal(1, 6 * row.Active * row.Tokens.Count / double.Parse(flops, System.Globalization.CultureInfo.InvariantCulture), 9));
        Assert.All(joint, static row => Assert.True(row.Total >= 0.999999 * row.Active));
        Assert.Single(joint, static row => row.Note.StartsWith("least loss", StringComparison.Ordinal));
    }

    // Active parameters without embeddings are M / 6; 35 % of them are attention, which every token passes.
    [Fact]
    public void Rows_ByLing_HaveTheSizeOfItsAllocation()
    {
        var rows = Rows("1e20").Where(static row => row.Law == Ling2025.Law.Info.Id).ToArray();

        Assert.Equal([32, 64, 128, 256], rows.Select(static row => row.Experts));
        Assert.All(rows, static row =>
        {
            Assert.Equal(1, 6 * row.Active * row.Tokens.Count / 1e20, 9);
            Assert.Equal(0.35 + (0.65 / row.Activation), row.Total / row.Active, 9);
            Assert.Equal(9 / (row.Experts + 1), row.Activation, 12);
        });
    }

    [Theory]
    [InlineData("1e24", 6)]
    [InlineData("1.01e24", 0)]
    public void Rows_BeyondTheTablesOfThePaper_AreNone(string flops, int rows) =>
        Assert.Equal(rows, Rows(flops).Count(static row => row.Law == JointMoe2025.Law.Info.Id));

    [Fact]
    public void Leverage_AboveSix_IsNeverPrinted()
    {
        var table = PlanSamples.Plan("""{ "budget": { "flops": "1e24", "moe": "on" } }""").Tables.Single(static table => table.Key is "routed");
        var cells = table.Rows.Select(static row => row[9].ToString()).Where(static cell => cell.Length > 0).ToArray();

        Assert.Contains("above 6, not fitted", cells);
        Assert.All(cells, static cell => Assert.True(cell is "above 6, not fitted" || double.Parse(cell.Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture) <= 6, cell));
    }

    // Table 2: experts of the least loss in bf16 with a cache of 16K tokens; the optimum is flat, and the paper's shapes are whole.
    [Theory]
    [InlineData("1e21", "24", 16)]
    [InlineData("1e21", "80", 32)]
    [InlineData("1e21", "640", 32)]
    [InlineData("1e22", "24", 4)]
    [InlineData("1e22", "80", 16)]
    [InlineData("1e22", "640", 32)]
    [InlineData("1e23", "24", 1)]
    [InlineData("1e23", "80", 8)]
    [InlineData("1e23", "640", 32)]
    [InlineData("1e24", "24", 1)]
    [InlineData("1e24", "80", 1)]
    [InlineData("1e24", "640", 16)]
    public void Experts_ForAMemory_AreThoseOfThePaperWithinADoubling(string flops, string gigabytes, int experts)
    {
        var best = Rows(flops, $$""", "hardware": { "accelerator": "mine", "peak_flops": "500 TFLOP/s", "memory": "{{gigabytes}} GB", "count": 1 }""")
            .Single(static row => row.Note.StartsWith("least loss", StringComparison.Ordinal));

        Assert.InRange(best.Experts / experts, 0.5, 2);
    }

    [Fact]
    public void Row_OutsideItsLaw_SaysSo() => Assert.All(Rows("1e24"), static row => Assert.False(row.Outside.Inside));

    private static IReadOnlyList<RoutedProposal> Rows(string flops, string more = "") =>
        RoutedProposal.Of(PlanSamples.Plan($$"""{ "budget": { "flops": "{{flops}}", "moe": "on" }{{more}} }"""));
}
