using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.LanguageServer;

/// <summary>The documents that the editor has open; a file that a spec names is read from them first, then from disk.</summary>
internal sealed class DocumentStore(Terminal terminal)
{
    private readonly Dictionary<string, Document> _byUri = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Document> _byPath = new(StringComparer.Ordinal);

    public IEnumerable<Document> Specs => _byUri.Values.Where(static document => document.IsSpec);

    public Document? Find(string uri) => _byUri.GetValueOrDefault(uri);

    /// <summary>The spec of this address, where it is open and was read.</summary>
    public Document? FindSpec(string uri) => Find(uri) is { IsSpec: true, IsTooLarge: false } document ? document : null;

    public void Put(Document document) => _byUri[document.Uri] = _byPath[document.Path] = document;

    public Document? Remove(string uri)
    {
        if (!_byUri.Remove(uri, out var document))
            return null;
        if (_byUri.Values.FirstOrDefault(other => string.Equals(other.Path, document.Path, StringComparison.Ordinal)) is { } other)
            _byPath[other.Path] = other;
        else
            _byPath.Remove(document.Path);
        return document;
    }

    /// <summary>The text of a file that a spec names; null where there is none.</summary>
    public string? ReadFile(string path) => _byPath.TryGetValue(path, out var open) && !open.IsTooLarge ? open.Text : InputFile.Read(path, terminal);
}
