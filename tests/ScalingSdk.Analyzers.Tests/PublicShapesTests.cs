using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>
/// Ten config types of public C# training projects, by their declarations: what a mark on the type gives. Types and values are rewritten from
/// PerceptivePyro, NanoGPT2, NanoGptDotnet, TinyGptDemo, SciSharp.Models, GPTNet, ejhg/transformers, ml-csharp and llm.cs.
/// </summary>
public sealed class PublicShapesTests
{
    private const string Underscores = """
        public sealed record GPTConfig { public int block_size { get; init; } = 1024; public int vocab_size { get; init; } = 50304; public int n_layer { get; init; } = 12; public int n_head { get; init; } = 12;
          public int n_embd { get; init; } = 768; public double dropout { get; init; } = 0.0d; public bool has_bias { get; init; } = true; }
        """;

    private const string HyperParams = """
        public sealed class HyperParams { public int BlockSize { get; set; } public int VocabSize { get; set; } public int BlockLayers { get; set; } public int NumberOfHeads { get; set; } public int EmbedDimensions { get; set; } }
        """;

    private const string Embedded = """
        public record ModelConfig { public int ContextLength { get; init; } public int EmbeddingDim { get; init; } public int Layers { get; init; } public int Heads { get; init; } public int HiddenDim { get; init; }
          public static ModelConfig Default() => new ModelConfig { ContextLength = 32, EmbeddingDim = 64, Layers = 2, Heads = 1, HiddenDim = 256 }; }
        public record TrainingConfig { public int BatchSize { get; init; } public float LearningRate { get; init; } public float WeightDecay { get; init; } public int MaxEpochs { get; init; } public float TargetAverageLoss { get; init; }
          public static TrainingConfig WithDefaults(int vocabSize) => new TrainingConfig { BatchSize = 16, LearningRate = 3e-3f, WeightDecay = 0f, MaxEpochs = 1500, TargetAverageLoss = MathF.Max(0.8f, MathF.Log(vocabSize) * 0.85f) }; }
        """;

    private const string Nested = """
        public class TransformerConfig
        {
            public DatasetSettings DatasetConfig; public ModelSettings Transformer; public TrainSettings TRAIN;
            public TransformerConfig() { DatasetConfig = new DatasetSettings(); Transformer = new ModelSettings(); TRAIN = new TrainSettings(); }
            public class DatasetSettings { public int vocab_size = 20000; public int maxlen = 200; }
            public class ModelSettings { public int embed_dim = 32; public int num_heads = 2; public int ff_dim = 32; public float dropout_rate = 0.1f; public int dense_dim = 10; }
            public class TrainSettings { public int batch_size = 32; public int epochs = 100; }
        }
        """;

