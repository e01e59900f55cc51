using ScalingSdk.Json;
using ScalingSdk.Json.Editing;
using ScalingSdk.Specs;
using ScalingSdk.Text;

namespace ScalingSdk.Tool.Input;

/// <summary>A key of a spec and the value that the command line gives it.</summary>
/// <param name="Name">The option, as an error names it.</param>
/// <param name="Section">The section of the key.</param>
/// <param name="Key">The key.</param>
/// <param name="Value">The value as typed.</param>
internal sealed record FlagValue(string Name, string Section, string Key, string Value)
{
    /// <summary>A spec with the value over its own.</summary>
    public SpecTree Over(SpecTree spec) => spec.With(Section, Key, Node());

    /// <summary>The text of a spec with the value written into it; a text that is no spec comes back as it is.</summary>
    public string Into(string text) => SpecEditor.Apply(text, [SpecEdit.Set(Node() is JsonString quoted ? JsonQuote.Of(quoted.Value) : Value, Section, Key)]) ?? text;

    // Dimensions of a model are numbers and truth values; every other key takes text, a quantity with its unit.
    private JsonNode Node()
    {
        var origin = Origin.Option(Name);
        if (Section is not "model" || SpecKeys.Find(Section, Key) is not null)
            return new JsonString(origin, Value);
        return JsonReader.Read(Value).Root switch
        {
            JsonNumber number => new JsonNumber(origin, number.Text),
            JsonBoolean flag => new JsonBoolean(origin, flag.Value),
            _ => new JsonString(origin, Value),
        };
    }
}
