using System.Globalization;
using System.Text;

namespace ScalingSdk.Tool.Tests;

/// <summary>Every text of a spec, a config, a law, runs and paths through every writer: none of it moves a cursor or gives an order to a build server.</summary>
public sealed class OutsideTextTests : IDisposable
{
    private const string Hostile = "x\\n::error file=a.js::pwned\\r\\n##vso[task.setvariable variable=P]v\\n##[error]e \\u001b[31m\\u001b]8;;http://evil\\u001b\\\\ \\u202egnp\\u2066 \\u2028 \\u0085 \\u200b {0} [t](u) <b> | `";

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{ "name": "HOSTILE", "model": { "parameters": "1B" }, "data": { "tokens": "1B" } }""")]
    [InlineData("""{ "HOSTILE": {}, "model": { "HOSTILE": 1, "parameters": "1B" }, "data": { "tokens": "HOSTILE" } }""")]
    [InlineData("""{ "model": { "architecture": "HOSTILE", "parameters": "1B" }, "data": { "tokens": "1B", "unique_tokens": "9 HOSTILE" } }""")]
    [InlineData("""{ "model": { "config": "HOSTILE" }, "data": { "tokens": "1B" } }""")]
    [InlineData("""{ "model": { "parameters": "1B" }, "data": { "tokens": "1B" }, "laws": { "allocation": "HOSTILE", "batch": "HOSTILE.law.json", "HOSTILE": "x" } }""")]
    [InlineData("""{ "model": { "parameters": "1B" }, "data": { "tokens": "1B" }, "suppress": { "HOSTILE": "HOSTILE", "SCALE1001": "HOSTILE" } }""")]
    [InlineData("""{ "model": { "parameters": "1B" }, "data": { "tokens": "1B" }, "hardware": { "accelerator": "HOSTILE", "count": 8 }, "training": { "optimizer": "HOSTILE", "schedule": "HOSTILE", "precision": "HOSTILE" } }""")]
    [InlineData("""{ "model": { "parameters": "1B" }, "data": { "tokens": "1B" }, "limits": { "flops": "HOSTILE", "time": "HOSTILE" }, "budget": { "time": "HOSTILE" } }""")]
    [InlineData("""{ "model": { "parameters": "1B" } HOSTILE""")]
    public void Spec_ThroughEveryCommandAndFormat_IsNeutral(string spec)
    {
        var path = _folder.Write("a.scaling.json", spec.Replace("HOSTILE", Hostile, StringComparison.Ordinal));

        foreach (var format in new[] { "text", "json", "markdown", "sarif" })
            AssertNeutral("check", path, "-f", format);
        foreach (var format in new[] { "text", "json", "markdown" })
            AssertNeutral("plan", path, "-f", format);
        AssertNeutral("report", path);
        AssertNeutral("plot", path, "--chart", "loss");
        AssertNeutral("fix", path, "--dry-run");
    }

    [Theory]
    [InlineData("laws", "HOSTILE")]
    [InlineData("explain", "HOSTILE")]
    [InlineData("check", "HOSTILE")]
    [InlineData("HOSTILE")]
    [InlineData("plan", "--HOSTILE", "7B")]
    [InlineData("plan", "--params", "7B", "--gpu", "HOSTILE")]
    [InlineData("plan", "--params", "HOSTILE")]
    [InlineData("sweep", "status", "HOSTILE")]
    [InlineData("fit", "HOSTILE")]
    public void Arguments_InMessages_AreNeutral(params string[] arguments) =>
        AssertNeutral([.. arguments.Select(static text => text.Replace("HOSTILE", System.Text.RegularExpressions.Regex.Unescape(Hostile.Replace("{", "", StringComparison.Ordinal)), StringComparison.Ordinal))]);

    [Fact]
    public void Runs_WithHostileColumnsAndRows_AreNeutral()
    {
        var hostile = System.Text.RegularExpressions.Regex.Unescape("x ::error::y ##vso[z] \\u001b[31m \\u202e");
        var path = _folder.Write("runs.csv", $"{hostile},params,tokens,loss\n1,{hostile},1e9,3\n{hostile},1e8,1e9,3.1\n");

        foreach (var format in new[] { "text", "json", "markdown" })
            AssertNeutral("fit", path, "-f", format);
    }

    private static void AssertNeutral(params string[] arguments)
    {
        var run = Tool.Run(arguments);
        var text = run.Out + run.Error;
        Assert.NotEqual(ExitCode.Internal, run.Code);
        Assert.All(text.EnumerateRunes(), rune => Assert.True(
            rune.Value == '\n' || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator),
            string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4} in the output of '{string.Join(' ', arguments.Take(1).Concat(arguments.TakeLast(2)))}': write it through OutsideText")));
        Assert.DoesNotContain(text.Split('\n'), static line => line.TrimStart().StartsWith("::", StringComparison.Ordinal));
        Assert.DoesNotContain("##vso[", text, StringComparison.Ordinal);
        Assert.DoesNotContain("##[", text, StringComparison.Ordinal);
    }
}