    /// <summary>What is marked, where it is constructed, and the rules that report; a plan is made where no SCALE0005 says that the model is not checked.</summary>
    public static TheoryData<string, string, string, string[], bool> Projects => new()
    {
        // Three with a true finding.
        { "positional record, GPT-2's vocabulary", """[ScalingModel("gpt2")] public record GPTConfig(int VocabSize = 50257, int ContextLength = 1024, int EmbDim = 768, int NHeads = 12, int NLayers = 12, double Dropout = 0.1);""", "static object Run() => new GPTConfig();", ["SCALE3001"], true },
        { "object initializer, GPT-2's vocabulary", """[ScalingModel("gpt2")] """ + HyperParams, "static object Run() => new HyperParams() { BlockSize = 1024, VocabSize = 50257, BlockLayers = 12, NumberOfHeads = 12, EmbedDimensions = 768 };", ["SCALE3001"], true },
        { "constants, a small text", """[ScalingModel("gpt2", UniqueTokens = "1M")] internal static class Settings { public static int MaxIterations { get; set; } = 20000; public static int EvalInterval { get; set; } = 750; public static int EvalIterations { get; set; } = 200; public const int BatchSize = 64; public const int BlockSize = 256; public const double LearningRate = 3e-4; public const double DropoutValue = 0.2; public const int NEmbed = 384; public const int NHead = 6; public const int NLayer = 6; }""", "", ["SCALE0005", "SCALE1004"], true },

        // Three that are rightly quiet.
        { "names with underscores", """[ScalingModel("gpt2")] """ + Underscores, "static object Run() => new GPTConfig();", [], true },
        { "names with underscores, a preset", """[ScalingModel("gpt2")] """ + Underscores, "static object Run() => new GPTConfig() { n_layer = 24, n_head = 16, n_embd = 1024 };", [], true },
        { "sizes without a run", """[ScalingModel("gpt2", VocabularySize = 8192)] """ + Embedded, "static object Run() => ModelConfig.Default();", [], true },

        // Three that were missed and have a plan.
        { "constructor arguments of locals", """[ScalingRun("gpt2", VocabularySize = 8192)] public sealed class Model(int vocabSize, int embeddingSize, int numHeads, int numLayers, int maxSeqLen) { public int Sum => vocabSize + embeddingSize + numHeads + numLayers + maxSeqLen; }""", "static object Run(int vocabSize) { int embeddingSize = 96; int numHeads = 6; int numLayers = 4; int maxSeqLen = 8; return new Model(vocabSize, embeddingSize, numHeads, numLayers, maxSeqLen); }", [], true },
        { "fields that are set after 'new'", """[ScalingModel("gpt2")] public class GPT2Config { public int MaxSeqLen; public int VocabSize; public int NumLayers; public int NumHeads; public int Channels; }""", "static object Run() { var config = new GPT2Config(); config.MaxSeqLen = 1024; config.VocabSize = 50304; config.NumLayers = 12; config.NumHeads = 12; config.Channels = 768; return config; }", [], true },
        { "model and training in two types", """[ScalingModel("gpt2", VocabularySize = 8192)] """ + Embedded, "[ScalingRun(UniqueTokens = \"100M\")] static object Run() => (ModelConfig.Default() with { Layers = 4 }, new TrainingConfig { BatchSize = 16, MaxEpochs = 2 });", [], true },

        // A state of something else is no state space.
        { "a state that is not the model's", """[ScalingModel("gpt2", VocabularySize = 8192)] public class DecisionOptions<T> { public int StateSize { get; init; } = 17; public int EmbeddingDim { get; init; } = 128; public int NumLayers { get; init; } = 3; public int NumHeads { get; init; } = 1; public int ContextLength { get; init; } = 20; public int BufferSize { get; init; } = 1000000; }""", "static object Run() => new DecisionOptions<float>();", [], true },
        { "nested settings of a run, of generation and of other things", """[ScalingModel("gpt2", UniqueTokens = "12B")] public sealed class Everything { public Net Model { get; init; } = new(); public Optim Optim { get; init; } = new(); public Batch Batch { get; init; } = new(); public Sampling Generation { get; init; } = new(); public int EvalIters { get; init; } = 20; } public sealed record Net { public int Layers { get; init; } = 12; public int HiddenSize { get; init; } = 768; public int Heads { get; init; } = 12; public int Vocab { get; init; } = 50304; public int MaxSequenceLength { get; init; } = 1024; } public sealed record Optim { public double Lr { get; init; } = 6e-4; public double MinLr { get; init; } = 6e-5; public int WarmupIters { get; init; } = 715; public int LrDecayIters { get; init; } = 19073; public int MaxIters { get; init; } = 19073; } public sealed record Batch { public int GlobalBatchSize { get; init; } = 512; public int MicroBatchSize { get; init; } = 16; public int GradAccumSteps { get; init; } = 32; public int SeqLen { get; init; } = 1024; } public sealed record Sampling { public int MaxTokens { get; init; } = 256; public int BatchSize { get; init; } = 1; }""", "static object Run() => new Everything();", [], true },

        // One whose build was broken: members without values, and no layers, are no error.
        { "nested types, of which none says how many layers", """[ScalingModel("gpt2")] """ + Nested, "static object Run() => new TransformerConfig();", ["SCALE0005"], false },
        { "members without values", """[ScalingModel("gpt2")] internal class Gpt2HParams { public int ContextSize { get; internal set; } public int HeadCount { get; internal set; } public int VocabularySize { get; } public int EmbeddingSize { get; } public int LayerCount { get; } public int HeadSize => EmbeddingSize / HeadCount; }""", "static object Run() => new Gpt2HParams();", ["SCALE0005"], false },
    };

    [Theory, MemberData(nameof(Projects))]
    public async Task Project_WithItsTypeMarked_HasTrueFindingsAlone(string what, string types, string members, string[] ids, bool planned)
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
            $"{what}: {string.Join("; ", found.Select(static one => one.Id + ": " + one.GetMessage(CultureInfo.InvariantCulture)))}");
        Assert.DoesNotContain(found, static one => one.Severity == DiagnosticSeverity.Error);
        Assert.Equal(planned, !found.Any(static one => one.GetMessage(CultureInfo.InvariantCulture).Contains("the model is not checked", StringComparison.Ordinal)));
    }
}
