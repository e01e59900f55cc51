namespace ScalingSdk.Tool.LanguageServer.Protocol;

/// <summary>A finding as an editor shows it.</summary>
internal sealed record Diagnostic(Stretch Range, int Severity, string Code, CodeDescription CodeDescription, string Source, string Message, RelatedInformation[]? RelatedInformation);

/// <summary>The page that explains a code.</summary>
internal sealed record CodeDescription(string Href);

internal sealed record RelatedInformation(Location Location, string Message);

internal sealed record Hover(MarkupContent Contents, Stretch Range);

internal sealed record MarkupContent(string Value)
{
    public string Kind { get; init; } = "markdown";
}

internal sealed record CompletionItem(string Label, int Kind, string Detail, MarkupContent Documentation, string FilterText, string SortText, int InsertTextFormat, TextEdit TextEdit);

internal sealed record CodeAction(string Title, string Kind, bool IsPreferred, WorkspaceEdit Edit, Diagnostic[] Diagnostics);

internal sealed record CodeLens(Stretch Range, Command Command);

[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1724", Justification = "The protocol's name")]
internal sealed record Command(string Title, [property: System.Text.Json.Serialization.JsonPropertyName("command")] string Name, string[] Arguments);

internal sealed record DocumentSymbol(string Name, string Detail, int Kind, Stretch Range, Stretch SelectionRange, DocumentSymbol[] Children);

/// <summary>Lines that an editor can fold, both included.</summary>
internal sealed record FoldingRange(int StartLine, int EndLine);

/// <summary>What a rename changes, and what stands there now.</summary>
internal sealed record RenameTarget(Stretch Range, string Placeholder);

internal sealed record DocumentLink(Stretch Range, string Target);

/// <summary>A request that the client tell of changes of files.</summary>
internal sealed record Registration(string Id, string Method, WatchOptions RegisterOptions);

internal sealed record WatchOptions(FileWatcher[] Watchers);

internal sealed record FileWatcher(string GlobPattern);
