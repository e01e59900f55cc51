using System.Text.Json;
using System.Xml.Linq;

namespace ScalingSdk.Tool.Tests;

/// <summary><c>scaling compare</c>: specs side by side.</summary>
public sealed class CompareTests : IDisposable
{
    private const string Small = """{ "model": { "parameters": "1B" }, "data": { "tokens": "30B" } }""";
    private const string Large = """{ "model": { "parameters": "7B" }, "data": { "tokens": "30B" } }""";
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Compare_TwoSpecs_ShowsWhatDiffersAndLeavesOutWhatDoesNot()
    {
        var lines = Compare().Lines;

        Assert.Contains(lines, static line => line.StartsWith("  parameters ", StringComparison.Ordinal) && line.Contains("1B", StringComparison.Ordinal) && line.Contains("7B", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, static line => line.StartsWith("  tokens  ", StringComparison.Ordinal));
        Assert.Contains("small", lines);
        Assert.Contains("large", lines);
    }

    [Fact]
    public void Compare_Findings_StandBelowTheirSpec()
    {
        var text = Compare().Out;

        Assert.True(text.IndexOf("SCALE1006", StringComparison.Ordinal) > text.IndexOf("\nlarge\n", StringComparison.Ordinal));
    }

    [Fact]
    public void Compare_Json_HasTheFiguresThatDiffer()
    {
        var json = JsonDocument.Parse(Compare("-f", "json").Out).RootElement;

        Assert.Equal(2, json.GetProperty("specs").GetArrayLength());
        var size = json.GetProperty("figures").EnumerateArray().First(static figure => figure.GetProperty("key").GetString() is "total_parameters");
        Assert.Equal([1e9, 7e9], size.GetProperty("values").EnumerateArray().Select(static value => value.GetDouble()));
        Assert.DoesNotContain(json.GetProperty("figures").EnumerateArray(), static figure => figure.GetProperty("key").GetString() is "tokens");
    }

    [Fact]
    public void Compare_Chart_HasADotForEachSpec()
    {
        var path = Path.Combine(_folder.Path, "both.svg");

        Compare("-o", path);

        var description = XDocument.Load(path).Root!.Elements().First(static element => element.Name.LocalName is "desc").Value;
        Assert.Contains("small: 1B", description, StringComparison.Ordinal);
        Assert.Contains("large: 7B", description, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_Page_HasTableFindingsAndOneChart()
    {
        var path = Path.Combine(_folder.Path, "both.html");

        Compare("-o", path);

        var page = File.ReadAllText(path);
        Assert.Contains("SCALE1006", page, StringComparison.Ordinal);
        Assert.Equal(page.IndexOf("<figure", StringComparison.Ordinal), page.LastIndexOf("<figure", StringComparison.Ordinal));
    }

    [Fact]
    public void Compare_Flags_OverrideEverySpec() =>
        Assert.DoesNotContain(Compare("--params", "3B").Lines, static line => line.StartsWith("  parameters ", StringComparison.Ordinal));

    // More columns than the line holds: numbers wrap, what they are numbers of does not.
    [Fact]
    public void Compare_SixSpecs_KeepsTheTitlesOfFigures()
    {
        string[] specs = [.. Enumerable.Range(1, 6).Select(size => _folder.Write(FormattableString.Invariant($"s{size}.scaling.json"), Small.Replace("1B", FormattableString.Invariant($"{size}B"), StringComparison.Ordinal)))];

        Assert.Contains(Tool.Run(["compare", .. specs]).Lines, static line => line.StartsWith("  tokens per parameter ", StringComparison.Ordinal));
    }

    [Fact]
    public void Compare_OneSpec_IsRefused()
    {
        var run = Tool.Run("compare", _folder.Write("small.scaling.json", Small));

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("give two or more", run.Error, StringComparison.Ordinal);
    }

    private ToolRun Compare(params string[] more) =>
        Tool.Run(["compare", _folder.Write("small.scaling.json", Small), _folder.Write("large.scaling.json", Large), .. more]);
}
