namespace ScalingSdk.Tool.LanguageServer.Protocol;

/// <summary>A place between two characters: line and UTF-16 character, both from 0.</summary>
internal sealed record Position(int Line, int Character);

/// <summary>A stretch of a document, without its end.</summary>
internal sealed record Stretch(Position Start, Position End);

/// <summary>A stretch of a document by its address.</summary>
internal sealed record Location(string Uri, Stretch Range);

/// <summary>Another text for a stretch.</summary>
internal sealed record TextEdit(Stretch Range, string NewText);

/// <summary>Edits by the address of their document.</summary>
internal sealed record WorkspaceEdit(Dictionary<string, TextEdit[]> Changes);
