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

    /// <summary>Names by the tools and projects that use them: nanoGPT, llm.c, GPT-NeoX, Megatron-LM, Llama, Hugging Face, PyTorch, x-transformers, and C# of several hands.</summary>
    public static TheoryData<string, string> OfTools => new()
    {
        {
            "hidden_size", "n_embd hidden_size dim d_model DModel emsize EmSize embedding_dim embed_dim EmbDim nEmbed modelDim _hiddenSize m_hiddenSize HIDDEN_SIZE EmbeddingSize "
                + "transformerDim ModelHiddenSize DimEmbedding TokenEmbeddingDim EmbeddingWidth hiddenWidth NumEmbeddingDims embedDims"
        },
        { "layers", "n_layer n_layers num_layers num_hidden_layers nlayers NLayers depth Depth numBlocks NBlocks BlockCount num_transformer_layers TransformerLayerCount LAYERS _numLayers LayersCount NumTransformerBlocks Blocks" },
        { "attention_heads", "n_head n_heads num_attention_heads num_heads heads nhead NHead HeadCount attn_heads NumAttentionHeads AttentionHeadsCount numQHeads QHeads _heads NUM_HEADS NumSelfAttentionHeads multiHeadNum" },
        { "key_value_heads", "n_kv_heads num_key_value_heads n_kv_head num_kv_heads num_query_groups KvHeadCount NKVHeads KeyValueHeads numKeyValueGroups NumAttentionKvHeads" },
        { "head_size", "head_dim HeadDim head_size AttentionHeadSize d_head AttnHeadDim kv_channels" },
        { "intermediate_size", "ffn_hidden_size intermediate_size d_ff dim_feedforward DimFeedforward n_inner NInner mlp_dim MlpHiddenSize FfnDim FeedForwardDimension ffnSize d_hid nhid InnerSize FfHiddenDim IntermediateDim FfDim" },
        { "vocabulary_size", "vocab_size VocabSize n_vocab ntoken ntokens num_tokens NTokens VOCAB_SIZE vocabularyLength VocabDim V numVocabTokens VocSize" },
        { "context_length", "block_size BlockSize max_position_embeddings n_ctx n_positions max_seq_len MaxSeqLength context_window ContextSize MaxContextLen CtxLen NumPositions MaxLen MAX_SEQ_LEN" },
        { "sequence_length", "seq_length seq_len SeqLen bptt T TrainSeqLen sequenceLength SequenceLen" },
        { "batch_sequences", "batch_size BatchSize micro_batch_size train_micro_batch_size_per_gpu per_device_train_batch_size device_batch_size B BATCH_SIZE BatchSizePerDevice TrainingBatchSize" },
        { "global_batch", "global_batch_size GlobalBatchSize EffectiveBatchSize GlobalTrainBatchSize" },
        { "accumulation", "gradient_accumulation_steps GradAccumSteps GradientAccumulation AccumulationSteps grad_acc_steps NumGradientAccumulationSteps" },
        { "batch_tokens", "total_batch_size TotalBatchSize BatchTokens TokensPerBatch TokensPerStep" },
        { "steps", "max_steps MaxSteps max_iters MaxIters train_iters num_iterations NumTrainSteps TrainingSteps TotalSteps NumSteps Iterations MaxTrainingSteps StepCount" },
        { "epochs", "num_train_epochs NumEpochs epochs EPOCHS max_epochs TrainingEpochs EpochCount _epochs" },
        { "learning_rate", "learning_rate lr LearningRate max_lr PeakLr BaseLr _learningRate MaxLearningRate LR" },
        { "weight_decay", "weight_decay WeightDecay wd AdamWeightDecay" },
        { "dropout", "dropout Dropout DropoutRate dropout_prob DropoutP ResidPdrop DropRate DropoutProbability hidden_dropout_prob" },
        { "warmup_steps", "warmup_steps WarmupSteps warmup_iters lr_warmup_iters NumWarmupSteps Warmup WarmUpSteps LrWarmupSteps" },
        { "schedule", "lr_scheduler_type lr_decay_style LrSchedule LearningRateSchedule Schedule LrScheduler SchedulerType" },
        { "tied_embeddings", "tie_word_embeddings TieWordEmbeddings weight_tying TiedEmbeddings" },
        { "experts", "num_experts NumLocalExperts n_routed_experts Experts" },
        { "tokens", "train_tokens TotalTokens TrainingTokens Tokens token_budget" },
        { "unique_tokens", "DatasetTokens UniqueTokens corpus_tokens TrainSetTokens DatasetSizeInTokens" },
        { "expansion_ratio", "mlp_ratio ff_mult FfnMultiplier MlpExpansionFactor FeedForwardExpansion" },
        { "steps_per_epoch", "StepsPerEpoch iterations_per_epoch" },
    };

    /// <summary>Names of C#, F# and Unity ports that are in none of the lists above.</summary>
    public static TheoryData<string, string> OfPorts => new()
    {
        { "hidden_size", "HiddenUnits NumHiddenUnits TransformerWidth EmbeddingVectorLength ModelDimensions DimensionModel EmbeddingFeatures dModel N_EMBD EmbdSize ModelEmbeddingDim NEmbedDim" },
        { "layers", "NumTransformerLayers NumberOfBlocks NumberOfTransformerLayers HiddenLayers HiddenLayerCount NumAttentionLayers BlocksCount LayersNumber TotalLayers N_LAYER" },
        { "attention_heads", "NumMultiHeads AttnHeadCount QueryHeadCount TotalHeads HeadNumber NumberOfQueryHeads HEADS NumMultiHeadAttentionHeads" },
        { "key_value_heads", "HeadCountKv KVHeads NumberOfKeyValueHeads NKeyValueHeads KeyValueHeadsCount NumKVHead" },
        { "head_size", "AttentionHeadDim HeadWidth HeadDims DimHead SizePerHead HeadLength" },
        { "intermediate_size", "FeedForwardUnits MlpUnits FfnUnits FFNDim FFSize FeedForwardWidth MlpWidth MLPHidden FfnInnerDim FeedForwardInnerSize IntermediateDimensions FfInnerDim FeedForwardNetworkDim HiddenSizeFFN" },
        { "vocabulary_size", "VocabularyLength VocabularyDim NumberOfTokens TokenVocabularySize VocabTokens DictionarySize VocabularySz TotalVocabulary" },
        { "context_length", "MaxContext MaxContextTokens MaxPositions ContextWindowSize MaxSequenceLen MaxSeqLength ContextTokens ContextDim NumCtx MaxPositionEmbedding MaxContextSize CTX_LEN" },
        { "sequence_length", "SeqSize TrainingSequenceLength SequenceSize SEQ_LEN" },
        { "batch_sequences", "BatchLength TrainingBatchSize NBatch DeviceBatchSize MicroBatch BATCH" },
        { "epochs", "TrainingEpochs TotalEpochs NumberOfTrainingEpochs MaxEpoch EPOCH_COUNT" },
        { "steps", "NumberOfSteps TotalTrainingSteps MaxTrainSteps NumTrainingIterations TRAIN_ITERS IterationCount TotalIterations" },
        { "learning_rate", "MaximumLearningRate LearnRate LR_MAX InitialLearningRate" },
        { "warmup_steps", "WarmupIterations NumberOfWarmupSteps WARMUP_ITERS" },
        { "dropout", "DropoutFraction ResidualDropout DROPOUT_RATE" },
    };

    [Theory, MemberData(nameof(OfPorts))]
    [MemberData(nameof(Names))]
    [MemberData(nameof(OfTools))]
    public void Find_NamesOfAKey_GiveIt(string key, string names) => Assert.All(names.Split(' '), name =>
        Assert.True(MemberNames.Find(name)?.Key == key, $"'{name}' is read as '{MemberNames.Find(name)}', not as '{key}': add its words to MemberNames"));

    [Theory]
    [InlineData("EvalSteps")]
    [InlineData("WarmupRatio")]
    [InlineData("LrDecaySteps")]
    [InlineData("lr_decay_iters")]
    [InlineData("decay_lr")]
    [InlineData("eval_iters")]
    [InlineData("max_batch_size")]
    [InlineData("embedding_lr")]
    [InlineData("StateSize2")]
    [InlineData("Size")]
    [InlineData("Length")]
    [InlineData("MaxTokens")]
    [InlineData("DatasetSize")]
    [InlineData("TrainSetSize")]
    [InlineData("NumSamples")]
    [InlineData("MaxNewTokens")]
    [InlineData("Step")]
    [InlineData("Epoch")]
    [InlineData("EmbeddingDropout")]
    [InlineData("AttentionDropout")]
    [InlineData("LayerNormEps")]
    [InlineData("TokenizerPath")]
    [InlineData("ValBatchSize")]
    [InlineData("MaxNorm")]
    [InlineData("RopeTheta")]
    [InlineData("MinLr")]
    [InlineData("NumClasses")]
    [InlineData("ImageSize")]
    [InlineData("CacheSize")]
    [InlineData("NumWorkers")]
    [InlineData("LogInterval")]
    [InlineData("Name")]
    [InlineData("TopK")]
    [InlineData("InitialSteps")]
    [InlineData("MaxBatchSize")]
    [InlineData("CurrentEpoch")]
    [InlineData("EpochsCompleted")]
    [InlineData("CurrentStep")]
    [InlineData("SaveSteps")]
    [InlineData("PatchSize")]
    [InlineData("HeadsPerGroup")]
    [InlineData("LayersPerStage")]
    [InlineData("EncoderDim")]
    [InlineData("RotaryDim")]
    [InlineData("ProjectionDim")]
    [InlineData("LatentDim")]
    [InlineData("MaxTextLength")]
    [InlineData("BosTokenId")]
    [InlineData("PadTokenId")]
    [InlineData("HiddenAct")]
    [InlineData("KernelSize")]
    [InlineData("BufferSize")]
    [InlineData("EmbeddingModel")]
    [InlineData("ChunkSize")]
    [InlineData("MinLearningRate")]
    [InlineData("LearningRateDecay")]
    [InlineData("LabelCount")]
    [InlineData("OutputSize")]
    [InlineData("InputChannels")]
    public void Find_OtherNames_GiveNone(string name) => Assert.Null(MemberNames.Find(name));

    [Fact]
    public void FindAll_HiddenBesideEmbedding_IsTheFeedForward()
    {
        var keys = MemberNames.FindAll(["EmbedSize", "HiddenSize", "NumHeads"]);

        Assert.Equal((KeyPath.Width, KeyPath.FeedForward), (keys["EmbedSize"], keys["HiddenSize"]));
    }

    [Fact]
    public void FindAll_MicroBatchBesideTheBatch_IsAPartOfIt() => Assert.Equal(KeyPath.BatchPart, MemberNames.FindAll(["MicroBatchSize", "BatchSize"])["MicroBatchSize"]);

    [Fact]
    public void FindAll_NumEmbeddingsBesideTheirWidth_IsTheVocabulary() => Assert.Equal(KeyPath.Vocabulary, MemberNames.FindAll(["NumEmbeddings", "EmbeddingDim"])["NumEmbeddings"]);

    [Fact]
    public void FindAll_LayersOfADecoderAlone_AreTheLayers() => Assert.Equal(KeyPath.Layers, MemberNames.FindAll(["NumDecoderLayers"])["NumDecoderLayers"]);

    [Fact]
    public void FindAll_NumEmbeddingsAlone_IsNone() => Assert.Empty(MemberNames.FindAll(["NumEmbeddings"]));

    [Fact]
    public void FindAll_HiddenAlone_IsTheWidth() => Assert.Equal(KeyPath.Width, MemberNames.FindAll(["HiddenSize", "NumHeads"])["HiddenSize"]);

    [Fact]
    public void FindAll_TokensBesideVocabulary_AreNotOne() => Assert.DoesNotContain("NumTokens", MemberNames.FindAll(["VocabSize", "NumTokens"]).Keys);
}
