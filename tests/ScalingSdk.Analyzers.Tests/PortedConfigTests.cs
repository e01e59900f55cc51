using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>
/// Config types as C# ports write them, by their declarations: llama2.cs and its Unity port, NeutralNET, ZeroLlm, PaddleOcrSharp, mingpt.torchsharp,
/// ShaderGPT, Cgml's Mistral, AiDotNet and mingpt4. None gives an error that is not there.
/// </summary>
public sealed class PortedConfigTests
{
    private const string Llama2 = """[ScalingModel("llama")] public struct Config { public int dim; public int hidden_dim; public int n_layers; public int n_heads; public int n_kv_heads; public int vocab_size; public int seq_len; public static int Size { get => 28; } }""";

    private const string Required = """[ScalingModel("gpt2")] public class GptConfig { public required int VocabSize { get; set; } public required int ContextSize { get; set; } public required int MaxBatchSize { get; set; } public required int EmbedDim { get; set; } public required int IntermediateDim { get; set; } public required int NumHeads { get; set; } public required int NumLayers { get; set; } public required float LearningRate { get; set; } }""";

    private const string Derived = """[ScalingModel("llama")] public sealed class LlmModelConfig { public string Architecture { get; set; } = "llama"; public int VocabSize { get; set; } = 32000; public int ContextLength { get; set; } = 2048; public int EmbeddingDim { get; set; } = 256; public int LayerCount { get; set; } = 4; public int HeadCount { get; set; } = 4; public int HeadCountKv { get; set; } = 2; public int HeadDim => EmbeddingDim / HeadCount; public int FeedForwardDim { get; set; } = 512; public float RmsNormEps { get; set; } = 1e-5f; public int BosTokenId { get; set; } = 1; }""";

    private const string Wide = """[ScalingModel("llama")] public sealed record LanguageConfig { public static LanguageConfig Default { get; } = new(); public int VocabSize { get; init; } = 103_424; public int HiddenSize { get; init; } = 1024; public int IntermediateSize { get; init; } = 3072; public int NumHiddenLayers { get; init; } = 18; public int NumAttentionHeads { get; init; } = 16; public int NumKeyValueHeads { get; init; } = 2; public int HeadDim { get; init; } = 128; public int[] MRopeSection { get; init; } = [16, 24, 24]; public int MaxPositionEmbeddings { get; init; } = 131_072; public int ImageTokenId { get; init; } = 100_295; }""";

    private const string MinGpt = """[ScalingModel("gpt2")] public class Configuration { public int vocab_size { get; set; } public int block_size { get; set; } public int n_layer { get; set; } public int n_head { get; set; } public int n_embd { get; set; } public float embd_pdrop { get; set; } = 0.1f; public float resid_pdrop { get; set; } = 0.1f; public float attn_pdrop { get; set; } = 0.1f; }""";

    private const string Generic = """public class Pretrained<T> { public string model_type = ""; public int vocab_size; public static T Load(string text) => System.Text.Json.JsonSerializer.Deserialize<T>(text)!; } [ScalingModel("llama")] public class LlamaConfig : Pretrained<LlamaConfig> { public int max_position_embeddings; public int hidden_size; public int num_hidden_layers; public int num_attention_heads; public int num_key_value_heads; public string hidden_act = ""; public int sliding_window; }""";

    private const string Json = """[ScalingModel("mistral")] public sealed class ParamsJson { public int dim; public int n_layers; public int head_dim; public int hidden_dim; public int n_heads; public int n_kv_heads; public float norm_eps; public int sliding_window; public int vocab_size; public static ParamsJson Load(System.IO.Stream stream) { ParamsJson res = System.Text.Json.JsonSerializer.Deserialize<ParamsJson>(stream) ?? throw new ArgumentException(); return res; } }""";

    private const string Copied = """public class ModelOptions { public int? Seed { get; set; } } [ScalingModel("gpt2")] public class SpeechOptions : ModelOptions { public SpeechOptions() { } public SpeechOptions(SpeechOptions other) { if (other == null) throw new ArgumentNullException(nameof(other)); NumTransformerLayers = other.NumTransformerLayers; TransformerDim = other.TransformerDim; NumAttentionHeads = other.NumAttentionHeads; VocabSize = other.VocabSize; MaxTextLength = other.MaxTextLength; } public int TransformerDim { get; set; } = 384; public int NumTransformerLayers { get; set; } = 12; public int NumAttentionHeads { get; set; } = 8; public int VocabSize { get; set; } = 5000; public int MaxTextLength { get; set; } = 512; public double DropoutRate { get; set; } = 0.1; }""";

