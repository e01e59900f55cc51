using ScalingSdk.Tool.LanguageServer.Protocol;
using StreamJsonRpc;

namespace ScalingSdk.Tool.LanguageServer;

/// <summary>What the server tells the editor and asks of it. What the editor answers, or that it is gone, changes nothing here.</summary>
internal sealed class EditorClient(JsonRpc rpc)
{
    /// <summary>Shows findings; an empty list takes them away.</summary>
    public void Publish(string uri, int? version, Diagnostic[] diagnostics) =>
        _ = TellAsync(rpc.NotifyWithParameterObjectAsync("textDocument/publishDiagnostics",
            version is { } of ? Named(("uri", uri), ("version", of), ("diagnostics", diagnostics)) : Named(("uri", uri), ("diagnostics", diagnostics)), null));

    /// <summary>Asks to be told when files beside specs change on disk.</summary>
    public void WatchFiles()
    {
        Registration[] watch = [new("files", "workspace/didChangeWatchedFiles", new WatchOptions([new("**/*.json")]))];
        Ask("client/registerCapability", ("registrations", watch));
    }

    /// <summary>Asks for the lenses anew.</summary>
    public void RefreshLenses() => Ask("workspace/codeLens/refresh");

    /// <summary>Opens a page in the browser.</summary>
    public void Show(string uri) => Ask("window/showDocument", ("uri", uri), ("external", true));

    private void Ask(string method, params ReadOnlySpan<(string Name, object Value)> parameters) =>
        _ = TellAsync(rpc.InvokeWithParameterObjectAsync(method, Named(parameters), null, default));

    private static Dictionary<string, object?> Named(params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var named = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in parameters)
            named[name] = value;
        return named;
    }

    private static async Task TellAsync(Task message)
    {
        try
        {
            await message.ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is RemoteRpcException or ObjectDisposedException or IOException or OperationCanceledException)
        {
        }
    }
}
