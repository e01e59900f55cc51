using System.Text;
using ScalingSdk.Json.Editing;
using ScalingSdk.Text;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>A construction as the text of a spec, with the way back from each stretch of the text to the expression behind it.</summary>
internal sealed class SpecText
{
    private static readonly string[] Sections = ["model", "data", "training"];

    private readonly StringBuilder _text = new();
    private readonly List<(SourceSpan Span, SpecEntry Entry)> _entries = [];

    private SpecText(string name, IEnumerable<SpecEntry> entries)
    {
        _text.Append("{\n  \"name\": ").Append(JsonQuote.Of(name));
        foreach (var section in entries.GroupBy(static entry => entry.Key.Section, StringComparer.Ordinal).OrderBy(static s => Array.IndexOf(Sections, s.Key)))
        {
            _text.Append(",\n  ").Append(JsonQuote.Of(section.Key)).Append(": {");
            var separator = "\n    ";
            foreach (var entry in section)
            {
                _text.Append(separator);
                Append(entry);
                separator = ",\n    ";
            }

            _text.Append("\n  }");
        }

        _text.Append("\n}\n");
    }

    public string Text => _text.ToString();

    public static SpecText Of(string name, IEnumerable<SpecEntry> entries) => new(name, entries);

    /// <summary>The value that a stretch of the text is about, or null where it is about more than one.</summary>
    public SpecEntry? At(SourceSpan span) =>
        _entries.Where(one => one.Span.Start <= span.Start && span.Start < one.Span.End).Select(static one => one.Entry).FirstOrDefault();

    /// <summary>The value of a key, or null where it is not stated.</summary>
    public SpecEntry? Find(IReadOnlyList<string> path) => path.Count != 2
        ? null
        : _entries.Select(static one => one.Entry).FirstOrDefault(entry =>
            string.Equals(entry.Key.Section, path[0], StringComparison.Ordinal) && string.Equals(entry.Key.Key, path[1], StringComparison.Ordinal));

    private void Append(SpecEntry entry)
    {
        var start = _text.Length;
        _text.Append(JsonQuote.Of(entry.Key.Key)).Append(": ").Append(entry.Json);
        _entries.Add((new SourceSpan(start, _text.Length - start), entry));
    }
}
