using System.Text.Json.Nodes;
using ScalingSdk.Tool.LanguageServer;

namespace ScalingSdk.Tool.Tests.LanguageServer;

/// <summary>Texts, places and clients at the edge of what the protocol allows.</summary>
public sealed class EdgeTests
{
    private const string Uri = "file:///specs/a.scaling.json";

    [Fact]
    public async Task Findings_BehindCharactersOfTwoUnits_StandWhereTheClientCounts()
    {
        await using var editor = await Editor.Start();
        const string Text = """{ /* 🚀🚀 */ "model": { "parameters": "124M" }, "data": { "tokens": "10B", "toknes": "1B" } }""";

        var start = Assert.Single(await editor.Open(Uri, Text), static one => (string)one!["code"]! == "SCALE0002")!["range"]!["start"]!;

        Assert.Equal((0, Text.IndexOf("\"toknes\"", StringComparison.Ordinal)), ((int)start["line"]!, (int)start["character"]!));
    }

    [Fact]
    public async Task Findings_OfATextWithAByteOrderMark_AreThoseOfTheText()
    {
        await using var editor = await Editor.Start();

        var finding = Assert.Single(await editor.Open(Uri, "\uFEFF" + Specs.Warned))!;

        Assert.Equal(("SCALE1001", 29), ((string)finding["code"]!, (int)finding["range"]!["start"]!["character"]!));
    }

