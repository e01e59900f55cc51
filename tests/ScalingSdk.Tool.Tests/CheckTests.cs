using System.Text.Json;

namespace ScalingSdk.Tool.Tests;

public sealed class CheckTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Check_Warning_TellsFileLineAndColumn()
    {
        var path = _folder.Write("a.scaling.json", Specs.Warned);

        var run = Tool.Run("check", path);

        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Contains(run.Lines, line => line.StartsWith($"{path}(4,30): warning SCALE1001: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("suggestion", ExitCode.Findings)]
    [InlineData("warning", ExitCode.Findings)]
    [InlineData("error", ExitCode.Clean)]
    [InlineData("never", ExitCode.Clean)]
    public void Check_Warning_FailsFromItsSeverityDown(string failOn, int code) =>
        Assert.Equal(code, Tool.Run("check", _folder.Write("a.scaling.json", Specs.Warned), "--fail-on", failOn).Code);

    [Fact]
    public void Check_BadUnit_IsAFinding() =>
        Assert.Equal(ExitCode.Findings, Tool.Run("check", _folder.Write("a.scaling.json", Specs.BadUnit)).Code);

    [Theory]
    [InlineData("no.scaling.json")]
    [InlineData("broken.scaling.json")]
    [InlineData("*.none")]
    public void Check_WhatCannotBeRead_IsUnreadable(string name)
    {
        _folder.Write("broken.scaling.json", Specs.Broken);

        Assert.Equal(ExitCode.Unreadable, Tool.Run("check", Path.Combine(_folder.Path, name)).Code);
    }

    [Fact]
    public void Check_Folder_FindsSpecsBelowIt_ButNotThoseOfABuild()
    {
        _folder.Write("a/deep/x.scaling.json", Specs.Warned);
        _folder.Write("a/obj/y.scaling.json", Specs.Warned);

        var run = Tool.Run("check", _folder.Path);

        Assert.StartsWith("1 spec: ", run.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Check_Pattern_MatchesAcrossFolders()
    {
        _folder.Write("a/x.scaling.json", Specs.Warned);
        _folder.Write("b/c/x.scaling.json", Specs.Warned);
        _folder.Write("b/c/y.txt", Specs.Warned);

        Assert.StartsWith("2 specs: ", Tool.Run("check", _folder.Path + "/**/x.*.json").Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Check_PatternWithBackslashes_MatchesAsOnWindows()
    {
        _folder.Write("b/c/x.scaling.json", Specs.Warned);

        Assert.StartsWith("1 spec: ", Tool.Run("check", _folder.Path + "\\b\\*\\x.*.json").Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Check_StandardInput_IsRead() =>
        Assert.Contains("stdin(4,30): warning SCALE1001", Tool.RunWithInput(Specs.Warned, "check", "-").Out, StringComparison.Ordinal);

    [Fact]
    public void Check_Json_HasTheDocumentedKeys()
    {
        var run = Tool.Run("check", _folder.Write("a.scaling.json", Specs.Warned), "--format", "json");

        var finding = JsonDocument.Parse(run.Out).RootElement.GetProperty("findings").EnumerateArray()
            .First(static finding => finding.GetProperty("id").GetString() is "SCALE1001");
        Assert.Equal(
            ["id", "severity", "message", "headline", "because", "help", "path", "line", "column", "end_line", "end_column", "help_link"],
            finding.EnumerateObject().Select(static member => member.Name));
        Assert.Equal(4, finding.GetProperty("line").GetInt32());
    }

    [Fact]
    public void Check_Markdown_NamesTheFinding() =>
        Assert.Contains("| warning | SCALE1001 |", Tool.Run("check", _folder.Write("a.scaling.json", Specs.Warned), "-f", "markdown").Out, StringComparison.Ordinal);

    [Fact]
    public void Check_OnAColourScreen_ColoursTheSeverityAlone()
    {
        var path = _folder.Write("a.scaling.json", Specs.Warned);

        var plain = Tool.Run("check", path).Out;
        var colour = Tool.RunOn(new Screen(Color: true), "", "check", path).Out;

        Assert.Contains("\u001b[1;93mwarning SCALE1001\u001b[0m", colour, StringComparison.Ordinal);
        Assert.Equal(plain, Escapes.Remove(colour));
    }

    [Fact]
    public void Check_OnANarrowScreen_BreaksWhatStandsBelowAFinding()
    {
        var path = _folder.Write("narrow.scaling.json", """{ "model": { "parameters": "7B" }, "data": { "unique_tokens": "1B", "tokens": "10B" } }""");

        var below = Tool.RunOn(new Screen(60, Breaks: true), "", "check", path).Lines.Where(static line => line.StartsWith("  ", StringComparison.Ordinal)).ToList();

        Assert.Contains(below, static line => line.StartsWith("           ", StringComparison.Ordinal));
        Assert.All(below, static line => Assert.True(line.Length <= 60, $"{line.Length} columns: '{line}'"));
    }
}
