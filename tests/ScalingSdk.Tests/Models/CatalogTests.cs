using System.Text.Json.Nodes;
using ScalingSdk.Models.Architectures;

namespace ScalingSdk.Tests.Models;

/// <summary>What the catalog says of an architecture is what its description does.</summary>
public sealed class CatalogTests
{
    private static readonly JsonObject Newer = JsonNode.Parse(Repository.Read("tests", "Data", "models", "newer-configurations.json"))!.AsObject();

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
    public void Catalog_CountsOverAHundredTypes() => Assert.InRange(ArchitectureCatalog.Names.Count, 100, 1_000);
}
