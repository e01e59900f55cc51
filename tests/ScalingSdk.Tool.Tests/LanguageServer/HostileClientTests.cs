using System.Globalization;

namespace ScalingSdk.Tool.Tests.LanguageServer;

/// <summary>Whatever a client sends, the server answers the next question.</summary>
public sealed class HostileClientTests
{
    private const string Uri = "file:///specs/a.scaling.json";

    [Theory]
    [InlineData("no JSON")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{ "jsonrpc": "2.0" }""")]
    [InlineData("""{ "jsonrpc": "2.0", "id": 7, "method": "textDocument/hover" }""")]
    [InlineData("""{ "jsonrpc": "2.0", "id": 7, "method": "textDocument/hover", "params": [] }""")]
    [InlineData("""{ "jsonrpc": "2.0", "id": 7, "method": "textDocument/hover", "params": { "textDocument": null } }""")]
    [InlineData("""{ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument": { "uri": 7 } } }""")]
    [InlineData("""{ "jsonrpc": "2.0", "method": "textDocument/didChange", "params": { "textDocument": { "uri": "a" }, "contentChanges": [] } }""")]
    [InlineData("""{ "jsonrpc": "2.0", "id": 7, "method": "textDocument/codeLens", "params": { "textDocument": { "uri": "file:///none.scaling.json" } } }""")]
    [InlineData("""{ "jsonrpc": "2.0", "id": 7, "method": "no/such", "params": {} }""")]
    [InlineData("""{ "jsonrpc": "2.0", "id": 77, "result": null }""")]
    [InlineData("""{ "jsonrpc": "2.0", "id": "x", "error": { "code": 1, "message": "never asked" } }""")]
    [InlineData("""{ "jsonrpc": "2.0", "id": 7, "method": "textDocument/rename", "params": { "textDocument": { "uri": "file:///none.scaling.json" }, "position": { "line": -4, "character": 99999 }, "newName": null } }""")]
    [InlineData("""{ "jsonrpc": "2.0", "method": "$/cancelRequest", "params": { "id": 7 } }""")]
    public async Task Server_AfterABadMessage_AnswersTheNext(string message)
    {
        await using var editor = await Editor.Start();

        await editor.Write(message);

        Assert.Single(await editor.Open(Uri, Specs.Warned));
    }

    /// <summary>2,000 messages; SCALING_FUZZ_MESSAGES states another number.</summary>
    [Fact]
    public async Task Server_AfterMutatedMessages_AnswersTheNext()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("SCALING_FUZZ_MESSAGES") ?? "2000", CultureInfo.InvariantCulture);
        var random = new Random(22);
        string[] seeds =
        [
            $$"""{ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument": { "uri": "{{Uri}}", "languageId": "jsonc", "version": 1, "text": {{Editor.Quote(Specs.Warned)}} } } }""",
            $$"""{ "jsonrpc": "2.0", "method": "textDocument/didChange", "params": { "textDocument": { "uri": "{{Uri}}", "version": 2 }, "contentChanges": [ { "text": "{ \"data\": { \"to" } ] } }""",
            $$"""{ "jsonrpc": "2.0", "method": "textDocument/didChange", "params": { "textDocument": { "uri": "{{Uri}}", "version": 3 }, "contentChanges": [ { "range": { "start": { "line": 0, "character": 9 }, "end": { "line": 2, "character": 4 } }, "text": "{ \" " } ] } }""",
            $$"""{ "jsonrpc": "2.0", "id": 1000, "method": "textDocument/completion", "params": { "textDocument": { "uri": "{{Uri}}" }, "position": { "line": 0, "character": 14 } } }""",
            $$"""{ "jsonrpc": "2.0", "id": 1001, "method": "textDocument/hover", "params": { "textDocument": { "uri": "{{Uri}}" }, "position": { "line": 3, "character": 14 } } }""",
            $$"""{ "jsonrpc": "2.0", "id": 1002, "method": "textDocument/codeAction", "params": { "textDocument": { "uri": "{{Uri}}" }, "range": { "start": { "line": 3, "character": 0 }, "end": { "line": 99, "character": 9 } }, "context": { } } }""",
            $$"""{ "jsonrpc": "2.0", "id": 1003, "method": "textDocument/rename", "params": { "textDocument": { "uri": "{{Uri}}" }, "position": { "line": 1, "character": 9 }, "newName": "Other" } }""",
            $$"""{ "jsonrpc": "2.0", "id": 1004, "method": "textDocument/foldingRange", "params": { "textDocument": { "uri": "{{Uri}}" } } }""",
            """{ "jsonrpc": "2.0", "id": 1, "result": { "applied": true } }""",
        ];
        await using var editor = await Editor.Start();

        for (var i = 0; i < count; i++)
        {
            var message = seeds[random.Next(seeds.Length)].ToCharArray();
            for (var change = random.Next(3); change >= 0; change--)
                message[random.Next(message.Length)] = (char)random.Next(' ', '~');
            await editor.Write(new string(message));
        }

        Assert.Single(await editor.Open("file:///specs/last.scaling.json", Specs.Warned));
    }
}
