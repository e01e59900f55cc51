using System.Text.Json.Nodes;

namespace ScalingSdk.Tool.Tests.LanguageServer;

/// <summary>Findings that meet at one place, fixes that exclude each other, and texts with ends of lines of old.</summary>
public sealed class ConflictTests
{
    private const string Uri = "file:///specs/a.scaling.json";

    [Fact]
    public async Task FixAll_OfTwoKeysThatMayMeanOne_LeavesBoth()
    {
        await using var editor = await Editor.Start();
        await editor.Open(Uri, """{ "model": { "parameters": "124M" }, "data": { "tokns": "10B", "toknes": "20B" } }""");

        Assert.Empty(await Actions(editor, "source.fixAll"));
        Assert.Equal(
            ["Write 'tokens' for the key 'tokns'", "Write 'tokens' for the key 'toknes'"],
            (await Actions(editor, "quickfix")).Select(static action => ((string)action!["title"]!).Split(':')[0]).Where(static title => title.StartsWith("Write", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task FixAll_OfTheIdOfAnotherRule_SilencesNoRule()
    {
        await using var editor = await Editor.Start();
        const string Text = """{ "model": { "parameters": "124M" }, "data": { "tokens": "10B" }, "suppress": { "SCALE9999": "x", "SCALE1OO1": "y" } }""";
        await editor.Open(Uri, Text);

        var action = Assert.Single(await Actions(editor, "source.fixAll"))!;

        Assert.Contains("""{ "SCALE9999": "x", "SCALE1001": "y" }""", Editor.Apply(Text, action, Uri), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suppression_OfSeveralFindingsOfARule_IsOfferedOnce()
    {
        await using var editor = await Editor.Start();
        await editor.Open(Uri, """{ "model": { "parameters": "124M" }, "data": { "tokens": "10B" }, "notes": 1, "author": 2 }""");

        var suppression = Assert.Single(await Actions(editor, "quickfix"), static action => ((string)action!["title"]!).StartsWith("Suppress", StringComparison.Ordinal))!;

        Assert.Equal(2, suppression["diagnostics"]!.AsArray().Count);
    }

    [Fact]
    public async Task Actions_OnLinesThatEndWithACarriageReturn_KeepTheEnds()
    {
        await using var editor = await Editor.Start();
        var text = Specs.Warned.ReplaceLineEndings("\r");
        Assert.Equal(3, (int)Assert.Single(await editor.Open(Uri, text))!["range"]!["start"]!["line"]!);

        var actions = await Actions(editor, "quickfix");

        Assert.NotEmpty(actions);
        foreach (var action in actions)
            Assert.DoesNotContain("\n", action!["edit"]!["changes"]![Uri]!.ToJsonString().Replace("\\r", "", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hover_OnAnUnknownKey_EndsItsQuestionOnce()
    {
        await using var editor = await Editor.Start();
        const string Text = """{ "model": { "parameters": "124M" }, "data": { "toknes": "10B" } }""";
        await editor.Open(Uri, Text);

        var hover = (string)(await editor.AskAt("textDocument/hover", Uri, Text, "toknes"))!["contents"]!["value"]!;

        Assert.EndsWith("did you mean 'tokens'?", hover, StringComparison.Ordinal);
    }

    private static async Task<JsonArray> Actions(Editor editor, string only) => (await editor.Ask("textDocument/codeAction", $$"""
        { "textDocument": { "uri": "{{Uri}}" }, "context": { "diagnostics": [], "only": [ "{{only}}" ] }, "range": { "start": { "line": 0, "character": 0 }, "end": { "line": 99, "character": 0 } } }
        """))!.AsArray();
}
