using System.Globalization;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Tests.Models;

/// <summary>Every row of the golden table whose configuration is at hand; <see cref="PrintedShapeTests"/> has the others.</summary>
public sealed class GoldenCountTests
{
    /// <summary>Published numbers that no count reproduces, and why.</summary>
    private static readonly Dictionary<(string Name, string Column), string> Exceptions = new()
    {
        [("GPT-J 6B (card)", "total")] = "the card's 6,053,381,344 is 610 x 4096 above what the module holds, 6,050,882,784",
        [("LLaMA 65B", "total")] = "the paper cuts 65.286 to 65.2",
        [("Falcon 40B", "total")] = "the name is nominal: 41.3B",
        [("Granite 3.1 3B-A800M", "active")] = "the name is nominal: 883M",
        [("Qwen2.5 14b", "non_embedding")] = "the card prints 13.1B, its own convention: the count is 13.21B",
        [("DeepSeek-V3 (main)", "active")] = "36.7B leaves the input embedding out: 36.63B, where the count has 37.55B",
    };

    /// <summary>Rows whose printed shape is not one: the heads do not divide the width, and the file is refused.</summary>
    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["GPT-3 xl"] = "Table 2.1 prints 24 heads of 128 for a width of 2048",
        ["GPT-3 13b"] = "Table 2.1 prints a width of 5140 for 40 heads of 128; the row with 5120 agrees",
    };

    private static readonly IReadOnlyList<CsvRow> Golden =
        [.. Csv.Read("models", "published-counts.csv").Where(static row => row["configuration"].Length > 0)];

    public static TheoryData<string> Names { get; } = [.. Golden.Select(static row => row["name"])];

    [Theory, MemberData(nameof(Names))]
    public void Count_GoldenRow_IsThePublishedOne(string name)
    {
        var row = Golden.Single(row => string.Equals(row["name"], name, StringComparison.Ordinal));
        if (Refused.ContainsKey(name))
        {
            var reading = ModelFile.Read(ModelFile.PublishedText(row["configuration"]), ModelOrigin.ConfigFile);
            Assert.Contains("does not divide", Assert.Single(reading.Problems).Message, StringComparison.Ordinal);
            return;
        }

        var counts = ModelFile.Published(row["configuration"]).Parameters;

        Check(counts.Total, row, "total", "total_kind");
        Check(counts.NonEmbedding, row, "non_embedding", "non_embedding_kind");
        Check(counts.Active, row, "active", "active_kind");
        Assert.Equal(Number(row, "counted_total"), counts.Total);
        Assert.Equal(Number(row, "counted_non_embedding"), counts.NonEmbedding);
        Assert.Equal(Number(row, "counted_active"), counts.Active);
    }

    [Fact]
    public void Exceptions_EachRow_StillDisagrees()
    {
        foreach (var ((name, column), _) in Exceptions)
        {
            var row = Golden.Single(row => string.Equals(row["name"], name, StringComparison.Ordinal));
            var computed = column switch { "total" => "counted_total", "active" => "counted_active", _ => "counted_non_embedding" };
            Assert.True(Math.Abs(Number(row, computed) - Number(row, column)) > HalfUnit(Number(row, column)), $"{name} agrees now");
        }
    }

    private static void Check(long counted, CsvRow row, string column, string kindColumn)
    {
        if (Exceptions.ContainsKey((row["name"], column)) || row[kindColumn].Length == 0)
            return;
        var published = Number(row, column);
        var rounding = string.Equals(row[kindColumn], "published_rounded", StringComparison.Ordinal) ? HalfUnit(published) : 0;
        Assert.InRange(counted, published - rounding, published + rounding);
    }

    /// <summary>Half a unit of the last printed digit: the last that is not 0, or that of the billions.</summary>
    internal static long HalfUnit(long published)
    {
        var unit = 1L;
        while (published % (unit * 10) == 0 && unit < 1_000_000_000)
            unit *= 10;
        return unit / 2;
    }

    private static long Number(CsvRow row, string column) => long.Parse(row[column], CultureInfo.InvariantCulture);
}
