using System.Diagnostics.CodeAnalysis;
using Microsoft.VisualStudio.Threading;
using ScalingSdk.Tool.LanguageServer.Protocol;
using ScalingSdk.Tool.Terminals;
using StreamJsonRpc;

namespace ScalingSdk.Tool.LanguageServer;

/// <summary>The language server: one client, one message after another, so that no answer is of an older text.</summary>
internal sealed class Server : IDisposable
{
    private readonly JsonRpc _rpc;
    private readonly Session _session;
    private readonly TaskCompletionSource _exit = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _asked;
    private int? _code;

    private Server(Stream input, Stream output, Terminal terminal)
    {
        _rpc = new JsonRpc(new MessageHandler(output, input, Formatter())) { SynchronizationContext = new NonConcurrentSynchronizationContext(sticky: false) };
        _session = new Session(new EditorClient(_rpc), terminal);
        On<InitializeRequest, InitializeAnswer>("initialize", _session.Initialize);
        On("initialized", _session.Initialized);
        On<DidOpen>("textDocument/didOpen", _session.Opened);
        On<DidChange>("textDocument/didChange", _session.Changed);
        On<DocumentRequest>("textDocument/didClose", _session.Closed);
        On<DidChangeFiles>("workspace/didChangeWatchedFiles", _session.FilesChanged);
        On<PlaceRequest, Hover?>("textDocument/hover", _session.Hover);
        On<PlaceRequest, CompletionItem[]>("textDocument/completion", _session.Complete);
        On<CodeActionRequest, CodeAction[]>("textDocument/codeAction", _session.CodeActions);
        On<DocumentRequest, CodeLens[]>("textDocument/codeLens", _session.CodeLenses);
        On<DocumentRequest, DocumentSymbol[]>("textDocument/documentSymbol", _session.Symbols);
        On<DocumentRequest, DocumentLink[]>("textDocument/documentLink", _session.Links);
        On<DocumentRequest, FoldingRange[]>("textDocument/foldingRange", _session.Folds);
        On<PlaceRequest, RenameTarget?>("textDocument/prepareRename", _session.Renames);
        On<RenameRequest, WorkspaceEdit?>("textDocument/rename", _session.Rename);
        On<CommandRequest, string?>("workspace/executeCommand", _session.Execute);
        OnShutdown();
    }

    /// <summary>Serves a client until it says "exit" or is gone.</summary>
    /// <returns>The process's exit code, as the protocol has it: 1 where the client left without "shutdown".</returns>
    public static async Task<int> RunAsync(Stream input, Stream output, Terminal terminal, CancellationToken cancellation)
    {
        using var server = new Server(input, output, terminal);
        using var stop = cancellation.Register(static state => ((JsonRpc)state!).Dispose(), server._rpc);
        server._rpc.StartListening();
        try
        {
            // A client may say "exit" and keep its end open: a read that is pending on it does not hold the process.
            await (await Task.WhenAny(server._rpc.Completion, server._exit.Task).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or OperationCanceledException or BadRpcHeaderException)
        {
            // The editor has gone, or sends what has no frame: there is nobody to tell.
        }

        return server._code ?? ExitCode.Clean;
    }

    public void Dispose() => _rpc.Dispose();

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Every type of the protocol is in ProtocolJson")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Every type of the protocol is in ProtocolJson")]
    private static SystemTextJsonFormatter Formatter() => new() { JsonSerializerOptions = new(ProtocolJson.Default.Options) };

    private void OnShutdown()
    {
        On("shutdown", () => _asked = true);
        On("exit", () =>
        {
            _code = _asked ? ExitCode.Clean : ExitCode.Findings;
            _exit.TrySetResult();
        });
    }

    private void On(string method, Action handler) => Add(method, handler, whole: false);

    private void On<T>(string method, Action<T> handler) => Add(method, handler, whole: true);

    private void On<T, TAnswer>(string method, Func<T, TAnswer> handler) => Add(method, handler, whole: true);

    private void Add(string method, Delegate handler, bool whole) =>
        _rpc.AddLocalRpcMethod(handler.Method, handler.Target, new JsonRpcMethodAttribute(method) { UseSingleObjectParameterDeserialization = whole });
}
