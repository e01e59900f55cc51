using System.Text.Json.Nodes;
using ScalingSdk.Models.Architectures;

namespace ScalingSdk.Tests.Models;

/// <summary>What the catalog says of an architecture is what its description does.</summary>
public sealed class CatalogTests
{
    private static readonly JsonObject Newer = JsonNode.Parse(Repository.Read("tests", "Data", "models", "newer-configurations.json"))!.AsObject();

    private static readonly JsonObject Older = JsonNode.Parse(Repository.Read("tests", "Data", "models", "configurations.json"))!.AsObject();

    // Names that no configuration of tests/Data/models has. This list may only become shorter.
    private static readonly string[] WithoutConfiguration =
    [
        "RefinedWeb", "RefinedWebModel", "Yi", "aquila", "baichuan", "camembert", "codegen", "gemma3", "gemma3n", "gemma4", "glm4v_moe", "glm4v_moe_text",
        "glm4v_text", "grok1", "hf_olmo", "hunyuan", "internlm", "llama4", "minicpm", "minimax_m1", "minimax_text_01", "ministral", "mistral3", "mllama",
        "mllama_text_model", "phi4", "phi4mm", "qwen2_5_vl_text", "qwen2_vl_text", "qwen3_5_text", "qwen3_vl", "qwen3_vl_moe", "roberta", "xverse",
    ];

    public static TheoryData<string> Names { get; } = [.. Newer.Select(static pair => pair.Key)];

    [Theory, MemberData(nameof(Names))]
    public void UsualHead_WhereTheFileDoesNotSay_IsThatOfTheCatalog(string name)
    {
        var configuration = Newer[name]!.DeepClone().AsObject();
        configuration.Remove("tie_word_embeddings");
        var architecture = ArchitectureCatalog.Find(configuration["model_type"]!.GetValue<string>())!;

        Assert.Equal(architecture.UsualHead, ModelFile.Config(configuration.ToJsonString()).Parts.Head.Kind);
    }

    [Fact]
    public void Names_EveryOne_HasAConfiguration()
    {
        var types = Older.Concat(Newer).Select(static pair => pair.Value!["model_type"]?.GetValue<string>()).ToHashSet();
        var without = ArchitectureCatalog.Names.Where(name => !types.Contains(name)).ToList();

        var added = without.Except(WithoutConfiguration).ToList();
        Assert.True(added.Count == 0, $"add a configuration with that model_type to tests/Data/models/newer-configurations.json, and its published count to newer-counts.csv, for: {string.Join(", ", added)}");
        var gone = WithoutConfiguration.Except(without).ToList();
        Assert.True(gone.Count == 0, $"remove from WithoutConfiguration: {string.Join(", ", gone)}");
    }

    [Fact]
    public void Configurations_EveryOne_HasACount()
    {
        var counted = Csv.Read("models", "newer-counts.csv").Select(static row => row["name"]).ToHashSet(StringComparer.Ordinal);

        var without = Newer.Select(static pair => pair.Key).Where(name => !counted.Contains(name)).ToList();

        Assert.True(without.Count == 0, $"add a row to tests/Data/models/newer-counts.csv, with the published count and its source, for: {string.Join(", ", without)}");
    }

    [Fact]
    public void Catalog_CountsOverAHundredTypes() => Assert.InRange(ArchitectureCatalog.Names.Count, 100, 1_000);
}