    private const string TwoStacks = """[ScalingModel("qwen2")] public class CanaryOptions { public int EncoderDim { get; set; } = 1024; public int DecoderDim { get; set; } = 1536; public int NumEncoderLayers { get; set; } = 24; public int NumDecoderLayers { get; set; } = 28; public int NumAttentionHeads { get; set; } = 16; public int VocabSize { get; set; } = 151936; public int MaxTextLength { get; set; } = 512; }""";

    private const string Constructor = """[ScalingModel("gpt2")] public class Transformer { public int VocabSize { get; set; } public int EmbeddingDim { get; set; } public Transformer(int vocabSize, int embeddingDim, int numHeads, int hiddenDim, int numLayers, int maxSeqLength) { VocabSize = vocabSize; EmbeddingDim = embeddingDim; Blocks = new int[numLayers, numHeads, hiddenDim, maxSeqLength]; } public int[,,,] Blocks { get; } }""";

    /// <summary>The type, where it is constructed, the rules that report, and whether there is a plan.</summary>
    public static TheoryData<string, string, string[], bool> Ports => new()
    {
        { Llama2, "static object Run() => new Config { dim = 288, hidden_dim = 768, n_layers = 6, n_heads = 6, n_kv_heads = 6, vocab_size = 32000, seq_len = 256 };", [], true },
        { Llama2, "static object Run() => new Config { dim = 290, hidden_dim = 768, n_layers = 6, n_heads = 6, n_kv_heads = 6, vocab_size = 32000, seq_len = 256 };", ["SCALE0004"], true },
        { Llama2, "static Config Run(byte[] bytes) => System.Runtime.InteropServices.MemoryMarshal.Read<Config>(bytes);", [], true },
        { Required, "static object Run() => new GptConfig { VocabSize = 256, ContextSize = 64, MaxBatchSize = 32, EmbedDim = 128, IntermediateDim = 512, NumHeads = 4, NumLayers = 2, LearningRate = 1e-3f };", ["SCALE1005"], true },
        { Derived, "static object Run() => new LlmModelConfig();", [], true },
        { Derived, "static object Run() => new LlmModelConfig { HeadCount = 3, HeadCountKv = 1 };", ["SCALE0004"], true },
        { Wide, "static object Run() => LanguageConfig.Default with { NumHiddenLayers = 24 };", [], true },
        { MinGpt, "static object Run() => new Configuration { vocab_size = 50257, block_size = 1024, n_layer = 12, n_head = 12, n_embd = 768 };", ["SCALE3001"], true },
        { MinGpt, "static object Run() => new Configuration();", ["SCALE0005"], false },
        { Generic, "static object Run(string text) => LlamaConfig.Load(text);", [], true },
        { Generic, "static object Run() => new LlamaConfig { vocab_size = 32000, max_position_embeddings = 2048, hidden_size = 1000, num_hidden_layers = 12, num_attention_heads = 12, num_key_value_heads = 12 };", ["SCALE0004", "SCALE0005"], false },
        { Json, "static object Run(System.IO.Stream stream) => ParamsJson.Load(stream);", ["SCALE0005"], true },
        { Copied, "static object Run() => new SpeechOptions(new SpeechOptions { TransformerDim = 512 });", ["SCALE0005"], false },
        { TwoStacks, "static object Run() => new CanaryOptions();", ["SCALE0005"], false },
        { Constructor, "static object Run() => new Transformer(50304, 768, 12, 3072, 12, 1024);", [], true },
        { Constructor, "static object Run() => new Transformer(50304, 768, 7, 3072, 12, 1024);", ["SCALE0004"], true },
    };

    [Theory, MemberData(nameof(Ports))]
    public async Task Port_WithItsTypeMarked_HasTrueFindingsAlone(string types, string members, string[] ids, bool planned)
    {
        var found = await new Project().Code($$"""
            namespace S
            {
                using System;
                using ScalingSdk;
                {{types}}
                public static class Use
                {
                    {{members}}
                }
            }
            """).Analyze();

        Assert.True(
            ids.Order().SequenceEqual(found.Select(static one => one.Id).Distinct().Order()),
            $"{members}: {string.Join("; ", found.Select(static one => one.Id + ": " + one.GetMessage(CultureInfo.InvariantCulture)))}");
        Assert.Equal(planned, !found.Any(static one => one.GetMessage(CultureInfo.InvariantCulture).Contains("the model is not checked", StringComparison.Ordinal)));
    }
}
