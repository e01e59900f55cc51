using System.Globalization;
using System.IO.Pipes;
using System.Text;
using System.Text.Json.Nodes;
using ScalingSdk.Tool.LanguageServer;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Tests.LanguageServer;

/// <summary>The protocol, as an editor sees it.</summary>
public sealed class ServerTests
{
    private const string Uri = "file:///specs/a.scaling.json";

    [Fact]
    public async Task Findings_OfAnOpenSpec_AreThoseOfTheCheck()
    {
        await using var editor = await Editor.Start();

        var found = await editor.Open(Uri, Specs.Warned);

        var finding = Assert.Single(found)!;
        Assert.Equal(("SCALE1001", 2, 3, 29), ((string)finding["code"]!, (int)finding["severity"]!, (int)finding["range"]!["start"]!["line"]!, (int)finding["range"]!["start"]!["character"]!));
        Assert.EndsWith("/SCALE1001.md", (string)finding["codeDescription"]!["href"]!, StringComparison.Ordinal);
        var expected = SpecPipeline.Run("/specs/a.scaling.json", Specs.Warned, static _ => null).Findings.Single();
        Assert.Equal(expected.Headline, (string)finding["message"]!);
        Assert.Equal(expected.Details.Select(static detail => $"{detail.Label}: {detail.Text}"), finding["relatedInformation"]!.AsArray().Select(static one => (string)one!["message"]!));
    }

    [Fact]
    public async Task Findings_OfAClientWithoutRelatedInformation_SayAllInTheMessage()
    {
        await using var editor = await Editor.Start(related: false);

        var finding = Assert.Single(await editor.Open(Uri, Specs.Warned))!;

        Assert.Contains("\nhelp: ", (string)finding["message"]!, StringComparison.Ordinal);
        Assert.Null(finding["relatedInformation"]);
    }

    [Fact]
    public async Task Findings_AfterTyping_AreOfTheUnsavedText()
    {
        await using var editor = await Editor.Start();
        Assert.NotEmpty(await editor.Open(Uri, Specs.Warned));

        await editor.Type(Uri, Specs.Warned.Replace("\"2B\"", "\"20B\"", StringComparison.Ordinal).Replace("3.13B", "20B", StringComparison.Ordinal));

        Assert.Empty(await editor.Findings(Uri));
    }

    [Fact]
    public async Task Findings_AfterClosing_AreTakenAway()
    {
        await using var editor = await Editor.Start();
        await editor.Open(Uri, Specs.Warned);

        await editor.Tell("textDocument/didClose", $$"""{ "textDocument": { "uri": "{{Uri}}" } }""");

        Assert.Empty(await editor.Findings(Uri));
    }

    [Fact]
    public async Task Findings_OfFiftyMegabytes_AreOne()
    {
        await using var editor = await Editor.Start();

        var finding = Assert.Single(await editor.Open(Uri, new string(' ', 50 * 1024 * 1024)))!;

        Assert.Equal("SCALE0001", (string)finding["code"]!);
    }

    [Fact]
    public async Task Findings_OfAConfigEditedBesideTheSpec_Follow()
    {
        await using var editor = await Editor.Start();
        const string Config = "file:///specs/config.json";
        var missing = await editor.Open(Uri, """{ "model": { "config": "config.json" }, "data": { "tokens": "10B" }, "suppress": { "SCALE3001": "as published" } }""");
        Assert.Equal("SCALE0001", (string)Assert.Single(missing)!["code"]!);

        await editor.Tell("textDocument/didOpen", $$"""{ "textDocument": { "uri": "{{Config}}", "languageId": "json", "version": 1, "text": {{Editor.Quote(Specs.Gpt2Config)}} } }""");

        Assert.DoesNotContain(await editor.Findings(Uri), static finding => (int)finding!["severity"]! == 1);
    }

    [Fact]
    public async Task Findings_OfAFileChangedOnDisk_Follow()
    {
        using var folder = new Folder();
        await using var editor = await Editor.Start();
        var uri = new Uri(Path.Combine(folder.Path, "a.scaling.json")).AbsoluteUri;
        await editor.Open(uri, """{ "model": { "config": "config.json" }, "data": { "tokens": "10B" } }""");

        await editor.TellChanged(folder.Write("config.json", Specs.Gpt2Config));

        Assert.DoesNotContain(await editor.Findings(uri), static finding => (int)finding!["severity"]! == 1);
    }

