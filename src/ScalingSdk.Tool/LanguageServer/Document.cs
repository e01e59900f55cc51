using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Json.Editing;
using ScalingSdk.Text;
using ScalingSdk.Tool.LanguageServer.Protocol;

namespace ScalingSdk.Tool.LanguageServer;

/// <summary>A text that an editor has open, saved or not, with what the pipeline says of it.</summary>
internal sealed class Document
{
    private readonly LineMap _lines;
    private SpecResult? _result;

    public Document(string uri, int version, string text)
    {
        (Uri, Version, Path, IsTooLarge) = (uri, version, DocumentPath.Of(uri), text.Length > SpecPipeline.MaxCharacters);
        // What is never read is not kept. A byte order mark that a client passes on is a blank: places stay as the client counts them.
        Text = IsTooLarge ? "" : text.StartsWith('\uFEFF') ? " " + text[1..] : text;
        _lines = new LineMap(Text);
    }

    public string Uri { get; }

    public int Version { get; }

    public string Path { get; }

    public string Text { get; }

    public bool IsTooLarge { get; }

    public bool IsSpec => DocumentPath.IsSpec(Path);

    /// <summary>The files that the spec names, whether they are there or not.</summary>
    public HashSet<string> Inputs { get; } = new(StringComparer.Ordinal);

    /// <summary>The spec as JSON; null while it is none.</summary>
    public JsonObject? Root => JsonReader.Read(Text).Root as JsonObject;

    /// <summary>Plan and findings of this text, with the files as they are.</summary>
    public SpecResult Result(Func<string, string?> readFile)
    {
        if (_result is not null)
            return _result;
        Inputs.Clear();
        return _result = IsTooLarge ? SpecPipeline.TooLarge(Path) : Run(Text, readFile);
    }

    /// <summary>What the pipeline says of another text in this place; a bug of ours is a finding, never the end of the server.</summary>
    public SpecResult Run(string text, Func<string, string?> readFile)
    {
        try
        {
            var result = SpecPipeline.Run(Path, text, Read);
            foreach (var finding in result.Findings)
                _ = finding.Text;
            return result;
        }
#pragma warning disable CA1031 // Whatever a spec does to this product, the editor goes on.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            return SpecPipeline.Failed(Path, bug);
        }

        string? Read(string path)
        {
            Inputs.Add(path);
            return readFile(path);
        }
    }

    /// <summary>A file that the spec names has changed: the next answer is a new one.</summary>
    public void Forget() => _result = null;

    public int OffsetOf(Position place) => OffsetOf(_lines, Text, place);

    public Stretch RangeOf(SourceSpan span) => new(PlaceOf(span.Start), PlaceOf(span.End));

    public Stretch RangeOf(Finding finding) => new(PlaceOf(finding.Start), PlaceOf(finding.End));

    /// <summary>Edits of the spec as one change of the text; null where they do not fit it or change nothing.</summary>
    public WorkspaceEdit? Edit(IReadOnlyList<SpecEdit> edits) => SpecEditor.Apply(Text, edits) is { } edited ? Replace(edited) : null;

    /// <summary>Another text as the shortest change of this one; null where it is the same.</summary>
    public WorkspaceEdit? Replace(string edited) => TextChange.Between(Text, edited) is { } change
        ? new(new(StringComparer.Ordinal) { [Uri] = [new TextEdit(RangeOf(change.Span), change.NewText)] })
        : null;

    /// <summary>The document after changes of a client, one after another; null where what is changed was not kept.</summary>
    public Document? With(int version, IEnumerable<ContentChange> changes)
    {
        var text = IsTooLarge ? null : Text;
        foreach (var change in changes)
        {
            if (change.Range is not { } range)
                text = change.Text;
            else if (text is not null)
                text = Spliced(text, range, change.Text);
        }

        return text is null ? null : new(Uri, version, text);
    }

    // A stretch that ends before it starts is empty.
    private static string Spliced(string text, Stretch range, string with)
    {
        var lines = new LineMap(text);
        var start = OffsetOf(lines, text, range.Start);
        return string.Concat(text.AsSpan(0, start), with, text.AsSpan(Math.Max(start, OffsetOf(lines, text, range.End))));
    }

    private static int OffsetOf(LineMap lines, string text, Position place) => lines.OffsetOf(new SourcePosition(place.Line + 1, place.Character + 1), text);

    private Position PlaceOf(int offset) => PlaceOf(_lines.At(offset));

    private static Position PlaceOf(SourcePosition at) => new(at.Line - 1, at.Column - 1);
}
