using ScalingSdk.Json;
using ScalingSdk.Specs;
using ScalingSdk.Text;
using ScalingSdk.Tool.LanguageServer.Protocol;
using StreamJsonRpc;

namespace ScalingSdk.Tool.LanguageServer;

/// <summary>Another name for a spec: the class of its constants has it. Code that uses the class is renamed where it is compiled.</summary>
internal static class RenameAnswers
{
    /// <summary>The name at a place; null elsewhere.</summary>
    public static RenameTarget? At(Document document, int offset) =>
        NameAt(document, offset) is { } name ? new RenameTarget(document.RangeOf(Inside(name)), name.Value) : null;

    /// <summary>The change to another name; null where no name stands.</summary>
    public static WorkspaceEdit? To(Document document, int offset, string name)
    {
        if (NameAt(document, offset) is not { } old)
            return null;
        if (!SpecName.IsIdentifier(name))
            throw new LocalRpcException(SpecName.NotAnIdentifier(name));
        return new(new(StringComparer.Ordinal) { [document.Uri] = [new TextEdit(document.RangeOf(Inside(old)), name)] });
    }

    private static JsonString? NameAt(Document document, int offset) =>
        document.Root?.Find(RootKeys.Name.Name) is { Value: JsonString name } member && member.Span.Start <= offset && offset <= member.Span.End ? name : null;

    private static SourceSpan Inside(JsonString name) => new(name.Span.Start + 1, name.Span.Length - 2);
}
