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
    [InlineData("--untie-embeddings-and-output-weights --qk-layernorm --moe-layer-freq [1]*48", "qwen3_moe", 30_532_122_624)]
    public void Megatron_Qwen3MoE_IsCountedByItsFlags(string flags, string architecture, long expected)
    {
        var model = Model($"""
            MODEL_ARGS=(
             --num-layers 48 --hidden-size 2048 --ffn-hidden-size 6144 --num-attention-heads 32 --group-query-attention --num-query-groups 4
             --kv-channels 128 --vocab-size 151936 --num-experts 128 --moe-router-topk 8 --moe-ffn-hidden-size 768 {Gates} {flags})
            """);

        Assert.Equal((architecture, expected), (model.Architecture, model.Parameters.Total));
    }

    // A comment is none of the arguments; a variable has its value, or its default.
    [Theory]
    [InlineData("HIDDEN=2048\nLAYERS=${LAYERS:-48}", "$HIDDEN", "${LAYERS}")]
    [InlineData("export HIDDEN=\"2048\"; WIDTH=$HIDDEN", "${WIDTH}", "${2:-48}")]
    [InlineData("# --num-layers 12 --hidden-size 768", "2048", "48 # --num-layers 24")]
    public void Megatron_Variables_AreTheirValues(string lines, string hidden, string layers) => Assert.Equal(30_532_122_624, Model($"""
        {lines}
        ARGS="
          --num-layers {layers}
          --hidden-size {hidden} \
          --ffn-hidden-size 6144 --num-attention-heads 32 --group-query-attention --num-query-groups 4 \
          --untie-embeddings-and-output-weights --qk-layernorm
          --kv-channels 128 --vocab-size 151936 --num-experts 128 --moe-router-topk 8 --moe-ffn-hidden-size 768 {Gates}"
        """).Parameters.Total);

    // Two branches of a condition, or a sum: which number is meant is not guessed.
    [Theory]
    [InlineData("H=64\nif [ $1 = 1B ]; then H=128; fi\n--num-layers 2 --hidden-size $H --vocab-size 100", "'hidden-size' is '$H' there")]
    [InlineData("F=$((4*64))\n--num-layers 2 --hidden-size 64 --ffn-hidden-size $F --vocab-size 100", "'ffn-hidden-size' is '$((4*64))' there")]
    [InlineData("if a; then\nA=--num-layers 2 --hidden-size 64\nelse\nA=--num-layers 4 --hidden-size 64\nfi\n--vocab-size 100", "'num-layers' is '2 or 4' there")]
    public void Megatron_ASizeThatTheScriptComputes_IsNotGuessed(string text, string says) =>
        Assert.Contains(says, TrainerFile.Read("run.sh", text).Problem, StringComparison.Ordinal);

    [Fact]
    public void Megatron_Gpt_HasLearnedPositionsAndAPaddedVocabulary() => Assert.Equal(124_439_808 + (47 * 768), Model("""
        --num-layers 12 --hidden-size 768 --num-attention-heads 12 --max-position-embeddings 1024 --vocab-size 50257 --make-vocab-size-divisible-by 128
        """).Parameters.Total);

    [Theory]
    [InlineData("--num-layers 2 --hidden-size 64", "these are Megatron-LM's arguments without 'vocab-size', ")]
    [InlineData("--num-layers 2 --hidden-size 64 --vocab-size 100 --swiglu", "these are Megatron-LM's arguments; without '--normalization RMSNorm', '--disable-bias-linear', '--position-embedding-type rope' they have ")]
    [InlineData("--num-layers 2 --hidden-size 64 --vocab-size 100 --swiglu --normalization RMSNorm --disable-bias-linear --position-embedding-type rope --num-experts 8 --moe-layer-freq [0]*1+[1]*1", "these are Megatron-LM's arguments; layers without experts among those with ('moe-layer-freq') are not counted from them; pass ")]
    [InlineData("num_layers: 2\nhidden_size: 64", "these are Megatron-LM's arguments without 'vocab-size', ")]
    [InlineData("model_name: nano-llama\nout_dir: out", "this is litgpt's configuration of 'nano-llama'")]
    [InlineData("num-layers: 6\nhidden-size: 512\npos-emb: rotary\nno-weight-tying: true", "these are GPT-NeoX's arguments without 'vocab-size', ")]
    [InlineData("num-layers: 6\nhidden-size: 512\npos-emb: alibi\nvocab-size: 50304", "these are GPT-NeoX's arguments; only rotary positions, ")]
    [InlineData("n_embd: 512\nn_layer: 6\nnorm_class_name: LayerNorm", "this is litgpt's model_config.yaml; it is counted where its layers are LLaMA's, and 'norm_class_name' is not 'RMSNorm'")]
    [InlineData("run_name: OLMo2\nmodel:\n  d_model: 4096", "this is not JSON, and no trainer's file that is known")]
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

    [Theory]
    [InlineData("llama4", "17bx16e", 107_769_861_120)]
    [InlineData("deepseek_v3", "16B", 15_706_484_224)]
    [InlineData("deepseek_v3", "671B", 671_026_419_200)]
    [InlineData("qwen3", "30B-A3B", 30_532_122_624)]
    [InlineData("llama3", "8B_flex", 8_030_261_248)]
    public void Torchtitan_OtherFamilies_AreTheirFlavors(string name, string flavor, long expected) =>
        Assert.Equal(expected, Model($"[model]\nname = \"{name}\"\nflavor = \"{flavor}\"\n", "run.toml").Parameters.Total);

    // The names of litgpt that the published counts have too.
    [Theory]
    [InlineData("Llama-3-8B-Instruct", "llama-3-8b")]
    [InlineData("Llama-2-7b-hf", "llama-2-7b")]
    [InlineData("Llama-2-13b-chat-hf", "llama-2-13b")]
    [InlineData("Llama-2-70b", "llama-2-70b")]
    [InlineData("Llama-3-70B", "llama-3-70b")]
    [InlineData("Llama-3.1-405B", "llama-3.1-405b")]
    [InlineData("Llama-3.2-1B", "llama-3.2-1b")]
    [InlineData("tiny-llama-1.1b", "tinyllama-1.1b")]
    [InlineData("SmolLM2-135M", "smollm2-135m")]
    [InlineData("Mistral-7B-v0.1", "mistral-7b-v0.1")]
    [InlineData("Mistral-7B-v0.3", "mistral-7b-v0.3")]
    [InlineData("Mixtral-8x7B-v0.1", "mixtral-8x7b-v0.1")]
    [InlineData("pythia-70m-deduped", "pythia-70m")]
    [InlineData("pythia-160m", "pythia-160m")]
    [InlineData("pythia-1b", "pythia-1b")]
    [InlineData("pythia-1.4b", "pythia-1.4b")]
    [InlineData("pythia-6.9b", "pythia-6.9b")]
    [InlineData("pythia-12b", "pythia-12b")]
    [InlineData("phi-1_5", "phi-1_5")]
    [InlineData("phi-2", "phi-2")]
    [InlineData("phi-4", "phi-4")]
    [InlineData("Gemma-7b-it", "gemma-7b")]
    [InlineData("Gemma-2-2b", "gemma-2-2b")]
    [InlineData("Gemma-2-27b", "gemma-2-27b")]
    [InlineData("Qwen2.5-0.5B", "qwen2.5-0.5b")]
    [InlineData("Qwen2.5-1.5B", "qwen2.5-1.5b")]
    [InlineData("Qwen2.5-7B", "qwen2.5-7b")]
    [InlineData("Qwen2.5-14B", "qwen2.5-14b")]
    [InlineData("Qwen2.5-32B", "qwen2.5-32b")]
    [InlineData("Qwen2.5-72B-Instruct", "qwen2.5-72b")]
    [InlineData("Qwen3-4B", "qwen3-4b")]
    [InlineData("Qwen3-8B", "qwen3-8b")]
    [InlineData("Qwen3-32B", "qwen3-32b")]
    [InlineData("Qwen3-235B-A22B", "qwen3-235b-a22b")]
    public void LitGpt_AName_IsTheModelOfThatName(string name, string published) =>
        Assert.Equal(ModelFile.Published(published).Parameters, Model($"model_name: {name}\nout_dir: out", "run.yaml").Parameters);

    [Fact]
    public void LitGpt_AModelConfig_IsCountedByItsSizes() => Assert.Equal(8_030_261_248, Model("""
        attention_bias: false
        bias: false
        intermediate_size: 14336
        mlp_class_name: LLaMAMLP
        n_embd: 4096
        n_head: 32
        n_layer: 32
        n_query_groups: 8
        name: Llama-3-8B
        norm_class_name: RMSNorm
        padded_vocab_size: 128256
        parallel_residual: false
        """, "model_config.yaml").Parameters.Total);

    // Megatron-Bridge and NeMo say the same under other names.
    [Theory]
    [InlineData("normalization: rmsnorm\n  activation: fast-swiglu\n  bias: False\n  share_embeddings_and_output_weights: False")]
    [InlineData("normalization: RMSNorm\n  gated_linear_unit: true\n  add_bias_linear: false\n  share_embeddings_and_output_weights: false")]
    public void Megatron_OtherSpellings_AreRead(string flags) => Assert.Equal(8_030_261_248, Model($"""
        model:
          num_layers: 32
          hidden_size: 4096
          ffn_hidden_size: 14336
          num_attention_heads: 32
          num_query_groups: 8
          position_embedding_type: rope
          vocab_size: 128256
          {flags}
        """, "run.yaml").Parameters.Total);

    // Pythia 70M, in GPT-NeoX's YAML with braces and commas.
    [Fact]
    public void NeoX_Pythia_IsCounted() => Assert.Equal(70_426_624, Model("""
        {
          "num-layers": 6, "hidden-size": 512, "num-attention-heads": 8,
          "pos-emb": "rotary", "norm": "layernorm", "no-weight-tying": true, "gpt-j-residual": true,
          "vocab-size": 50257, "make_vocab_size_divisible_by": 128,
        }
        """, "pythia.yml").Parameters.Total);

    [Fact]
    public void Read_AnyOtherText_IsNeither() => Assert.Equal((null, null), TrainerFile.Read("notes.txt", "layers and sizes"));

    private static ModelDescription Model(string text, string path = "run.sh")
    {
        var (config, problem) = TrainerFile.Read(path, text);
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