    [Fact]
    public async Task Fix_OfAFinding_EndsIt()
    {
        await using var editor = await Editor.Start();
        var text = Specs.Warned.Replace("SCALE3001", "SCALE1001", StringComparison.Ordinal);
        var finding = Assert.Single(await editor.Open(Uri, text))!;
        var start = finding["range"]!["start"]!;

        var action = (await Actions(editor, (int)start["line"]!, (int)start["character"]!)).First(static action => (bool)action!["isPreferred"]!)!;
        var edited = Editor.Apply(text, action, Uri);
        await editor.Type(Uri, edited);

        Assert.Contains("\"vocabulary_size\": 50304", edited, StringComparison.Ordinal);
        Assert.Empty(await editor.Findings(Uri));
    }

    [Fact]
    public async Task Suppression_OfTheWarning_EndsItWithAReason()
    {
        await using var editor = await Editor.Start();
        await editor.Open(Uri, Specs.Warned);

        var action = (await Actions(editor, 3, 30)).Single(static action => ((string)action!["title"]!).StartsWith("Suppress SCALE1001", StringComparison.Ordinal))!;
        var edited = Editor.Apply(Specs.Warned, action, Uri);
        await editor.Type(Uri, edited);

        Assert.Contains("\"SCALE1001\": \"say here why", edited, StringComparison.Ordinal);
        Assert.Empty(await editor.Findings(Uri));
    }

    [Fact]
    public async Task EveryRemedy_OfASpec_SaysWhatItDoesToTheLoss()
    {
        await using var editor = await Editor.Start();
        const string Text = """
            {
              "model": { "architecture": "gpt2", "layers": 12, "hidden_size": 768, "attention_heads": 12, "vocabulary_size": 50257, "context_length": 1024 },
              "data": { "tokens": "10B" },
              "limits": { "flops": "5e18" }
            }
            """;
        Assert.Equal(2, (await editor.Open(Uri, Text)).Count);

        var action = Assert.Single(await Actions(editor, 3, 25), static action => ((string)action!["title"]!).StartsWith("Apply every remedy", StringComparison.Ordinal))!;
        await editor.Type(Uri, Editor.Apply(Text, action, Uri));

        Assert.Contains("of this spec: the loss rises from 3.01 to 3.09, the compute falls by 33 %", (string)action["title"]!, StringComparison.Ordinal);
        Assert.Empty(await editor.Findings(Uri));
    }

    // It would state tokens that nobody has.
    [Fact]
    public async Task Help_ThatOnlyItsOwnerCanDo_IsNotAppliedUnasked()
    {
        await using var editor = await Editor.Start();
        await editor.Open(Uri, Specs.Warned.Replace("3.13B", "10B", StringComparison.Ordinal));

        var action = Assert.Single(await Actions(editor, 3, 30), static action => ((string)action!["title"]!).Contains("data.unique_tokens", StringComparison.Ordinal))!;

        Assert.False((bool)action["isPreferred"]!);
    }

    [Fact]
    public async Task FixAll_OfTypingMistakes_MendsThem()
    {
        await using var editor = await Editor.Start();
        const string Mistyped = """{ "model": { "parameters": "124M" }, "data": { "toknes": "20B" } }""";
        await editor.Open(Uri, Mistyped);

        var action = Assert.Single((await editor.Ask("textDocument/codeAction", $$"""
            { "textDocument": { "uri": "{{Uri}}" }, "range": { "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 0 } }, "context": { "diagnostics": [], "only": [ "source.fixAll" ] } }
            """))!.AsArray())!;

        Assert.Equal("""{ "model": { "parameters": "124M" }, "data": { "tokens": "20B" } }""", Editor.Apply(Mistyped, action, Uri));
    }

    [Fact]
    public async Task Folds_OfASpec_AreItsSectionsOfSeveralLines()
    {
        await using var editor = await Editor.Start();
        const string Text = "{\n  \"model\": {\n    \"parameters\": \"7B\"\n  },\n  \"data\": { \"tokens\": \"1T\" }\n}";
        await editor.Open(Uri, Text);

        var fold = Assert.Single((await editor.AskOf("textDocument/foldingRange", Uri))!.AsArray())!;

        Assert.Equal((1, 2), ((int)fold["startLine"]!, (int)fold["endLine"]!));
    }

    [Fact]
    public async Task Rename_OfTheName_ChangesIt()
    {
        await using var editor = await Editor.Start();
        const string Text = """{ "name": "Old", "model": { "parameters": "7B" } }""";
        await editor.Open(Uri, Text);

        var target = await editor.AskAt("textDocument/prepareRename", Uri, Text, "Old");
        var edit = (await editor.Ask("textDocument/rename", $$"""{ "textDocument": { "uri": "{{Uri}}" }, "position": { "line": 0, "character": 12 }, "newName": "New" }"""))!;

        Assert.Equal("Old", (string)target!["placeholder"]!);
        Assert.Equal(Text.Replace("Old", "New", StringComparison.Ordinal), Editor.Apply(Text, new JsonObject { ["edit"] = edit.DeepClone() }, Uri));
    }

