using System.Text;

namespace ScalingSdk.Tool.Tests;

/// <summary>Every kind of file that people have for a model: the right count, or an error that says what it is and what to pass.</summary>
public sealed class ModelFileKindTests : IDisposable
{
    private const string Sizes = "\"hidden_size\": 64, \"intermediate_size\": 128, \"num_hidden_layers\": 2, \"num_attention_heads\": 4, \"vocab_size\": 100";
    private const string Llama = $$"""{ "model_type": "llama", {{Sizes}} }""";

    // Layers 2 x (4 x 64^2 + 3 x 64 x 128 + 2 x 64), table and head 2 x 100 x 64, last norm 64.
    private const string LlamaCount = "95,040";

    // The table without a head, and a score of 64.
    private const string RewardCount = "88,704";

    // Layers 2 x (4 x 64^2 + 2 x 64 x 128 + 2 x 64), table 6,400, 32 x 4 buckets, last norm 64.
    private const string EncoderCount = "72,384";

    private static readonly Dictionary<string, (string Name, byte[] Content, string Expected)> Kinds = new(StringComparer.Ordinal)
    {
        ["config"] = ("config.json", Utf8(Llama), LlamaCount),
        ["config in Latin-1"] = ("config.json", Encoding.Latin1.GetBytes($$"""{ "model_type": "llama", "_name_or_path": "modèle", {{Sizes}} }"""), LlamaCount),
        ["config in UTF-16"] = ("config.json", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Llama)], LlamaCount),
        ["config with NaN"] = ("config.json", Utf8($$"""{ "model_type": "llama", "rope_theta": NaN, "time_step_limit": [0.0, Infinity], {{Sizes}} }"""), LlamaCount),
        ["reward model"] = ("config.json", Utf8($$"""{ "architectures": ["LlamaForSequenceClassification"], "id2label": { "0": "LABEL_0" }, "model_type": "llama", {{Sizes}} }"""), RewardCount),
        ["encoder of T5"] = ("config.json", Utf8("""
            { "architectures": ["T5EncoderModel"], "model_type": "t5", "d_model": 64, "d_kv": 16, "d_ff": 128, "num_layers": 2, "num_heads": 4, "vocab_size": 100 }
            """), EncoderCount),
        ["Meta's, tying unsaid"] = ("params.json", Utf8("""{ "dim": 2048, "ffn_dim_multiplier": 1.5, "multiple_of": 256, "n_heads": 32, "n_kv_heads": 8, "n_layers": 16, "vocab_size": 128256 }"""),
            "the file does not say whether the head is tied: 1,235,814,400 parameters if it is, 1,498,482,688 if not"),
        ["Meta's with experts"] = ("params.json", Utf8("""
            { "dim": 5120, "n_layers": 48, "n_heads": 40, "n_kv_heads": 8, "head_dim": 128, "vocab_size": 202048, "multiple_of": 2048,
              "ffn_dim_multiplier": 1.2, "moe_args": { "num_experts": 16, "top_k": 1, "interleave_moe_layer_step": 1 } }
            """), "107,769,861,120"),
        ["Meta's with images"] = ("params.json", Utf8("""
            { "dim": 4096, "n_layers": 32, "n_heads": 32, "n_kv_heads": 8, "vocab_size": 128256, "ffn_dim_multiplier": 1.3, "multiple_of": 1024,
              "vision_chunk_size": 448, "vision_num_cross_attention_layers": 8 }
            """), "9,775,192,080"),
        ["adapter"] = ("adapter_config.json", Utf8("""{ "peft_type": "LORA", "base_model_name_or_path": "Qwen/Qwen3-0.6B" }"""), "pass the config.json of its base model, 'Qwen/Qwen3-0.6B'"),
        ["generation"] = ("generation_config.json", Utf8("""{ "do_sample": true, "temperature": 0.6 }"""), "this is a generation_config.json, which says how to sample; pass the config.json beside it"),
        ["Megatron's, defaults unsaid"] = ("train.sh", Utf8("ARGS=(\n --num-layers 2 --hidden-size 64 --num-attention-heads 4 --ffn-hidden-size 128 --vocab-size 100 --swiglu)\n"), "these are Megatron-LM's arguments; without '--normalization RMSNorm'"),
        ["Megatron's"] = ("train.sh", Utf8("""
            ARGS=(
             --num-layers 2 --hidden-size 64 --num-attention-heads 4 --ffn-hidden-size 128 --vocab-size 100 --make-vocab-size-divisible-by 1 --swiglu
             --normalization RMSNorm --disable-bias-linear --position-embedding-type rope --untie-embeddings-and-output-weights)
            """), LlamaCount),
        ["Megatron's YAML"] = ("model.yaml", Utf8("num_layers: 2\nhidden_size: 64\nffn_hidden_size: 128\nnum_attention_heads: 4\n"), "without 'vocab-size', which the tokenizer decides there; add it"),
        ["nanoGPT's"] = ("model_args.json", Utf8("""{ "n_layer": 12, "n_head": 12, "n_embd": 768, "block_size": 1024, "bias": false, "vocab_size": 50304, "dropout": 0.0 }"""), "124,373,760"),
        ["nanochat's"] = ("meta.json", Utf8("""{ "step": 1, "model_config": { "sequence_len": 2048, "vocab_size": 65536, "n_layer": 20, "n_head": 10, "n_kv_head": 10, "n_embd": 1280 } }"""), "560,988,160"),
        ["torchtitan's"] = ("train.toml", Utf8("[model]\nname = \"llama3\"\nflavor = \"8B\"\n[training]\nseq_len = 8192\n"), "8,030,261,248"),
        ["PyTorch's"] = ("pytorch_model.bin", [.. "PK"u8, 3, 4, .. new byte[64]], "is a zip archive, as PyTorch and NumPy save, whose tensors are not read; pass the model's config.json, or its folder"),
        ["GGUF without heads"] = ("model.gguf", Gguf(), "is a GGUF file whose header does not say 'llama."),
        ["tensors alone"] = ("model.safetensors", Tensors(), "has tensors of 6,400 elements and does not say the heads of its model; put its config.json beside it, or pass that"),
        ["index alone"] = ("model.safetensors.index.json", Utf8("""{ "metadata": { "total_parameters": 95040 }, "weight_map": { "a": "model-1-of-2.safetensors" } }"""), "this is the index of a checkpoint of 95,040 parameters, which has names and no sizes; pass the config.json beside it, or the folder"),
        ["known but uncounted"] = ("config.json", Utf8($$"""{ "model_type": "kimi_linear", {{Sizes}} }"""), "'kimi_linear' is a known architecture that is not counted; give \"parameters\" in place of its sizes, \"active_parameters\" too where it has experts"),
    };

    private readonly Folder _folder = new();

    public static TheoryData<string> Names { get; } = [.. Kinds.Keys];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Names))]
    public void Params_OfEveryKindOfFile_CountsItOrSaysWhatToPass(string kind)
    {
        var (name, content, expected) = Kinds[kind];
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllBytes(path, content);

        var run = Tool.Run("params", path);

        Assert.Contains(expected, run.Out + run.Error, StringComparison.Ordinal);
        Assert.True((run.Code == ExitCode.Clean) == char.IsDigit(expected[0]), $"{kind}: a count is no error and an error no count:\n{run.Out}{run.Error}");
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Gguf()
    {
        static byte[] Text(string text) => [.. BitConverter.GetBytes((ulong)text.Length), .. Utf8(text)];
        return
        [
            .. Utf8("GGUF"), .. BitConverter.GetBytes(3u), .. BitConverter.GetBytes(0ul), .. BitConverter.GetBytes(2ul),
            .. Text("general.architecture"), .. BitConverter.GetBytes(8u), .. Text("llama"),
            .. Text("llama.block_count"), .. BitConverter.GetBytes(4u), .. BitConverter.GetBytes(2u),
        ];
    }

    private static byte[] Tensors()
    {
        var header = Utf8("""{ "model.embed_tokens.weight": { "dtype": "BF16", "shape": [100, 64], "data_offsets": [0, 12800] } }""");
        return [.. BitConverter.GetBytes((ulong)header.Length), .. header];
    }
}
