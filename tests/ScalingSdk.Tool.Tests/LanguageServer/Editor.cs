using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScalingSdk.Tool.LanguageServer;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Tests.LanguageServer;

/// <summary>An editor at the other end of the real server's streams: it writes frames and reads frames, and knows nothing else.</summary>
internal sealed class Editor : IAsyncDisposable
{
    // For what hangs.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private readonly CancellationTokenSource _limit = new(Limit);
    private readonly Pipe _toServer = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly Pipe _toEditor = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly Stream _reading;
    private readonly Stream _writing;
    private readonly List<JsonObject> _kept = [];
    private readonly Terminal _terminal = new(static () => Stream.Null, TextWriter.Null, TextWriter.Null);
    private readonly Task<int> _server;
    private int _id;

    private Editor()
    {
        (_reading, _writing) = (_toEditor.Reader.AsStream(), _toServer.Writer.AsStream());
        _server = Server.RunAsync(_toServer.Reader.AsStream(), _toEditor.Writer.AsStream(), _terminal, _limit.Token);
    }

    /// <summary>The exit code of the server, when it has ended.</summary>
    public Task<int> Ended => _server.WaitAsync(_limit.Token);

    /// <summary>An editor that has shaken hands.</summary>
    public static async Task<Editor> Start(bool related = true, bool schemaHover = false)
    {
        var editor = new Editor();
        var capabilities = $$"""{ "textDocument": { "publishDiagnostics": { "relatedInformation": {{(related ? "true" : "false")}} }, "completion": { "completionItem": { "snippetSupport": true } } } }""";
        await editor.Ask("initialize", $$"""{ "processId": null, "rootUri": null, "capabilities": {{capabilities}}, "initializationOptions": { "schemaHover": {{(schemaHover ? "true" : "false")}} } }""");
        await editor.Tell("initialized", "{}");
        return editor;
    }

    /// <summary>Opens a document and gives what is found in it.</summary>
    public async Task<JsonArray> Open(string uri, string text)
    {
        await Tell("textDocument/didOpen", $$"""{ "textDocument": { "uri": {{Quote(uri)}}, "languageId": "jsonc", "version": 1, "text": {{Quote(text)}} } }""");
        return await Findings(uri);
    }

    /// <summary>Types another text.</summary>
    public Task Type(string uri, string text, int version = 2) =>
        Tell("textDocument/didChange", $$"""{ "textDocument": { "uri": {{Quote(uri)}}, "version": {{Number(version)}} }, "contentChanges": [ { "text": {{Quote(text)}} } ] }""");

    /// <summary>The next findings that are shown for a document.</summary>
    public async Task<JsonArray> Findings(string uri) => (JsonArray)(await Receive(message => IsOf(message, uri)))["params"]!["diagnostics"]!;

    /// <summary>Whether findings of a document have come that nobody has taken.</summary>
    public bool HasFindings(string uri) => _kept.Exists(message => IsOf(message, uri));

    /// <summary>Tells that a file on disk has come, changed or gone.</summary>
    public Task TellChanged(string path) =>
        Tell("workspace/didChangeWatchedFiles", $$"""{ "changes": [ { "uri": {{Quote(new Uri(path).AbsoluteUri)}}, "type": 2 } ] }""");

    /// <summary>Asks about the place of a text in a document: of its first character.</summary>
    public Task<JsonNode?> AskAt(string method, string uri, string text, string place, int after = 0)
    {
        var offset = text.IndexOf(place, StringComparison.Ordinal) + after;
        var line = text[..offset].Count(static c => c is '\n');
        return Ask(method, $$"""{ "textDocument": { "uri": {{Quote(uri)}} }, "position": { "line": {{Number(line)}}, "character": {{Number(offset - text.LastIndexOf('\n', Math.Max(0, offset - 1)) - 1)}} } }""");
    }

    /// <summary>Asks about a whole document.</summary>
    public Task<JsonNode?> AskOf(string method, string uri) => Ask(method, $$"""{ "textDocument": { "uri": {{Quote(uri)}} } }""");

    public async Task<JsonNode?> Ask(string method, string parameters)
    {
        var id = ++_id;
        await Write($$"""{ "jsonrpc": "2.0", "id": {{Number(id)}}, "method": "{{method}}", "params": {{parameters}} }""");
        var answer = await Receive(message => message["method"] is null && (int?)message["id"] == id);
        return answer["error"] is { } error ? throw new InvalidOperationException(error.ToJsonString()) : answer["result"];
    }

    public Task Tell(string method, string parameters) => Write($$"""{ "jsonrpc": "2.0", "method": "{{method}}", "params": {{parameters}} }""");

    /// <summary>Sends any bytes as a message.</summary>
    public async Task Write(string message)
    {
        var body = Encoding.UTF8.GetBytes(message);
        await _writing.WriteAsync(Encoding.ASCII.GetBytes(FormattableString.Invariant($"Content-Length: {body.Length}\r\n\r\n")), _limit.Token);
        await _writing.WriteAsync(body, _limit.Token);
        await _writing.FlushAsync(_limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _toServer.Writer.CompleteAsync();
        await Ended;
        _terminal.Dispose();
        _limit.Dispose();
    }

    public static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static string Quote(string text) => JsonSerializer.Serialize(text);

    /// <summary>The text with the edits that an action makes in a document.</summary>
    public static string Apply(string text, JsonNode action, string uri)
    {
        var lines = text.Split('\n');
        int Offset(JsonNode place) => lines.Take((int)place["line"]!).Sum(static line => line.Length + 1) + (int)place["character"]!;
        var edit = action["edit"]!["changes"]![uri]![0]!;
        return text[..Offset(edit["range"]!["start"]!)] + (string)edit["newText"]! + text[Offset(edit["range"]!["end"]!)..];
    }

    private static bool IsOf(JsonObject message, string uri) =>
        (string?)message["method"] == "textDocument/publishDiagnostics" && (string?)message["params"]!["uri"] == uri;

    // Answers and notices come as they come: what another question waits for is kept.
    private async Task<JsonObject> Receive(Predicate<JsonObject> wanted)
    {
        while (true)
        {
            if (_kept.FindIndex(wanted) is >= 0 and var index)
            {
                var found = _kept[index];
                _kept.RemoveAt(index);
                return found;
            }

            _kept.Add(await Read());
        }
    }

    private async Task<JsonObject> Read()
    {
        var header = new StringBuilder();
        while (!header.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
            header.Append((char)await Byte());
        var length = int.Parse(header.ToString().Split("Content-Length: ")[1].Split('\r')[0], System.Globalization.CultureInfo.InvariantCulture);
        var body = new byte[length];
        await _reading.ReadExactlyAsync(body, _limit.Token);
        return (JsonObject)JsonNode.Parse(body)!;
    }

    private async Task<byte> Byte()
    {
        var one = new byte[1];
        await _reading.ReadExactlyAsync(one, _limit.Token);
        return one[0];
    }
}
