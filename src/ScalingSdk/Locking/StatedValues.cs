using System.Globalization;
using ScalingSdk.Json;

namespace ScalingSdk.Locking;

/// <summary>What a spec states, a line for each value: comments, layout and the order of sections play no part.</summary>
internal static class StatedValues
{
    // Nothing follows from these.
    private static readonly string[] Without = ["$schema", "name", "limits", "suppress"];

    public static IEnumerable<KeyValuePair<string, string>> Of(string text) => JsonReader.Read(text).Root is JsonObject root
        ? root.Members
            .Where(static member => !Without.Contains(member.Name, StringComparer.Ordinal))
            .SelectMany(static member => Leaves(member.Name, member.Value))
            .OrderBy(static pair => pair.Key, StringComparer.Ordinal)
        : [];

    private static IEnumerable<KeyValuePair<string, string>> Leaves(string path, JsonNode node) => node switch
    {
        JsonObject section => section.Members.SelectMany(member => Leaves(path + "." + member.Name, member.Value)),
        JsonArray array => array.Items.SelectMany((item, i) => Leaves($"{path}[{i.ToString(CultureInfo.InvariantCulture)}]", item)),
        JsonString value => [new(path, value.Value)],
        JsonNumber number => [new(path, number.Text)],
        _ => [new(path, node.Kind)],
    };
}
