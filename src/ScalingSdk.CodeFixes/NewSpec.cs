using System.Text;
using ScalingSdk.Analyzers.ConfigTypes;
using ScalingSdk.Json.Editing;

namespace ScalingSdk.CodeFixes;

/// <summary>The text of a new spec file that states what a construction does.</summary>
internal static class NewSpec
{
    private static readonly string[] Sections = ["model", "data", "training"];

    public static string Of(string name, IEnumerable<SpecEntry> entries)
    {
        var text = new StringBuilder("{\n  \"name\": ").Append(JsonQuote.Of(name));
        foreach (var section in entries.GroupBy(static entry => entry.Key.Section, StringComparer.Ordinal).OrderBy(static s => Array.IndexOf(Sections, s.Key)))
        {
            text.Append(",\n  ").Append(JsonQuote.Of(section.Key)).Append(": {");
            text.Append(string.Join(",", section.Select(static entry => $"\n    {JsonQuote.Of(entry.Key.Key)}: {entry.Json}")));
            text.Append("\n  }");
        }

        return text.Append("\n}\n").ToString();
    }
}
