using System.Text.Json;

namespace ScalingSdk.Tool.Tests;

/// <summary>The structure that SARIF 2.1.0 asks for; Microsoft's validator passed the same output.</summary>
public sealed class SarifTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Sarif_Result_NamesItsRuleAndPlace()
    {
        var run = Run();

        var result = run.GetProperty("results").EnumerateArray().First(static result => result.GetProperty("ruleId").GetString() is "SCALE1001");
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        Assert.Equal("SCALE1001", rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal(4, place.GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.StartsWith("file:///", place.GetProperty("artifactLocation").GetProperty("uri").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Sarif_Rules_AreEachThereOnceWithHelp()
    {
        var rules = Run().GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();

        Assert.Equal(Rules.RuleCatalog.All.Select(static rule => rule.Id), rules.Select(static rule => rule.GetProperty("id").GetString()!));
        Assert.All(rules, static rule => Assert.EndsWith(".md", rule.GetProperty("helpUri").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Sarif_OfAMissingFile_StillHasARegion() =>
        Assert.Equal(1, Run("no.scaling.json").GetProperty("results")[0].GetProperty("locations")[0]
            .GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32());

    [Theory]
    [InlineData("SCALE0001", "error")]
    [InlineData("SCALE1001", "warning")]
    public void Sarif_Level_IsThatOfTheSeverity(string id, string level) => Assert.Contains(
        Run(id is "SCALE0001" ? "no.scaling.json" : null).GetProperty("results").EnumerateArray(),
        result => result.GetProperty("ruleId").GetString() == id && result.GetProperty("level").GetString() == level);

    private JsonElement Run(string? missing = null)
    {
        var path = missing ?? _folder.Write("a b.scaling.json", Specs.Warned);
        var root = JsonDocument.Parse(Tool.Run("check", path, "--format", "sarif").Out).RootElement;
        Assert.Equal("2.1.0", root.GetProperty("version").GetString());
        return root.GetProperty("runs")[0];
    }
}
