using System.Text.Json;
using System.Text.RegularExpressions;
using ScalingSdk.Models;
using ScalingSdk.Specs;

namespace ScalingSdk.Tests.Specs;

/// <summary>The JSON schema and the reader take the same keys.</summary>
public sealed class SchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(Repository.Read("schema", "scaling.schema.json")).RootElement;

    private static readonly JsonElement Model = Schema.GetProperty("definitions").GetProperty("model");

    private static IEnumerable<string> Properties(JsonElement of) => of.GetProperty("properties").EnumerateObject().Select(property => property.Name);

    [Fact]
    public void Root_TakesTheReadersKeys() => Assert.Equal(SpecReader.Keys, Properties(Schema));

    public static TheoryData<string, string[]> Sections => new()
    {
        { "data", DataSection.Keys },
        { "training", TrainingSection.Keys },
        { "hardware", HardwareSection.Keys },
        { "budget", BudgetSection.Keys },
        { "limits", LimitsSection.Keys },
        { "inference", InferenceSection.Keys },
        { "transfer", TransferSection.Keys },
        { "laws", LawsSection.Keys },
    };

    [Theory, MemberData(nameof(Sections))]
    public void Section_TakesTheReadersKeys(string section, string[] keys) =>
        Assert.Equal(keys, Properties(Schema.GetProperty("definitions").GetProperty(section)));

    [Theory, MemberData(nameof(Sections))]
    public void Page_ListsEveryKey(string section, string[] keys)
    {
        var page = Repository.Read("docs", "spec.md");

        Assert.All(keys, key => Assert.Contains($"| `{section}.{key}` |", page, StringComparison.Ordinal));
    }

    // An editor's language service takes the description of what a $ref names over the one beside it.
    [Theory, MemberData(nameof(Sections))]
    public void Key_ThatSharesADefinition_KeepsItsOwnDescription(string section, string[] keys)
    {
        var definitions = Schema.GetProperty("definitions");
        var shared = keys.Select(key => definitions.GetProperty(section).GetProperty("properties").GetProperty(key))
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
}
