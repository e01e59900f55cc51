using System.Globalization;
using System.Text.RegularExpressions;
using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Json.Editing;
using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Specs;

/// <summary>What a help tells to type, in the words of where the spec comes from: an option at a terminal, a member in C#.</summary>
/// <param name="tree">The spec: what states a value has its name.</param>
/// <param name="kind">What states the value that the finding is about.</param>
internal sealed class TypedText(SpecTree tree, OriginKind kind)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private static readonly Regex Pair = new("\"(?<key>[a-z][a-z_0-9]*)\": (?<value>\"[^\"{}]*\"|[-+0-9.eE]+)", RegexOptions.CultureInvariant, Longest);
    private static readonly Regex Key = new("\"(?<key>[a-z][a-z_0-9]*)\"", RegexOptions.CultureInvariant, Longest);

    /// <summary>The help as it is read there; itself where a file states the value.</summary>
    public Help In(Help help)
    {
        if (kind is not (OriginKind.Option or OriginKind.Code))
            return help;
        var typed = help.Edits.Count == 0 ? "" : string.Join(kind == OriginKind.Option ? " " : ", ", help.Edits.Select(Of));
        var text = help.IsPlain ? Help.ToWrite(typed) : InText(help.Text, help.Edits);
        return help with { Text = text, Words = typed };
    }

    private string InText(string text, IReadOnlyList<SpecEdit> edits)
    {
        if (text.Any(static c => c == '{'))
            return text;
        text = Pair.Replace(text, match => Set(Path(match.Groups["key"].Value, edits), match.Groups["value"].Value) ?? match.Value);
        return Key.Replace(text, match => Find(match.Groups["key"].Value) is { } key ? Name(key.Path) : match.Value);
    }

    private string Of(SpecEdit edit) => edit.Kind switch
    {
        SpecEditKind.Set => Set(edit.Path, edit.Text) ?? edit.Typed,
        SpecEditKind.Rename when edit.Path.Count == 2 => $"{Name([edit.Path[0], edit.Text])} in place of {Name(edit.Path)}",
        SpecEditKind.Remove when edit.Path.Count == 2 => $"remove {Name(edit.Path)}",
        _ => edit.Typed,
    };

    private string? Set(IReadOnlyList<string>? path, string json)
    {
        if (path is not { Count: 2 })
            return null;
        var value = json.Trim('"');
        if (kind == OriginKind.Code)
            return $"'{Name(path)[1..^1]} = {InCode(Find(path[1]), json)}'";
        var option = Find(path[1]) is { Option: { } name } key && string.Equals(key.Section, path[0], StringComparison.Ordinal) ? name : null;
        return option is null ? $"{KeyText.AnyOption} {SpecKey.Quoted($"{path[0]}.{path[1]}={value}")}" : $"{option} {SpecKey.Quoted(value)}";
    }

    private string Name(IReadOnlyList<string> path)
    {
        var key = Find(path[1]);
        if (kind == OriginKind.Option)
            return key?.Option ?? $"{KeyText.AnyOption} {path[0]}.{path[1]}";
        var stated = (tree.Root.Find(path[0])?.Value as JsonObject)?.Find(path[1])?.Value.Origin;
        return $"'{(stated is { Kind: OriginKind.Code, Name: { Length: > 0 } member } ? member : key is null ? path[1] : KeyText.Member(key))}'";
    }

    // A count is written out, and no number stands in quotes.
    private static string InCode(SpecKey? key, string json)
    {
        if (key?.Unit is not { } unit || JsonReader.Read(json).Root is not { } node || Quantity.Read(node, unit, key.AllowsZero) is not { Error: null, Value: var value })
            return json;
        return value >= 10_000 && value < 1e18 && Math.Floor(value).Equals(value)
            ? value.ToString("N0", CultureInfo.InvariantCulture).Replace(',', '_')
            : NumberText.Round(value);
    }

    private static IReadOnlyList<string>? Path(string key, IReadOnlyList<SpecEdit> edits)
    {
        foreach (var edit in edits)
        {
            if (edit.Path.Count == 2 && string.Equals(edit.Path[1], key, StringComparison.Ordinal))
                return edit.Path;
        }

        return Find(key)?.Path;
    }

    private static SpecKey? Find(string name) => SpecKeys.All.FirstOrDefault(key => string.Equals(key.Name, name, StringComparison.Ordinal));
}
