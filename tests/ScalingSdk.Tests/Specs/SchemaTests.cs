using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ScalingSdk.Hardware;
using ScalingSdk.Laws;
using ScalingSdk.Models;
using ScalingSdk.Quantities.Units;
using ScalingSdk.Specs;

namespace ScalingSdk.Tests.Specs;

/// <summary>The JSON schema and the page of the spec are what the table of keys says. UPDATE_SNAPSHOTS=1 writes both.</summary>
public sealed class SchemaTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<Unit, (string Word, string Definition)> Units = new()
    {
        [Unit.Tokens] = ("tokens", "tokens"),
        [Unit.Parameters] = ("parameters", "parameters"),
        [Unit.Number] = ("number", "number"),
        [Unit.Count] = ("count", "count"),
        [Unit.Flops] = ("compute", "flops"),
        [Unit.FlopRate] = ("rate", "flop_rate"),
        [Unit.Duration] = ("duration", "duration"),
        [Unit.Money] = ("money", "money"),
        [Unit.HourlyPrice] = ("price", "hourly_price"),
        [Unit.Fraction] = ("fraction", "fraction"),
        [Unit.Bytes] = ("memory", "memory"),
        [Unit.Power] = ("power", "power"),
    };

    private static readonly JsonElement Schema = JsonDocument.Parse(Repository.Read("schema", "scaling.schema.json")).RootElement;

    private static readonly JsonElement Model = Schema.GetProperty("definitions").GetProperty("model");

    private static IEnumerable<string> Properties(JsonElement of) => of.GetProperty("properties").EnumerateObject().Select(property => property.Name);

    private static readonly Regex Links = new(@"\[([^\]]*)\]\([^)]*\)", RegexOptions.None, TimeSpan.FromSeconds(10));

    [Fact]
    public void Root_TakesTheReadersKeys() => Assert.Equal(SpecReader.Keys, Properties(Schema));

    [Fact]
    public void Sections_AreWhatTheTableOfKeysSays()
    {
        var schema = JsonNode.Parse(Repository.Read("schema", "scaling.schema.json"))!;
        foreach (var key in RootKeys.All)
            (schema["definitions"]![key.Name] ?? schema["properties"]![key.Name])!["description"] = key.Meaning;
        foreach (var section in SpecKeys.Sections)
        {
            var properties = section is "model" ? schema["definitions"]!["model"]!["properties"]!.AsObject() : new JsonObject();
            foreach (var key in SpecKeys.All.Where(key => key.Section == section))
                properties[key.Name] = Property(key);
            if (section is not "model")
                schema["definitions"]![section]!["properties"] = properties;
        }

        var written = schema.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";
        var path = Repository.Path("schema", "scaling.schema.json");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") is "1" && Environment.GetEnvironmentVariable("CI") is not "true")
            File.WriteAllText(path, written);

        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(File.ReadAllText(path)), schema),
            "schema/scaling.schema.json is not what the table of keys says; run UPDATE_SNAPSHOTS=1 dotnet test tests/ScalingSdk.Tests and read the difference");
    }

    [Fact]
    public void Page_Keys_AreThoseOfTheTable() => GeneratedTable.Check("spec.md", "keys",
    [
        "| key | takes | meaning | left out | moves |",
        "|---|---|---|---|---|",
        .. SpecKeys.All.Select(key => $"| `{key}` | {Takes(key)} | {key.Meaning} | {key.LeftOut} | {key.Moves} |".Replace("|  |", "| |", StringComparison.Ordinal)),
    ]);

    // An editor's language service takes the description of what a $ref names over the one beside it.
    [Fact]
    public void Key_ThatSharesADefinition_KeepsItsOwnDescription()
    {
        var definitions = Schema.GetProperty("definitions");
        var shared = SpecKeys.All.Select(key => definitions.GetProperty(key.Section).GetProperty("properties").TryGetProperty(key.Name, out var property)
                ? property
                : throw new InvalidOperationException($"schema/scaling.schema.json has no '{key}': run UPDATE_SNAPSHOTS=1 dotnet test tests/ScalingSdk.Tests and read the difference"))
            .Where(key => key.TryGetProperty("$ref", out _))
            .Select(key => definitions.GetProperty(key.GetProperty("$ref").GetString()!["#/definitions/".Length..]));

        Assert.All(shared, definition => Assert.False(definition.TryGetProperty("description", out _)));
    }

    [Fact]
    public void Model_TakesEveryNameOfTheReader()
    {
        var aliases = new Regex(Model.GetProperty("patternProperties").EnumerateObject().Single().Name, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));
        var named = Properties(Model).ToHashSet(StringComparer.Ordinal);

        Assert.All(ModelReader.KnownKeys, key => Assert.True(named.Contains(key) || aliases.IsMatch(key), key));
    }

    [Fact]
    public void Model_NamesNoKeyThatTheReaderDoesNotTake()
    {
        var known = ModelReader.KnownKeys.Concat(ModelSection.OwnKeys).ToHashSet(StringComparer.Ordinal);

        Assert.All(Properties(Model), key => Assert.Contains(key, known));
    }

    [Fact]
    public void Schema_HasNoExternalReference() => Assert.All(
        Regex.Matches(Schema.GetRawText(), "\"\\$ref\":\\s*\"([^\"]*)\"", RegexOptions.NonBacktracking),
        reference => Assert.StartsWith("#/definitions/", reference.Groups[1].Value, StringComparison.Ordinal));

    private static JsonObject Property(SpecKey key)
    {
        var description = char.ToUpperInvariant(key.PlainMeaning[0]) + key.PlainMeaning[1..] + "."
            + (key.LeftOut.Length == 0 ? "" : $" Left out: {SpecKey.WithoutMarks(key.LeftOut)}.");
        // Editors that know Markdown show this one: names of keys as code, without the links of the page.
        var markdown = char.ToUpperInvariant(key.Meaning[0]) + Links.Replace(key.Meaning, "$1")[1..] + "."
            + (key.LeftOut.Length == 0 ? "" : $"\n\nLeft out: {Links.Replace(key.LeftOut, "$1")}.");
        var property = new JsonObject { ["markdownDescription"] = markdown };
        if (key.Unit is { } unit && !key.AllowsZero)
        {
            property["$ref"] = "#/definitions/" + Units[unit].Definition;
            property["description"] = description;
            return property;
        }

        if (key.Unit is null)
        {
            property["type"] = "string";
            property["description"] = description;
            property["examples"] = new JsonArray([.. Examples(key).Select(static name => (JsonNode)name)]);
            return property;
        }

        property["type"] = new JsonArray("number", "string");
        property["minimum"] = 0;
        if (!double.IsPositiveInfinity(key.Maximum))
            property["maximum"] = key.Maximum;
        property["description"] = description;
        property["examples"] = new JsonArray(double.Parse(key.Example, System.Globalization.CultureInfo.InvariantCulture));
        return property;
    }

    private static IEnumerable<string> Examples(SpecKey key) => key switch
    {
        { Choices.Count: > 0 } => key.Choices,
        { Name: "accelerator" } => AcceleratorCatalog.All.Select(static one => one.Id),
        { Section: "laws" } => Laws(key),
        _ => [key.Example],
    };

    private static IEnumerable<string> Laws(SpecKey key) => LawRegistry.All.Where(law => key.Name switch
    {
        "allocation" => law is IAllocationLaw,
        "batch" => law is IBatchLaw,
        "recipe" => law is IRecipeLaw,
        _ => law is ILearningRateLaw,
    }).Select(static law => law.Info.Id);

    private static string Takes(SpecKey key) => key switch
    {
        { Unit: { } unit } => key.AllowsZero && key.Maximum < 10 && unit == Unit.Count ? FormattableString.Invariant($"0 to {key.Maximum}") : Units[unit].Word,
        { Choices.Count: > 0 } => string.Join(", ", key.Choices.Select(static name => $"`{name}`")),
        { Section: "laws" } => "law",
        { Name: "config" } => "path",
        _ => "name",
    };
}
