using ScalingSdk.Planning;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Planning;

/// <summary>Specs that together give every figure and every table that a plan can have.</summary>
internal static class PlanSamples
{
    public const string Mixtral =
        """
        { "model_type": "mixtral", "hidden_size": 4096, "intermediate_size": 14336, "num_hidden_layers": 32, "num_attention_heads": 32,
          "num_key_value_heads": 8, "vocab_size": 32000, "max_position_embeddings": 32768, "num_local_experts": 8, "num_experts_per_tok": 2,
          "tie_word_embeddings": false }
        """;

    public const string SevenBillionForThreeDays =
        """
        { "model": { "parameters": "7B" }, "budget": { "time": "3 days" },
          "hardware": { "accelerator": "H100-SXM", "count": 8, "utilization": "40%", "price_per_hour": 2.5 } }
        """;

    public const string MixtralOnATrillion =
        $$"""
        { "model": {{Mixtral}}, "data": { "tokens": "1T" }, "hardware": { "accelerator": "H100-SXM", "count": 256 },
          "inference": { "lifetime_tokens": "1T", "weight_bits": 4 } }
        """;

    public const string Gpt2SmallOnLimitedData =
        $$"""
        { "model": {{Gpt2SmallModel}}, "data": { "tokens": "3.125B", "unique_tokens": "2B" }, "hardware": { "accelerator": "H100-SXM", "utilization": "40%" } }
        """;

    private const string Everything =
        $$"""
        { "model": {{Gpt2SmallModel}}, "data": { "tokens": "2B", "unique_tokens": "0.11B" },
          "training": { "batch_tokens": "0.5M", "learning_rate": 6e-4, "weight_decay": 0.1, "warmup_steps": 100, "precision": "fp8", "schedule_tokens": "2B",
                        "micro_batch_sequences": 8 },
          "transfer": { "training_loss": 3.0, "other_loss": 3.4 } }
        """;

    private const string BestSize = """{ "budget": { "flops": "1e21" } }""";

    private const string ByFlopsPerToken = $$"""{ "model": {{Gpt2SmallModel}}, "data": { "tokens": "2B" }, "laws": { "allocation": "deepseek-2024" } }""";

    private const string WithRecipe = $$"""{ "model": {{Gpt2SmallModel}}, "laws": { "recipe": "nanochat-2026" } }""";

    private const string WithMovedRecipe = $$"""{ "model": {{Gpt2SmallModel}}, "data": { "tokens": "2B" }, "training": { "batch_tokens": "1M" }, "laws": { "recipe": "olmo-ladder" } }""";

    private const string WithExperts = """{ "budget": { "flops": "1e21", "moe": "on" } }""";

    public static IReadOnlyList<string> Specs { get; } =
        [SevenBillionForThreeDays, MixtralOnATrillion, Gpt2SmallOnLimitedData, Everything, BestSize, ByFlopsPerToken, WithRecipe, WithMovedRecipe, WithExperts];

    public static TrainingPlan Plan(string spec)
    {
        var result = Run(spec);
        return result.Plan ?? throw new InvalidOperationException(string.Join('\n', result.Findings));
    }
}
