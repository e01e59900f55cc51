namespace ScalingSdk.Tool.LanguageServer.Protocol;

internal sealed record DocumentIdentifier(string Uri, int? Version);

internal sealed record OpenedDocument(string Uri, int Version, string Text);

internal sealed record DidOpen(OpenedDocument TextDocument);

internal sealed record DidChange(DocumentIdentifier TextDocument, ContentChange[] ContentChanges);

/// <summary>A change of a document; without a range the whole text, as this server asks for.</summary>
internal sealed record ContentChange(Stretch? Range, string Text);

/// <summary>Files that have come, changed or gone on disk.</summary>
internal sealed record DidChangeFiles(DocumentIdentifier[] Changes);

/// <summary>A request about a document.</summary>
internal sealed record DocumentRequest(DocumentIdentifier TextDocument);

/// <summary>A request about a place in a document.</summary>
internal sealed record PlaceRequest(DocumentIdentifier TextDocument, Position Position);

/// <summary>A request for another name.</summary>
internal sealed record RenameRequest(DocumentIdentifier TextDocument, Position Position, string NewName);

/// <summary>A request about a stretch of a document.</summary>
internal sealed record CodeActionRequest(DocumentIdentifier TextDocument, Stretch Range, CodeActionContext? Context);

/// <summary>The kinds of actions that are asked for; null for all.</summary>
internal sealed record CodeActionContext(string[]? Only);

/// <summary>A command of the server, with the address of a spec.</summary>
internal sealed record CommandRequest(string Command, string[]? Arguments);
