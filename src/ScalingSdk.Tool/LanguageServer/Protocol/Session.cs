namespace ScalingSdk.Tool.LanguageServer.Protocol;

/// <summary>What the client can do, as far as answers depend on it.</summary>
internal sealed record InitializeRequest(ClientCapabilities? Capabilities, InitializationOptions? InitializationOptions);

/// <summary>Options of this server.</summary>
/// <param name="SchemaHover">True where the client shows the schema's descriptions itself: hovers then leave them out.</param>
internal sealed record InitializationOptions(bool SchemaHover = false);

internal sealed record ClientCapabilities(TextDocumentCapabilities? TextDocument, WorkspaceCapabilities? Workspace, WindowCapabilities? Window);

internal sealed record TextDocumentCapabilities(PublishDiagnosticsCapability? PublishDiagnostics, CompletionCapability? Completion);

internal sealed record PublishDiagnosticsCapability(bool RelatedInformation = false);

internal sealed record CompletionCapability(CompletionItemCapability? CompletionItem);

internal sealed record CompletionItemCapability(bool SnippetSupport = false);

internal sealed record WorkspaceCapabilities(DynamicCapability? DidChangeWatchedFiles, DynamicCapability? CodeLens);

internal sealed record DynamicCapability(bool DynamicRegistration = false, bool RefreshSupport = false);

internal sealed record WindowCapabilities(ShowDocumentCapability? ShowDocument);

internal sealed record ShowDocumentCapability(bool Support = false);

/// <summary>What this server does.</summary>
internal sealed record InitializeAnswer(ServerCapabilities Capabilities, ServerInfo ServerInfo);

internal sealed record ServerInfo(string Name, string Version);

internal sealed record ServerCapabilities(
    SyncOptions TextDocumentSync,
    bool HoverProvider,
    CompletionOptions CompletionProvider,
    CodeActionOptions CodeActionProvider,
    ResolveOptions CodeLensProvider,
    bool DocumentSymbolProvider,
    ResolveOptions DocumentLinkProvider,
    bool FoldingRangeProvider,
    RenameOptions RenameProvider,
    CommandOptions ExecuteCommandProvider);

/// <summary>How changes are sent; 1 is the whole text: specs are small.</summary>
internal sealed record SyncOptions(bool OpenClose, int Change);

internal sealed record CompletionOptions(string[] TriggerCharacters);

internal sealed record CodeActionOptions(string[] CodeActionKinds);

internal sealed record ResolveOptions(bool ResolveProvider);

internal sealed record RenameOptions(bool PrepareProvider);

internal sealed record CommandOptions(string[] Commands);
