using ScalingSdk.Planning;
using ScalingSdk.Tests.Hardware.Memory;

namespace ScalingSdk.Tests.Planning;

/// <summary>Every figure has a value that something else than the product reckoned: tests/Data/plans/figures.py, or a measurement.</summary>
public sealed class IndependentFigureTests
{
    // The names by which the table calls the specs of PlanSamples, in their order.
    private static readonly string[] Names = ["time", "mixtral", "limited", "everything", "best", "deepseek", "recipe", "moved", "experts"];

    // What is measured on devices has its rows in another table.
    private static readonly Dictionary<string, Type> Measured = new(StringComparer.Ordinal)
    {
        ["activation_bytes_per_device"] = typeof(MeasuredMemoryTests),
        ["buffer_bytes_per_device"] = typeof(MeasuredMemoryTests),
        ["memory_bytes_per_device"] = typeof(MeasuredMemoryTests),
    };

    private static IReadOnlyList<CsvRow> Rows { get; } = Csv.Read("plans", "figures.csv");

    public static TheoryData<string> Plans => [.. Rows.Select(static row => row["plan"]).Distinct()];

    [Theory, MemberData(nameof(Plans))]
    public void Figure_OfASample_IsWhatIsReckonedWithoutTheProduct(string name)
    {
        var plan = PlanSamples.Plan(PlanSamples.Specs[Array.IndexOf(Names, name)]);

        Assert.All(Rows.Where(row => row["plan"] == name), row =>
        {
            var (figure, expected) = (plan.Find(row["figure"]), row.Number("value"));
            Assert.True(figure is not null, $"the plan '{name}' has no '{row["figure"]}': name a plan that has it in tests/Data/plans/figures.py, and run that");
            // A count is a whole number in code.
            var tolerance = Math.Max(figure.Exact is null ? 0 : 1, row.Number("tolerance") * Math.Abs(expected));
            Assert.True(Math.Abs(figure.Value - expected) <= tolerance,
                FormattableString.Invariant($"'{figure.Key}' of '{name}' is {figure.Number}, but {row["how"]} gives {expected}: one of the two is wrong; see tests/Data/plans/figures.py"));
        });
    }

    [Fact]
    public void Figures_EveryOne_HasAnIndependentValue()
    {
        var missing = PlanFigures.All.Select(static key => key.Name)
            .Where(static name => !Measured.ContainsKey(name) && !Rows.Any(row => row["figure"] == name)).ToList();

        Assert.True(missing.Count == 0, $"add a line for each to tests/Data/plans/figures.py, reckoned from its paper, and run it there: {string.Join(", ", missing)}");
    }
}
