using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ScalingSdk.Web.Tests;

/// <summary>The models that the page knows by name are those of the golden data. <c>UPDATE_SNAPSHOTS=1</c> writes the list anew.</summary>
public sealed class KnownModelTests
{
    private static readonly string List = Path.Combine(Site.Repository, "src", "ScalingSdk.Web", "Data", "models.json");
    private static readonly JsonDocumentOptions WithComments = new() { CommentHandling = JsonCommentHandling.Skip };

    [Fact]
    public void List_OfModels_IsThatOfTheGoldenData()
    {
        var expected = Expected();
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") is "1")
            File.WriteAllText(List, expected);

        Assert.True(string.Equals(expected, File.ReadAllText(List), StringComparison.Ordinal), "the golden data has other models: run this test with UPDATE_SNAPSHOTS=1");
    }

    [Fact]
    public void Parameters_OfEachModel_AreCountedAsPublished()
    {
        using var list = JsonDocument.Parse(File.ReadAllText(List));

        Assert.All(list.RootElement.EnumerateObject(), static model =>
        {
            var counted = Parameters(model.Value.GetProperty("config").GetRawText());
            Assert.True(counted == model.Value.GetProperty("total").GetDouble(), model.Name);
        });
    }

    private static double? Parameters(string config) =>
        SpecPipeline.Run("a.scaling.json", """{ "model": { "config": "config.json" } }""", path => path is "config.json" ? config : null).Plan?.Size.Counts.Total.Count;

    // A model of each configuration: as the tables of counts name it, and count it. Two rows of GPT-3's table have heads that do not
    // divide the width, as the paper prints them: no spec can state those.
    private static string Expected()
    {
        var models = new List<(string Name, string Total, string Config)>();
        Add(models, "published-counts.csv", "configurations.json", "configuration");
        Add(models, "newer-counts.csv", "newer-configurations.json", "name");
        var text = new StringBuilder("{\n");
        foreach (var (name, total, config) in models)
            text.Append(CultureInfo.InvariantCulture, $"  {JsonSerializer.Serialize(name)}: {{ \"total\": {total}, \"config\": {config} }}{(name == models[^1].Name ? "" : ",")}\n");
        return text.Append("}\n").ToString();
    }

    private static void Add(List<(string Name, string Total, string Config)> models, string counts, string configurations, string key)
    {
        var folder = Path.Combine(Site.Repository, "tests", "Data", "models");
        using var known = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, configurations)), WithComments);
        var rows = File.ReadLines(Path.Combine(folder, counts)).Select(Cells).ToList();
        var (name, file, total) = (Array.IndexOf(rows[0], "name"), Array.IndexOf(rows[0], key), Array.IndexOf(rows[0], "counted_total"));
        HashSet<string> used = [];
        foreach (var row in rows.Skip(1))
        {
            if (known.RootElement.TryGetProperty(row[file], out var config) && used.Add(row[file]) && Parameters(config.GetRawText()) is not null && !models.Exists(model => model.Name == row[name]))
                models.Add((row[name], row[total], config.GetRawText()));
        }
    }

    private static string[] Cells(string line)
    {
        var cells = new List<string> { "" };
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
                quoted = !quoted;
            else if (c == ',' && !quoted)
                cells.Add("");
            else
                cells[^1] += c;
        }

        return [.. cells];
    }
}
