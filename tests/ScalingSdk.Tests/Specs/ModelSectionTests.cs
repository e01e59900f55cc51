using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Specs;

/// <summary>What may stand beside a size or a file in the model section.</summary>
public sealed class ModelSectionTests
{
    private const string Meta = """
        { "dim": 2048, "ffn_dim_multiplier": 1.5, "multiple_of": 256, "n_heads": 32, "n_kv_heads": 8, "n_layers": 16, "vocab_size": 128256 }
        """;

    [Fact]
    public void ActiveParameters_BesideASize_MakeARoutedModel()
    {
        var plan = Run("""{ "model": { "parameters": "116.83B", "active_parameters": "5.13B" }, "data": { "tokens": "1T" } }""").Plan!;

        Assert.Equal((116.83e9, 5.13e9, true), (plan.Size.Counts.Total.Count, plan.Size.Counts.Active.Count, plan.Size.Counts.IsRouted));
    }

    [Fact]
    public void ActiveParameters_MoreThanThereAre_AreRefused() => Assert.Equal(
        "'active_parameters' is '8B', more than the '7B' of 'parameters'; a token passes through a part of them",
        TheFinding(Run("""{ "model": { "parameters": "7B", "active_parameters": "8B" } }""")).Message);

    [Theory]
    [InlineData("true", 1_235_814_400)]
    [InlineData("false", 1_498_482_688)]
    public void TiedEmbeddings_BesideAFileThatDoesNotSay_Decide(string tied, long expected) => Assert.Equal(
        expected,
        Run($$"""{ "model": { "config": "params.json", "tied_embeddings": {{tied}} } }""", ("dir/params.json", Meta)).Plan!.Size.Counts.Total.Count);

    [Fact]
    public void Notes_OfAModel_AreAssumptionsOfThePlan()
    {
        var plan = Run("""{ "model": { "config": "config.json" } }""", ("dir/config.json", """
            { "n_layer": 12, "n_head": 12, "n_embd": 768, "block_size": 1024, "bias": false, "vocab_size": 50304 }
            """)).Plan!;

        Assert.Contains("the file names no architecture: it has the arguments of nanoGPT, counted as 'gpt2'", plan.Assumptions);
    }
}
