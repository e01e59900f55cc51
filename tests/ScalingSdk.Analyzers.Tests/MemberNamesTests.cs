using ScalingSdk.Analyzers.ConfigTypes;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>What C# training code calls the sizes of a model.</summary>
public sealed class MemberNamesTests
{
    public static TheoryData<string, string> Names => new()
    {
        {
            "hidden_size", "EmbeddingDimensions EmbeddingDimension EmbedSize EmbedDim EmbeddingDim EmbeddingSize HiddenSize HiddenDim HiddenDimension HiddenDimensions "
                + "ModelDimension ModelDim ModelSize DModel d_model Width EmbSize EmbeddingLength EmbeddingWidth NEmb Channels n_embd ModelWidth DimModel EmbeddingDims "
                + "Dim EmbedDimension EmbeddingsSize EmbeddingVectorSize NumEmbed NEmbed HiddenWidth TokenEmbeddingSize"
        },
        {
            "attention_heads", "AttentionHeadCount NumAttentionHeads NumHeads NHeads Heads HeadsNum HeadNum NumHead HeadsCount NumberOfAttentionHeads AttnHeads Nhead QueryHeads "
                + "NumberOfHeads NumQueryHeads n_attn_heads NumAttnHeads"
        },
        { "key_value_heads", "NumKeyValueHeads KvHeads NumKvHeads KeyValueHeadCount n_kv_heads NumQueryGroups" },
        { "head_size", "HeadDim HeadSize AttentionHeadSize DHead HeadDimension" },
        { "layers", "Layers NumLayers NLayer LayerCount NumBlocks BlockCount Depth NumHiddenLayers TransformerLayers NumberOfLayers TransformerBlocks" },
        { "intermediate_size", "IntermediateSize FfnDim FeedForwardSize FeedForwardDim MlpDim DFf FfnHiddenSize InnerDim IntermediateDimension FeedForwardHiddenDim" },
        { "vocabulary_size", "VocabSize VocabularySize NVocab VocabLength TokenCount VocabCount NumTokens DictSize NumVocab VocabularyCount VocabSz" },
        { "context_length", "ContextLength BlockSize MaxSeqLen ContextSize MaxSequenceLength MaxPositionEmbeddings ContextWindow NCtx MaxContextLength" },
        { "sequence_length", "SeqLen SequenceLength SeqLength" },
        { "batch_sequences", "BatchSize MicroBatchSize MiniBatchSize TrainBatchSize BatchCount PerDeviceTrainBatchSize BatchSz" },
        { "epochs", "NumEpochs Epochs EpochCount TrainEpochs NumTrainEpochs MaxEpochs NEpochs NumberOfEpochs" },
        { "steps", "Steps MaxSteps NumSteps TrainingSteps MaxIters NumIterations TotalSteps" },
        { "learning_rate", "LearningRate Lr MaxLr PeakLearningRate BaseLr" },
    };

    [Theory, MemberData(nameof(Names))]
    public void Find_NamesOfAKey_GiveIt(string key, string names) => Assert.All(names.Split(' '), name =>
        Assert.True(MemberNames.Find(name)?.Key == key, $"'{name}' is read as '{MemberNames.Find(name)}', not as '{key}': add its words to MemberNames"));

    [Theory]
    [InlineData("WarmupSteps")]
    [InlineData("EvalSteps")]
    [InlineData("MinLr")]
    [InlineData("FfnMultiplier")]
    [InlineData("NumClasses")]
    [InlineData("ImageSize")]
    [InlineData("CacheSize")]
    [InlineData("NumWorkers")]
    [InlineData("LogInterval")]
    [InlineData("Name")]
    [InlineData("TopK")]
    public void Find_OtherNames_GiveNone(string name) => Assert.Null(MemberNames.Find(name));

    [Fact]
    public void FindAll_HiddenBesideEmbedding_IsTheFeedForward()
    {
        var keys = MemberNames.FindAll(["EmbedSize", "HiddenSize", "NumHeads"]);

        Assert.Equal((KeyPath.Width, KeyPath.FeedForward), (keys["EmbedSize"], keys["HiddenSize"]));
    }

    [Fact]
    public void FindAll_HiddenAlone_IsTheWidth() => Assert.Equal(KeyPath.Width, MemberNames.FindAll(["HiddenSize", "NumHeads"])["HiddenSize"]);

    [Fact]
    public void FindAll_TokensBesideVocabulary_AreNotOne() => Assert.DoesNotContain("NumTokens", MemberNames.FindAll(["VocabSize", "NumTokens"]).Keys);
}
