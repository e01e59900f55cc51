using ScalingSdk.Hardware.Memory;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Specs;

/// <summary>Each key of the layout changes what a device holds.</summary>
public sealed class MemoryKeyTests
{
    private const string Plain = "\"tensor_parallel\": 2, \"pipeline_parallel\": 2, \"recomputation\": \"flash\"";

    [Theory]
    [InlineData("\"sequence_parallel\": \"off\"", true)]
    [InlineData("\"context_parallel\": 4", false)]
    [InlineData("\"expert_parallel\": 4", false)]
    [InlineData("\"virtual_pipeline\": 4", true)]
    [InlineData("\"activation_offload\": \"on\"", false)]
    [InlineData("\"compile\": \"on\"", false)]
    [InlineData("\"compile\": \"off\"", true)]
    [InlineData("\"state_precision\": \"bf16\"", false)]
    [InlineData("\"state_precision\": \"mixed-fp32-gradients\"", true)]
    public void Key_Stated_MovesTheMemoryOfADevice(string key, bool more)
    {
        var (plain, stated) = (Memory(Plain), Memory($"{Plain}, {key}"));

        Assert.True(more ? stated > plain : stated < plain, FormattableString.Invariant($"{key}: {plain:0} bytes become {stated:0}"));
    }

    // PP 16, EP 64, ZeRO-1 over 128 copies, on 2,048 devices of 80 GB: the run ran.
    [Fact]
    public void DeepSeekV3_ItsOwnLayout_FitsItsDevices()
    {
        var plan = Run("""
            { "model": { "architecture": "deepseek_v3", "layers": 61, "hidden_size": 7168, "attention_heads": 128, "intermediate_size": 18432,
                "expert_intermediate_size": 2048, "experts": 256, "active_experts": 8, "shared_experts": 1, "first_dense_layers": 3, "q_lora_rank": 1536,
                "kv_lora_rank": 512, "qk_nope_head_dim": 128, "qk_rope_head_dim": 64, "v_head_dim": 128, "vocabulary_size": 129280 },
              "data": { "tokens": "14.8T" },
              "training": { "sequence_length": 4096, "batch_sequences": 15360, "pipeline_parallel": 16, "expert_parallel": 64, "zero_stage": 1 },
              "hardware": { "accelerator": "H800-SXM", "count": 2048 } }
            """).Plan!;

        Assert.InRange(plan.Memory.Share!.Value, 0.3, 1);
        Assert.Contains(plan.Assumptions, static assumption => assumption.Contains("('selective'), without which it does not fit", StringComparison.Ordinal));
    }

    [Fact]
    public void StatePrecision_EveryName_IsFound() => Assert.Equal(
        Enum.GetValues<StateFormat>().Cast<StateFormat?>(), StateFormats.Names.Select(StateFormats.Find));

    private static double Memory(string training) => Run($$"""
        { "model": { "architecture": "mixtral", "layers": 32, "hidden_size": 4096, "attention_heads": 32, "key_value_heads": 8, "intermediate_size": 14336,
                     "experts": 8, "active_experts": 2, "vocabulary_size": 32000, "context_length": 4096 },
          "data": { "tokens": "1T" }, "training": { {{training}} }, "hardware": { "accelerator": "H100-SXM", "count": 64 } }
        """).Plan!.Memory.PerDevice.Bytes;
}
