namespace ScalingSdk.Tests.Planning;

/// <summary>What a device of a pipeline holds, from a spec.</summary>
public sealed class MemoryUseTests
{
    // Llama 7B: 32 layers of 4 h^2 + 3 h 11,008 + 2 h and a final norm are 6,476,271,616; the embedding is 32,000 h. The first of 4 stages has a
    // quarter of the layers and the input embedding, whether the head shares it or lies on the last stage; 2 devices split it, 16 bytes each.
    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public void States_OfAPipeline_AreThoseOfTheFirstStageWithItsEmbedding(string tied) => Assert.Equal(
        16 * ((6_476_271_616 / 4) + (32_000 * 4096)) / 2,
        Plan(tied, """ "pipeline_parallel": 4, "tensor_parallel": 2, "zero_stage": 0 """).Memory.States.Total.Bytes);

    // Without a pipeline a device holds the head too, where it has weights of its own.
    [Theory]
    [InlineData("true", 1)]
    [InlineData("false", 2)]
    public void States_OfOneStage_AreThoseOfAllParameters(string tied, int embeddings) => Assert.Equal(
        16 * (6_476_271_616 + (embeddings * 32_000L * 4096)),
        Plan(tied, """ "zero_stage": 0 """).Memory.States.Total.Bytes);

    private static ScalingSdk.Planning.TrainingPlan Plan(string tied, string training) => PlanSamples.Plan($$"""
        { "model": { "architecture": "llama", "layers": 32, "hidden_size": 4096, "attention_heads": 32, "intermediate_size": 11008, "vocabulary_size": 32000,
                     "tied_embeddings": {{tied}} },
          "data": { "tokens": "1T" }, "training": { "precision": "bf16", {{training}} }, "hardware": { "accelerator": "H100-SXM", "count": 8 } }
        """);
}
