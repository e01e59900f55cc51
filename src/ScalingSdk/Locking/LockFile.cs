using ScalingSdk.Json;
using ScalingSdk.Text;

namespace ScalingSdk.Locking;

/// <summary>A <c>scaling.lock.json</c>: what a project's plans were when somebody last agreed to them.</summary>
/// <param name="Project">The project that it belongs to, by its path from the file's folder; empty in files of older versions.</param>
/// <param name="Entries">The specs, each with the place of its name in the text.</param>
internal sealed record LockFile(string Project, IReadOnlyList<(LockEntry Entry, SourceSpan Span)> Entries)
{
    /// <summary>The version of the keys: it changes when a key changes its meaning.</summary>
    internal const long Format = 1;

    /// <summary>The lock of a text, or what is wrong with it.</summary>
    public static LockReading Read(string text) => LockReader.Read(text);

    /// <summary>True where it is the lock of this project, or does not say whose it is.</summary>
    public bool IsOf(string project) => Project.Length == 0 || string.Equals(Project, project, StringComparison.OrdinalIgnoreCase);

    /// <summary>The text of a lock file that agrees with the plans; a spec without a plan keeps the entry that it has.</summary>
    /// <param name="text">The file's text so far, whatever it is; null where there is no file.</param>
    /// <param name="project">The project's path from the file's folder.</param>
    /// <param name="plans">The entries of the plans that there are.</param>
    /// <param name="unplanned">Specs that are there without a plan.</param>
    public static string Renew(string? text, string project, IEnumerable<LockEntry> plans, IReadOnlyCollection<string> unplanned)
    {
        var kept = text is null ? null : Read(text).Lock?.Entries.Select(static pair => pair.Entry).Where(entry => unplanned.Contains(entry.Spec, StringComparer.Ordinal));
        return Write(project, plans.Concat(kept ?? []));
    }

    /// <summary>The text of a lock file: a line for each value, in an order of its own, so that a review shows what moved.</summary>
    public static string Write(string project, IEnumerable<LockEntry> entries)
    {
        var json = new JsonWriter().StartObject();
        json.Name("format").Value(Format);
        json.Name("project").Value(project);
        json.Name("specs").StartObject();
        foreach (var entry in entries.OrderBy(static entry => entry.Spec, StringComparer.Ordinal))
        {
            json.Name(entry.Spec).StartObject();
            json.Name("name").Value(entry.Name);
            Texts("inputs", entry.Inputs);
            Texts("laws", entry.Laws);
            json.Name("constants").Value(entry.Constants);
            Texts("budgets", entry.Figures);
            json.EndObject();
        }

        return json.EndObject().EndObject().ToString();

        void Texts(string name, IReadOnlyList<KeyValuePair<string, string>> pairs)
        {
            json.Name(name).StartObject();
            foreach (var pair in pairs)
                json.Name(pair.Key).Value(pair.Value);
            json.EndObject();
        }
    }
}

/// <summary>A lock, or why there is none and where.</summary>
internal sealed record LockReading(LockFile? Lock, SourceSpan Span, string? Problem);
