using ScalingSdk.Json;
using ScalingSdk.Models;
using ScalingSdk.Models.Flops;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Tests.Models;

/// <summary>Forward FLOPs of newer parts, counted a second time by others: matrices to 0.1 % (they take norms and biases in), mixing to the last digit given.</summary>
public sealed class NewerFlopsTests
{
    private static readonly JsonObject Configurations =
        (JsonObject)JsonReader.Read(Repository.Read("tests", "Data", "models", "newer-configurations.json")).Root!;

    [Theory]
    [InlineData("DeepSeek-V3.2", 74.954, 9.724, 75.653)]
    [InlineData("gpt-oss-120b", 10.266, 0.641, 19.365)]
    [InlineData("Qwen3-Next-80B-A3B", 7.128, 0.556, 13.038)]
    [InlineData("Qwen3.5-27B", 51.249, 1.111, 26.076)]
    [InlineData("Mamba-Codestral-7B", 14.302, 0.475, 0.475)]
    [InlineData("Nemotron-3-Nano-30B-A3B", 6.456, 0.287, 6.528)]
    [InlineData("Falcon-H1-7B", 14.372, 0.797, 17.960)]
    [InlineData("LFM2-1.2B", 2.341, 0.101, 3.221)]
    public void Forward_OfATokenInGigaflops_IsMatricesAndMixing(string name, double matrices, double short4096, double long131072)
    {
        var model = ModelReader.Read((JsonObject)Configurations.Find(name)!.Value, ModelOrigin.ConfigFile).Model!;
        var products = 2 * (double)FlopsPerToken.MatrixWeights(model) / 1e9;

        Assert.Equal(1, products / matrices, tolerance: 0.001);
        Assert.Equal(short4096, Mixing(4_096), tolerance: 0.0025);
        Assert.Equal(long131072, Mixing(131_072), tolerance: 0.0025);

        double Mixing(int length) => ((double)FlopsPerToken.Forward(model, length, AttentionMask.Causal) / 1e9) - products;
    }

    // Zamba 2's shared block is counted once and computed at each of its six uses.
    [Fact]
    public void Forward_ASharedBlock_IsComputedAtEachUse()
    {
        var model = ModelReader.Read((JsonObject)Configurations.Find("Zamba2-1.2B")!.Value, ModelOrigin.ConfigFile).Model!;
        var block = model.Parts.SharedBlocks[0].Layer.Counts.Weights;

        Assert.Equal(6, model.Parts.SharedBlocks.Sum(static shared => shared.Uses));
        Assert.Equal(model.Parameters.ActiveNonEmbeddingWeights + (5 * block) + (32_000L * 2_048), (long)FlopsPerToken.MatrixWeights(model));
    }
}
