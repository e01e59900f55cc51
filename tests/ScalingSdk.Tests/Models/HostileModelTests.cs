using CsCheck;
using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Models;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Tests.Models;

/// <summary>A value that cannot be is one problem at its place, never an exception.</summary>
public sealed class HostileModelTests
{
    private static readonly string[] Values =
    [
        "0", "-1", "1", "2", "7", "64", "65536", "2147483647", "2147483648", "9223372036854775807", "1e18", "1e308", "1e999", "-0.0", "0.5",
        "\"x\"", "\"5\"", "true", "false", "null", "[]", "[0]", "[\"full_attention\"]", "[[[\"global\"],1]]", "{}", "{\"alibi\":1}",
    ];

    [Theory]
    [InlineData("layers", "0", "'layers' is '0'; expected a whole number of at least 1")]
    [InlineData("layers", "-3", "'layers' is '-3'; expected a whole number of at least 1")]
    [InlineData("layers", "1e30", "'layers' is '1e30'; expected at most 65,536")]
    [InlineData("layers", "1e400", "'layers' is '1e400'; expected at most 65,536")]
    [InlineData("layers", "12.5", "'layers' is '12.5'; expected a whole number")]
    [InlineData("layers", "\"12\"", "'layers' is the text '12'; write 12 without quotation marks")]
    [InlineData("layers", "\"twelve\"", "'layers' is the text 'twelve'; expected a whole number")]
    [InlineData("layers", "[12]", "'layers' is an array; expected a whole number")]
    [InlineData("hidden_size", "99999999999999999999999", "'hidden_size' is '99999999999999999999999'; expected at most 2,147,483,647")]
    [InlineData("hidden_size", "770", "'hidden_size' 770 does not divide by 'attention_heads' 12; write '768' for 'hidden_size', 12 heads of 64, or give 'head_size'")]
    [InlineData("hidden_size", "5", "'hidden_size' 5 does not divide by 'attention_heads' 12; write '96' for 'hidden_size', 12 heads of 8, or give 'head_size'")]
    [InlineData("key_value_heads", "5", "'attention_heads' 12 is not a multiple of 'key_value_heads' 5, each of which serves the same number of query heads; write \"key_value_heads\": 4")]
    [InlineData("vocabulary_size", "9223372036854775807", "these sizes give more than 9.2e18 parameters; check this one, the largest")]
    [InlineData("tied_embeddings", "1", "'tied_embeddings' is a number; expected true or false")]
    [InlineData("architecture", "7", "'architecture' is a number; expected text")]
    public void Read_OneWrongValue_IsOneProblemAtTheValue(string key, string value, string message)
    {
        var text = Spec(key, value);

        var problem = Assert.Single(ModelFile.Read(text, ModelOrigin.Spec).Problems);

        Assert.Equal((ProblemKind.BadValue, message), (problem.Kind, problem.Message));
        Assert.Contains(value, text.Substring(problem.Origin.Span.Start, problem.Origin.Span.Length), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("layers", "'layers' is missing; 'gpt2' needs it")]
    [InlineData("hidden_size", "'hidden_size' is missing; 'gpt2' needs it")]
    [InlineData("attention_heads", "'attention_heads' is missing; 'gpt2' needs it")]
    [InlineData("vocabulary_size", "'vocabulary_size' is missing; 'gpt2' needs it")]
    [InlineData("context_length", "'context_length' is missing; 'gpt2' needs it: it learns a vector for each position")]
    public void Read_MissingSize_IsOneProblemAtTheArchitecture(string key, string message)
    {
        var text = Spec(key, "null");

        var problem = Assert.Single(ModelFile.Read(text, ModelOrigin.Spec).Problems);

        Assert.Equal((ProblemKind.Missing, message), (problem.Kind, problem.Message));
        Assert.StartsWith("\"architecture\"", text.Substring(problem.Origin.Span.Start), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LlamaWithoutInnerWidth_IsToldTheUsualOne()
    {
        var reading = ModelFile.Read("""
            { "architecture": "llama", "layers": 32, "hidden_size": 4096, "attention_heads": 32, "vocabulary_size": 32000 }
            """, ModelOrigin.Spec);

        Assert.Equal(
            "'intermediate_size' is missing; 'llama' needs it; eight thirds of the hidden size would be '11008'",
            Assert.Single(reading.Problems).Message);
    }

    [Theory]
    [InlineData("qwen4")]
    [InlineData("llama5_text")]
    [InlineData("llama_moe")]
    public void Read_NewName_IsRefusedWithoutAGuess(string name)
    {
        var problem = Assert.Single(ModelFile.Read($$"""{ "model_type": "{{name}}" }""", ModelOrigin.ConfigFile).Problems);

        Assert.Equal(
            $"'{name}' is not an architecture that is counted; give \"parameters\" in place of its sizes, \"active_parameters\" too where it has experts, or its layers as \"blocks\"",
            problem.Message);
        Assert.Empty(problem.Remedy!.Edits);
    }

    [Fact]
    public void Read_KnownUncountedName_GetsNoRemedy() => Assert.All(ScalingSdk.Models.Architectures.UncountedNames.All, static name =>
    {
        var problem = Assert.Single(ModelFile.Read($$"""{ "architecture": "{{name}}" }""", ModelOrigin.Spec).Problems);

        Assert.StartsWith($"'{name}' is a known architecture that is not counted; give ", problem.Message, StringComparison.Ordinal);
        Assert.Empty(problem.Remedy!.Edits);
    });

    [Fact]
    public void UncountedNames_AreManyAndNoneIsCounted()
    {
        Assert.InRange(ScalingSdk.Models.Architectures.UncountedNames.All.Count, 150, 1000);
        Assert.Empty(ScalingSdk.Models.Architectures.UncountedNames.All.Intersect(ScalingSdk.Models.Architectures.ArchitectureCatalog.Names, StringComparer.Ordinal));
    }

    [Fact]
    public void Read_MistypedArchitecture_IsToldTheNearest() =>
        Assert.Contains("did you mean 'gpt_neox'?", Assert.Single(ModelFile.Read("""{ "architecture": "gtp-neox" }""", ModelOrigin.Spec).Problems).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(ModelOrigin.Spec, "'architecture' is missing; write one such as 'llama', 'qwen3' or 'gpt2'")]
    [InlineData(ModelOrigin.ConfigFile, "'model_type' is missing; write one such as 'llama', 'qwen3' or 'gpt2'")]
    internal void Read_NoArchitecture_IsMissing(ModelOrigin origin, string start) =>
        Assert.StartsWith(start, Assert.Single(ModelFile.Read("{ }", origin).Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_TwoNamesThatDisagree_IsOneProblemNamingBoth()
    {
        var reading = ModelFile.Read(Spec("n_embd", "1024"), ModelOrigin.Spec);

        Assert.Equal(
            "'hidden_size' is '768' and 'n_embd' is '1024', two names of one size; keep one of them",
            Assert.Single(reading.Problems).Message);
    }

    [Fact]
    public void Read_ContextTwiceInAConfigFile_TakesThatOfTheTable() =>
        Assert.Equal(1024, ModelFile.Config("""
            { "model_type": "gpt2", "n_embd": 768, "n_layer": 12, "n_head": 12, "n_ctx": 512, "n_positions": 1024, "vocab_size": 50257 }
            """).ContextLength);

    [Fact]
    public void Read_UnknownKeyOfASpec_IsAFindingAndTheModelStands()
    {
        var reading = ModelFile.Read(Spec("attention_head", "12"), ModelOrigin.Spec);

        Assert.NotNull(reading.Model);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((ProblemKind.UnknownKey, "'attention_head' is not a key of a model; 'attention_heads' is stated already: remove 'attention_head' if it says the same"), (problem.Kind, problem.Message));
    }

    [Theory]
    [InlineData("vocabulary_size", "vocab")]
    [InlineData("attention_heads", "heads")]
    [InlineData("layers", "layerz")]
    public void Read_AnotherWordForAKey_IsOneProblemOnIt(string key, string word)
    {
        var reading = ModelFile.Read(Spec("layers", "12").Replace($"\"{key}\"", $"\"{word}\"", StringComparison.Ordinal), ModelOrigin.Spec);

        Assert.Null(reading.Model);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((ProblemKind.Missing, $"'{key}' is missing, and '{word}' is not a key of a model; did you mean '{key}'?"), (problem.Kind, problem.Message));
    }

    [Theory]
    [InlineData("\"32k\"", "write 32000 or 32768, without quotation marks")]
    [InlineData("\"50257\"", "write 50257 without quotation marks")]
    [InlineData("\"many\"", "expected a whole number")]
    public void Read_SizeAsText_SaysWhatToWrite(string value, string help)
    {
        var reading = ModelFile.Read(Spec("vocabulary_size", value), ModelOrigin.Spec);

        Assert.Contains(help, Assert.Single(reading.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ArchitectureByItsVersion_IsTheFamily() => Assert.Contains(
        "'llama3' is not an architecture that is counted; did you mean 'llama'?",
        Assert.Single(ModelFile.Read("""{ "architecture": "llama3", "layers": 2 }""", ModelOrigin.Spec).Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_UnknownKeyOfAConfigFile_IsIgnored() =>
        Assert.Empty(ModelFile.Read(Spec("attention_head", "12"), ModelOrigin.ConfigFile).Problems);

    [Fact]
    public void Read_ExpertsOfADenseArchitecture_AreRefused() =>
        Assert.Equal(
            "'experts' is '8', and 'gpt2' is counted without such a part; name the architecture that has it, or remove the key",
            Assert.Single(ModelFile.Read(Spec("experts", "8"), ModelOrigin.Spec).Problems).Message);

    [Fact]
    public void Read_MoreActiveExpertsThanExperts_IsOneProblem() =>
        Assert.Equal(
            "'active_experts' 9 is more than 'experts' 8",
            Assert.Single(ModelFile.Read("""
                { "architecture": "mixtral", "layers": 2, "hidden_size": 64, "attention_heads": 4, "intermediate_size": 128, "vocabulary_size": 100,
                  "experts": 8, "active_experts": 9 }
                """, ModelOrigin.Spec).Problems).Message);

    [Fact]
    public void Read_AnyValueForAnyKey_NeverThrows()
    {
        var value = Gen.Int[0, Values.Length - 1].Select(static i => Values[i]);
        var keys = ModelReader.KnownKeys.Where(static k => k is not ("architecture" or "model_type")).ToArray();
        var sizes = Gen.Dictionary(Gen.Int[0, keys.Length - 1].Select(i => keys[i]), value)[0, 40];
        var names = ScalingSdk.Models.Architectures.ArchitectureCatalog.Names.ToArray();
        var architecture = Gen.Int[0, names.Length - 1].Select(i => names[i]);

        Gen.Select(architecture, sizes, Gen.Bool).Sample((name, members, isSpec) =>
        {
            var json = $"{{ \"architecture\": \"{name}\"{string.Concat(members.Select(static m => $", \"{m.Key}\": {m.Value}"))} }}";
            var reading = ModelReader.Read((JsonObject)JsonReader.Read(json).Root!, isSpec ? ModelOrigin.Spec : ModelOrigin.ConfigFile);
            return reading.Model is not null || reading.Problems.Count > 0;
        }, iter: 5_000);
    }

    /// <summary>GPT-2 small with one value set, or added.</summary>
    private static string Spec(string key, string value)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["architecture"] = "\"gpt2\"",
            ["layers"] = "12",
            ["hidden_size"] = "768",
            ["attention_heads"] = "12",
            ["vocabulary_size"] = "50257",
            ["context_length"] = "1024",
        };
        members[key] = value;
        return $"{{ {string.Join(", ", members.Select(static m => $"\"{m.Key}\": {m.Value}"))} }}";
    }
}