    [Fact]
    public async Task Rename_ToWhatIsNoName_SaysWhatToType()
    {
        await using var editor = await Editor.Start();
        await editor.Open(Uri, """{ "name": "Old" }""");

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            editor.Ask("textDocument/rename", $$"""{ "textDocument": { "uri": "{{Uri}}" }, "position": { "line": 0, "character": 12 }, "newName": "my model" }"""));

        Assert.Contains("my_model", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lens_OfASpec_IsItsPlanInOneLine()
    {
        await using var editor = await Editor.Start();
        await editor.Open(Uri, Specs.Warned);

        var lenses = (await editor.AskOf("textDocument/codeLens", Uri))!.AsArray();

        Assert.Contains("124M parameters", (string)lenses[0]!["command"]!["title"]!, StringComparison.Ordinal);
        Assert.Equal("Open report", (string)lenses[1]!["command"]!["title"]!);
    }

    [Fact]
    public async Task Report_OfASpec_IsWritten()
    {
        await using var editor = await Editor.Start();
        await editor.Open(Uri, Specs.Warned);

        var page = new Uri((string)(await editor.Ask("workspace/executeCommand", $$"""{ "command": "scaling.openReport", "arguments": [ "{{Uri}}" ] }"""))!).LocalPath;

        Assert.Contains("124M parameters", await File.ReadAllTextAsync(page), StringComparison.Ordinal);
        Directory.Delete(Path.GetDirectoryName(page)!, recursive: true);
    }

    [Fact]
    public async Task Symbols_OfASpec_AreSectionsWithKeys()
    {
        await using var editor = await Editor.Start();
        await editor.Open(Uri, Specs.Warned);

        var symbols = (await editor.AskOf("textDocument/documentSymbol", Uri))!.AsArray();

        Assert.Equal(["model", "data", "suppress"], symbols.Select(static symbol => (string)symbol!["name"]!));
        Assert.Equal("\"2B\"", (string)symbols[1]!["children"]![0]!["detail"]!);
    }

    [Fact]
    public async Task Link_OfTheConfig_LeadsToTheFile()
    {
        await using var editor = await Editor.Start();
        await editor.Open(Uri, """{ "model": { "config": "../my config.json" } }""");

        var link = Assert.Single((await editor.AskOf("textDocument/documentLink", Uri))!.AsArray())!;

        Assert.Equal("file:///my%20config.json", (string)link["target"]!);
    }

    [Fact]
    public async Task Exit_AfterShutdown_IsClean()
    {
        await using var editor = await Editor.Start();

        await editor.Write("""{ "jsonrpc": "2.0", "id": 99, "method": "shutdown" }""");
        await editor.Write("""{ "jsonrpc": "2.0", "method": "exit" }""");

        Assert.Equal(0, await editor.Ended);
    }

    [Fact]
    public async Task Exit_WhileTheClientKeepsItsEndOpen_EndsTheServer()
    {
        using var client = new AnonymousPipeServerStream(PipeDirection.Out);
        using var input = new AnonymousPipeClientStream(PipeDirection.In, client.ClientSafePipeHandle);
        var server = Server.RunAsync(input, new MemoryStream(), new Terminal(static () => Stream.Null, TextWriter.Null, TextWriter.Null), CancellationToken.None);

        foreach (var message in new[] { """{ "jsonrpc": "2.0", "id": 1, "method": "shutdown" }""", """{ "jsonrpc": "2.0", "method": "exit" }""" })
            client.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {message.Length}\r\n\r\n{message}")));

        Assert.Equal(0, await server.WaitAsync(TimeSpan.FromMinutes(5)));
    }

    [Fact]
    public async Task Exit_WithoutShutdown_IsOne()
    {
        await using var editor = await Editor.Start();

        await editor.Write("""{ "jsonrpc": "2.0", "method": "exit" }""");

        Assert.Equal(1, await editor.Ended);
    }

    private static async Task<JsonArray> Actions(Editor editor, int line, int character) => (await editor.Ask("textDocument/codeAction", $$"""
        { "textDocument": { "uri": "{{Uri}}" }, "context": { "diagnostics": [] },
          "range": { "start": { "line": {{Editor.Number(line)}}, "character": {{Editor.Number(character)}} }, "end": { "line": {{Editor.Number(line)}}, "character": {{Editor.Number(character)}} } } }
        """))!.AsArray();
}