    [Fact]
    public async Task Actions_OnLinesThatEndWithTwoCharacters_KeepTheEnds()
    {
        await using var editor = await Editor.Start();
        var text = Specs.Warned.ReplaceLineEndings("\r\n");
        await editor.Open(Uri, text);

        foreach (var action in await All(editor))
        {
            var edited = Editor.Apply(text, action!, Uri);
            Assert.DoesNotContain('\n', edited.Replace("\r\n", "", StringComparison.Ordinal));
            Assert.DoesNotContain('\r', edited.Replace("\r\n", "", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("a😀b", "a😁b", 1, 2, "😁")]
    [InlineData("a\r\nb", "a\nb", 1, 2, "\n")]
    [InlineData("a\nb", "a\r\nb", 1, 1, "\r\n")]
    [InlineData("aXb", "aYb", 1, 1, "Y")]
    [InlineData("aa", "aaa", 2, 0, "a")]
    [InlineData("", "x", 0, 0, "x")]
    [InlineData("x", "", 0, 1, "")]
    public void Change_BetweenTexts_PartsNoCharacterAndNoEndOfALine(string text, string edited, int start, int length, string with)
    {
        var change = TextChange.Between(text, edited)!.Value;

        Assert.Equal((start, length, with), (change.Span.Start, change.Span.Length, change.NewText));
    }

    [Fact]
    public async Task Place_BehindTheEndOfALine_IsItsEnd()
    {
        await using var editor = await Editor.Start();
        const string Text = "{ \"data\": { \"tok\r\n\"tokens\": \"1B\" } }";
        await editor.Open(Uri, Text);

        var offered = await editor.Ask("textDocument/completion", $$"""{ "textDocument": { "uri": "{{Uri}}" }, "position": { "line": 0, "character": 999 } }""");

        Assert.Equal(16, (int)offered![0]!["textEdit"]!["range"]!["end"]!["character"]!);
    }

    [Fact]
    public async Task Change_OfStretchesThatOverlap_IsMadeOneAfterAnother()
    {
        await using var editor = await Editor.Start();
        await editor.Open(Uri, """{ "data": { "tokens": "1B" }, "model": { "parameters": "1B" } }""");

        // "tokens" becomes "tok", then "toknes"; the second stretch lies in what the first one left.
        await editor.Tell("textDocument/didChange", $$"""
            { "textDocument": { "uri": "{{Uri}}", "version": 2 }, "contentChanges": [
              { "range": { "start": { "line": 0, "character": 16 }, "end": { "line": 0, "character": 19 } }, "text": "" },
              { "range": { "start": { "line": 0, "character": 16 }, "end": { "line": 0, "character": 12 } }, "text": "nes" } ] }
            """);

        Assert.Contains("toknes", (string)Assert.Single(await editor.Findings(Uri), static one => (string)one!["code"]! == "SCALE0002")!["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_OfADocumentThatIsTooLarge_IsReadOnceItIsWhole()
    {
        await using var editor = await Editor.Start();
        await editor.Open(Uri, new string(' ', SpecPipeline.MaxCharacters + 1));

        await editor.Tell("textDocument/didChange", $$"""
            { "textDocument": { "uri": "{{Uri}}", "version": 2 }, "contentChanges": [ { "range": { "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 0 } }, "text": "{}" } ] }
            """);
        await editor.Type(Uri, Specs.Warned, version: 3);

        Assert.Equal("SCALE1001", (string)Assert.Single(await editor.Findings(Uri))!["code"]!);
    }

    [Fact]
    public async Task Change_OfWhatIsNotOpen_IsLeftOut()
    {
        await using var editor = await Editor.Start();

        await editor.Type("file:///specs/never.scaling.json", Specs.Warned);

        Assert.Null(await editor.AskAt("textDocument/hover", "file:///specs/never.scaling.json", Specs.Warned, "unique_tokens"));
    }

    [Fact]
    public async Task Config_ThatIsMissing_IsReadWhenItComesAndMissedWhenItGoes()
    {
        using var folder = new Folder();
        await using var editor = await Editor.Start();
        string[] uris = [new Uri(Path.Combine(folder.Path, "a.scaling.json")).AbsoluteUri, new Uri(Path.Combine(folder.Path, "b.scaling.json")).AbsoluteUri];
        foreach (var uri in uris)
            Assert.Contains(await editor.Open(uri, """{ "model": { "config": "config.json" }, "data": { "tokens": "10B" } }"""), static one => (int)one!["severity"]! == 1);

        var config = folder.Write("config.json", Specs.Gpt2Config);
        await editor.TellChanged(config);
        foreach (var uri in uris)
            Assert.DoesNotContain(await editor.Findings(uri), static one => (int)one!["severity"]! == 1);

        File.Delete(config);
        await editor.TellChanged(config);
        foreach (var uri in uris)
            Assert.Contains(await editor.Findings(uri), static one => (int)one!["severity"]! == 1);
    }

    [Fact]
    public async Task File_ThatNoSpecNames_PlansNothingAnew()
    {
        using var folder = new Folder();
        await using var editor = await Editor.Start();
        var uri = new Uri(Path.Combine(folder.Path, "a.scaling.json")).AbsoluteUri;
        await editor.Open(uri, Specs.Warned);

        await editor.TellChanged(folder.Write("package.json", "{}"));
        await editor.AskOf("textDocument/foldingRange", uri);

        Assert.False(editor.HasFindings(uri), "a file that no spec names is not a reason to plan the open specs again");
    }

    [Fact]
    public async Task Config_ClosedWithoutSaving_IsThatOfTheDisk()
    {
        using var folder = new Folder();
        folder.Write("config.json", Specs.Gpt2Config);
        await using var editor = await Editor.Start();
        string uri = new Uri(Path.Combine(folder.Path, "a.scaling.json")).AbsoluteUri, config = new Uri(Path.Combine(folder.Path, "config.json")).AbsoluteUri;
        await editor.Open(uri, """{ "model": { "config": "config.json" }, "data": { "tokens": "10B" } }""");

        await editor.Tell("textDocument/didOpen", $$"""{ "textDocument": { "uri": "{{config}}", "languageId": "json", "version": 1, "text": "{" } }""");
        Assert.Contains(await editor.Findings(uri), static one => (int)one!["severity"]! == 1);
        await editor.Tell("textDocument/didClose", $$"""{ "textDocument": { "uri": "{{config}}" } }""");

        Assert.DoesNotContain(await editor.Findings(uri), static one => (int)one!["severity"]! == 1);
    }

    [Fact]
    public async Task Spec_DeletedWhileItIsOpen_IsThatOfTheEditor()
    {
        using var folder = new Folder();
        var path = folder.Write("a.scaling.json", Specs.Warned);
        await using var editor = await Editor.Start();
        var uri = new Uri(path).AbsoluteUri;
        await editor.Open(uri, Specs.Warned);

        File.Delete(path);
        await editor.TellChanged(path);
        await editor.Type(uri, Specs.Warned);

        Assert.Equal("SCALE1001", (string)Assert.Single(await editor.Findings(uri))!["code"]!);
    }

    [Theory]
    [InlineData("untitled:Untitled-1.scaling.json")]
    [InlineData("untitled:/specs/a.scaling.json")]
    [InlineData("vscode-vfs://github/owner/repository/a.scaling.json")]
    [InlineData("file://localhost/specs/a.scaling.json")]
    [InlineData("file://server/share/a.scaling.json")]
    [InlineData("file:///c%3A/specs/a.scaling.json")]
    [InlineData("file:///specs/%F0%9F%98%80%20%23.scaling.json")]
    public async Task Document_OfAnyAddress_HasItsFindingsLensAndReport(string uri)
    {
        await using var editor = await Editor.Start();

        Assert.Equal("SCALE1001", (string)Assert.Single(await editor.Open(uri, Specs.Warned))!["code"]!);
        Assert.NotEmpty((await editor.AskOf("textDocument/codeLens", uri))!.AsArray());
        var page = new Uri((string)(await editor.Ask("workspace/executeCommand", $$"""{ "command": "scaling.openReport", "arguments": [ "{{uri}}" ] }"""))!).LocalPath;
        Assert.True(File.Exists(page), page);
        Directory.Delete(Path.GetDirectoryName(page)!, recursive: true);
    }

    [Theory]
    [InlineData("file:///specs/a%20b.json", "/specs/a b.json")]
    [InlineData("file://localhost/specs/a.json", "/specs/a.json")]
    [InlineData("file://server/share/a.json", "//server/share/a.json")]
    [InlineData("file:///c%3A/specs/a.json", "c:/specs/a.json")]
    [InlineData("file:///specs/../specs/./a.json", "/specs/a.json")]
    public void Path_OfAnAddress_IsThatOfTheFile(string uri, string expected) => Assert.Equal(expected, DocumentPath.Of(uri));

    [Fact]
    public async Task Answers_AtEveryPlaceOfBrokenTexts_AreGiven()
    {
        await using var editor = await Editor.Start();
        string[] texts =
        [
            "", " ", "\n", "{", "}", "[", "\"", "\"a", "{\"", "{ \"data\"", "{ \"data\":", "{ \"data\": {", "/", "/*", "//", "{,}", "{\"data\":{\"tokens\":\"1\n0B\"}}", "{\"model\":[{\"x\":{\"",
            "{ \"data\": { \"tokens\": \"1B\", \"tokens\": \"2B\" }, \"data\": { \"ep", "{ \"model\": { \"config\": \"\\", "{ \"name\": \"\\ud83d",
        ];
        foreach (var text in texts)
        {
            await editor.Open(Uri, text);
            foreach (var method in (string[])["codeLens", "documentSymbol", "foldingRange", "documentLink"])
                await editor.AskOf("textDocument/" + method, Uri);
            await All(editor);
            for (var at = 0; at <= text.Length; at++)
            {
                foreach (var method in (string[])["hover", "completion", "prepareRename"])
                    await editor.AskAt("textDocument/" + method, Uri, text, text, at);
            }
        }
    }

    [Fact]
    public async Task Findings_OnALineOfMillionsOfCharacters_Come()
    {
        await using var editor = await Editor.Start();

        var text = $$"""{ /*{{new string('x', 3_000_000)}}*/ "model": { "parameters": "124M" }, "data": { "toknes": "10B" } }""";
        var found = await editor.Open(Uri, text);

        Assert.Equal(text.IndexOf("\"toknes\"", StringComparison.Ordinal), (int)Assert.Single(found, static one => (string)one!["code"]! == "SCALE0002")!["range"]!["start"]!["character"]!);
    }

    private static async Task<JsonArray> All(Editor editor) => (await editor.Ask("textDocument/codeAction", $$"""
        { "textDocument": { "uri": "{{Uri}}" }, "context": { "diagnostics": [] }, "range": { "start": { "line": 0, "character": 0 }, "end": { "line": 9999, "character": 0 } } }
        """))!.AsArray();
}
