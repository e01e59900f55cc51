using System.Globalization;
using ScalingSdk.Json;
using ScalingSdk.Text;

namespace ScalingSdk.Locking;

/// <summary>What a spec states, one entry a value: comments, layout and the order of sections play no part.</summary>
internal static class StatedValues
{
    // Nothing follows from these.
    private static readonly string[] Without = ["$schema", "name", "limits", "suppress"];

    /// <summary>The values by their path, <c>data.tokens</c>, in ordinal order.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(string text) =>
        Places(text).OrderBy(static leaf => leaf.Path, StringComparer.Ordinal).Select(static leaf => new KeyValuePair<string, string>(leaf.Path, leaf.Value));

    /// <summary>The same in the order of the text, each with its place.</summary>
    public static IEnumerable<(string Path, string Value, SourceSpan Span)> Places(string text) => JsonReader.Read(text).Root is JsonObject root
        ? root.Members
            .Where(static member => !Without.Contains(member.Name, StringComparer.Ordinal))
            .SelectMany(static member => Leaves(member.Name, member.Value))
        : [];

    private static IEnumerable<(string, string, SourceSpan)> Leaves(string path, JsonNode node) => node switch
    {
        JsonObject section => section.Members.SelectMany(member => Leaves(path + "." + member.Name, member.Value)),
        JsonArray array => array.Items.SelectMany((item, i) => Leaves($"{path}[{i.ToString(CultureInfo.InvariantCulture)}]", item)),
        JsonString value => [(path, value.Value, node.Span)],
        JsonNumber number => [(path, number.Text, node.Span)],
        _ => [(path, node.Kind, node.Span)],
    };
}
