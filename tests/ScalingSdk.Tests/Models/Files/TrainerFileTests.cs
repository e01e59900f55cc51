using ScalingSdk.Json;
using ScalingSdk.Models;
using ScalingSdk.Models.Files;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Tests.Models.Files;

public sealed class TrainerFileTests
{
    private const string Gates = "--swiglu --normalization RMSNorm --disable-bias-linear --position-embedding-type rope";

    [Theory]
    [InlineData("--untie-embeddings-and-output-weights --qk-layernorm", "qwen3_moe", 30_532_122_624)]
    [InlineData("--untie-embeddings-and-output-weights", "mixtral", 30_532_122_624 - (48 * 2 * 128))]
    [InlineData("--qk-layernorm", "qwen3_moe", 30_532_122_624 - (151_936L * 2_048))]
    public void Megatron_Qwen3MoE_IsCountedByItsFlags(string flags, string architecture, long expected)
    {
        var model = Model($"""
            MODEL_ARGS=(
             --num-layers 48 --hidden-size 2048 --ffn-hidden-size 6144 --num-attention-heads 32 --group-query-attention --num-query-groups 4
             --kv-channels 128 --vocab-size 151936 --num-experts 128 --moe-router-topk 8 --moe-ffn-hidden-size 768 {Gates} {flags})
            """);

        Assert.Equal((architecture, expected), (model.Architecture, model.Parameters.Total));
    }

    [Fact]
    public void Megatron_Gpt_HasLearnedPositionsAndAPaddedVocabulary() => Assert.Equal(124_439_808 + (47 * 768), Model("""
        --num-layers 12 --hidden-size 768 --num-attention-heads 12 --max-position-embeddings 1024 --vocab-size 50257 --make-vocab-size-divisible-by 128
        """).Parameters.Total);

    [Theory]
    [InlineData("--num-layers 2 --hidden-size 64", "these are Megatron-LM's arguments without 'vocab-size', ")]
    [InlineData("--num-layers 2 --hidden-size 64 --vocab-size 100 --swiglu", "these are Megatron-LM's arguments; without '--normalization RMSNorm', '--disable-bias-linear', '--position-embedding-type rope' they have ")]
    [InlineData("num_layers: 2\nhidden_size: 64", "these are Megatron-LM's arguments without 'vocab-size', ")]
    [InlineData("model_name: Llama-3-8B\nout_dir: out", "this is litgpt's configuration of 'Llama-3-8B'")]
    public void Read_WhatDoesNotSayItsModel_SaysWhatToPass(string text, string start) =>
        Assert.StartsWith(start, TrainerFile.Read("run.yaml", text).Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("8B", 8_030_261_248)]
    [InlineData("70B", 70_553_706_496)]
    [InlineData("405B", 405_853_388_800)]
    public void Torchtitan_Llama3_IsItsFlavor(string flavor, long expected)
    {
        var (config, problem) = TrainerFile.Read("run.toml", $"[model]\nname = \"llama3\"\nflavor = \"{flavor}\"\n");

        Assert.Null(problem);
        Assert.Equal(expected, Read(config!).Parameters.Total);
    }

    [Fact]
    public void Torchtitan_AnotherModel_IsNamed() => Assert.StartsWith(
        "this is torchtitan's configuration of 'flux dev'", TrainerFile.Read("run.toml", "[model]\nname = \"flux\"\nflavor = \"dev\"\n").Problem, StringComparison.Ordinal);

    [Fact]
    public void Read_AnyOtherText_IsNeither() => Assert.Equal((null, null), TrainerFile.Read("notes.txt", "layers and sizes"));

    private static ModelDescription Model(string text)
    {
        var (config, problem) = TrainerFile.Read("run.sh", text);
        Assert.Null(problem);
        return Read(config!);
    }

    private static ModelDescription Read(string config)
    {
        var reading = ModelReader.Read((JsonObject)JsonReader.Read(config).Root!, ModelOrigin.ConfigFile);
        Assert.Empty(reading.Problems);
        return reading.Model!;
    }
}
