using System.Globalization;
using ScalingSdk.Planning;

namespace ScalingSdk.Tests.Planning;

public sealed class LayoutChoiceTests
{
    // Kimi K2's batch is written "67M" tokens, gpt-oss's "16M": 16,357 and 3,906 sequences, which no number of copies shares out.
    [Theory]
    [InlineData("\"batch_tokens\": \"67M\"", 2_048, 16_384)]
    [InlineData("\"batch_tokens\": \"16M\"", 1_024, 4_096)]
    [InlineData("\"batch_tokens\": 8388608", 1_280, 2_048)]
    [InlineData("\"batch_sequences\": 16357", 2_048, 16_357)]
    [InlineData("\"batch_tokens\": \"5M\"", 1_024, 1_221)]
    public void Sequences_OfAStatedBatch_AreRoundedToTheDevicesWhereItIsNoWholeNumber(string batch, int devices, int expected)
    {
        var plan = PlanSamples.Plan(string.Create(CultureInfo.InvariantCulture, $$"""
            { "model": { "architecture": "llama", "layers": 32, "hidden_size": 4096, "attention_heads": 32, "intermediate_size": 14336, "vocabulary_size": 128256 },
              "data": { "tokens": "15T" }, "training": { "sequence_length": 4096, {{batch}} }, "hardware": { "accelerator": "H100-SXM", "count": {{devices}} } }
            """));

        Assert.Equal(expected, LayoutChoice.Sequences(plan));
    }

    [Fact]
    public void Layouts_OfABatchInRoundTokens_AreFound()
    {
        var plan = PlanSamples.Plan("""
            { "model": { "architecture": "llama", "layers": 32, "hidden_size": 4096, "attention_heads": 32, "intermediate_size": 14336, "vocabulary_size": 128256 },
              "data": { "tokens": "15T" }, "training": { "sequence_length": 4096, "batch_tokens": "16M" }, "hardware": { "accelerator": "H100-SXM", "count": 1024 } }
            """);

        Assert.NotEmpty(plan.Layouts);
    }
}
