namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>Where a spec states a value: its section and key.</summary>
internal sealed record KeyPath(string Section, string Key)
{
    /// <summary>Sequences of one step on one device: the batch, where gradients are not accumulated.</summary>
    public static readonly KeyPath BatchSize = new("training", "batch_sequences");

    /// <summary>Steps whose gradients are added up to one.</summary>
    public static readonly KeyPath Accumulation = new("training", "accumulation");

    /// <summary>Sequences of one step over all devices and passes.</summary>
    public static readonly KeyPath GlobalBatch = new("training", "global_batch");

    /// <summary>Devices that each take a batch of their own.</summary>
    public static readonly KeyPath Devices = new("hardware", "count");

    /// <summary>Sequences that are a part of a batch stated beside them.</summary>
    public static readonly KeyPath BatchPart = new("training", "batch_part");

    /// <summary>Copies of the model, each with a batch of its own.</summary>
    public static readonly KeyPath Copies = new("hardware", "copies");

    /// <summary>Machines with several devices each.</summary>
    public static readonly KeyPath Nodes = new("hardware", "nodes");

    public static readonly KeyPath DevicesPerNode = new("hardware", "devices_per_node");

    /// <summary>Devices that share one copy of the model.</summary>
    public static readonly KeyPath TensorParallel = new("training", "tensor_parallel");

    public static readonly KeyPath PipelineParallel = new("training", "pipeline_parallel");
    public static readonly KeyPath ContextParallel = new("training", "context_parallel");

    /// <summary>Steps of what code calls an epoch, which need not be a pass over the data.</summary>
    public static readonly KeyPath StepsPerEpoch = new("training", "steps_per_epoch");

    public static readonly KeyPath Architecture = new("model", "architecture");
    public static readonly KeyPath Layers = new("model", "layers");
    public static readonly KeyPath DecoderLayers = new("model", "decoder_layers");
    public static readonly KeyPath Width = new("model", "hidden_size");
    public static readonly KeyPath Heads = new("model", "attention_heads");
    public static readonly KeyPath KeyValueHeads = new("model", "key_value_heads");
    public static readonly KeyPath HeadSize = new("model", "head_size");
    public static readonly KeyPath FeedForward = new("model", "intermediate_size");

    /// <summary>The inner width of the feed-forward, in widths of the model.</summary>
    public static readonly KeyPath FeedForwardRatio = new("model", "expansion_ratio");

    public static readonly KeyPath Vocabulary = new("model", "vocabulary_size");
    public static readonly KeyPath PaddedVocabulary = new("model", "padded_vocabulary_size");
    public static readonly KeyPath SlidingWindow = new("model", "sliding_window");
    public static readonly KeyPath Experts = new("model", "experts");
    public static readonly KeyPath ActiveExperts = new("model", "active_experts");
    public static readonly KeyPath SharedExperts = new("model", "shared_experts");
    public static readonly KeyPath ExpertFeedForward = new("model", "expert_intermediate_size");
    public static readonly KeyPath Context = new("model", "context_length");
    public static readonly KeyPath SequenceLength = new("training", "sequence_length");
    public static readonly KeyPath BatchTokens = new("training", "batch_tokens");
    public static readonly KeyPath Steps = new("training", "steps");
    public static readonly KeyPath LearningRate = new("training", "learning_rate");
    public static readonly KeyPath WeightDecay = new("training", "weight_decay");
    public static readonly KeyPath Dropout = new("training", "dropout");
    public static readonly KeyPath WarmupSteps = new("training", "warmup_steps");
    public static readonly KeyPath Schedule = new("training", "schedule");
    public static readonly KeyPath Tokens = new("data", "tokens");
    public static readonly KeyPath UniqueTokens = new("data", "unique_tokens");
    public static readonly KeyPath Epochs = new("data", "epochs");

    public override string ToString() => Section + "." + Key;
}
