using ScalingSdk.Json;
using ScalingSdk.Json.Editing;

namespace ScalingSdk.Specs;

/// <summary>What to write where a section holds a bare value: <c>"model": "7B"</c> is a number of parameters.</summary>
internal static class SectionExample
{
    /// <summary>The section with the value at the key that takes it; null where none does.</summary>
    public static string? Of(string section, JsonNode value)
    {
        if (value is JsonArray { Items.Count: 1 } array && array.Items[0] is JsonObject)
            return "remove the brackets";
        if (section is "suppress")
            return "write \"suppress\": { \"SCALE1001\": \"the reason\" }";
        if (value is not (JsonString or JsonNumber))
            return null;
        var takes = SpecKeys.All.Where(key => string.Equals(key.Section, section, StringComparison.Ordinal) && key.Accepts(value));
        var key = takes.OrderBy(static key => key.Unit is null).FirstOrDefault();
        return key switch
        {
            null => null,
            { Section: "model", Unit: null } => "write \"model\": { \"config\": \"config.json\" }, with the config.json of this model beside the spec",
            _ => $"write \"{section}\": {{ \"{key.Name}\": {(value is JsonNumber number ? number.Text : JsonQuote.Of(((JsonString)value).Value))} }}",
        };
    }
}
