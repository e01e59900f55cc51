using System.Text;
using ScalingSdk.Specs;

namespace ScalingSdk.Web.State;

/// <summary>
/// What the fragment of a link states: the spec, the files that it names, and the specs beside it. A fragment never leaves the browser.
/// </summary>
/// <param name="Draft">The run.</param>
/// <param name="Beside">Those that it is compared with.</param>
internal sealed record SharedLink(Draft Draft, IReadOnlyList<Draft> Beside)
{
    private const string Spec = "spec";
    private const string Name = "name";
    private const string Attached = "file";
    private const string With = "with";

    /// <summary>As <c>spec=...&amp;file=name:...&amp;with=...</c>, each value escaped; empty for the page's own example.</summary>
    public static string Write(Draft draft, IReadOnlyList<Draft> beside)
    {
        if (beside.Count == 0 && draft.IsSame(Draft.Default))
            return "";
        var fragment = new StringBuilder();
        Write(fragment, draft);
        foreach (var other in beside)
        {
            var text = new StringBuilder();
            Write(text, other);
            Add(fragment, With, text.ToString());
        }

        return fragment.ToString();
    }

    /// <summary>What a fragment states; the page's own example where that is nothing.</summary>
    public static SharedLink Read(string fragment)
    {
        List<Draft> beside = [];
        foreach (var (name, value) in Parts(fragment))
        {
            if (name is With && ReadDraft(value) is { } other)
                beside.Add(other);
        }

        return new(ReadDraft(fragment) ?? Draft.Default, beside);
    }

    private static void Write(StringBuilder fragment, Draft draft)
    {
        Add(fragment, Spec, draft.Text);
        if (!string.Equals(draft.Path, Draft.DefaultPath, StringComparison.Ordinal))
            Add(fragment, Name, draft.Path);
        foreach (var file in draft.Files)
        {
            // Files that the spec no longer names stay out of the link.
            if (draft.Text.Contains(file.Key, StringComparison.Ordinal))
                Add(fragment, Attached, file.Key + ":" + file.Value);
        }
    }

    private static Draft? ReadDraft(string fragment)
    {
        Draft? draft = null;
        List<(string Name, string Text)> files = [];
        var path = Draft.DefaultPath;
        foreach (var (name, value) in Parts(fragment))
        {
            if (name is Spec)
                draft = Draft.Of(value);
            else if (name is Name && value.EndsWith(Draft.Extension, StringComparison.Ordinal))
                path = FileName(value);
            else if (name is Attached && value.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
                files.Add((FileName(value[..colon]), value[(colon + 1)..]));
        }

        return draft is null ? null : files.Aggregate(draft with { Path = path }, static (with, file) => with.With(file.Name, file.Text));
    }

    /// <summary>The last part of a path.</summary>
    public static string FileName(string path)
    {
        var normal = SpecPaths.Normalize(path);
        return normal[(normal.LastIndexOf('/') + 1)..];
    }

    private static IEnumerable<(string Name, string Value)> Parts(string fragment)
    {
        foreach (var part in fragment.Split('&'))
        {
            if (part.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
                yield return (part[..equals], Uri.UnescapeDataString(part[(equals + 1)..]));
        }
    }

    private static void Add(StringBuilder fragment, string name, string value) =>
        fragment.Append(fragment.Length > 0 ? "&" : "").Append(name).Append('=').Append(Uri.EscapeDataString(value));
}
