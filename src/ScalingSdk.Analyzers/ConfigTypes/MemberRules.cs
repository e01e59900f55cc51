namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>Which words make a name state a key: those that it needs, and those that it may have beside them.</summary>
internal static class MemberRules
{
    private static readonly Rule[] Rules =
    [
        new(KeyPath.Vocabulary, "vocabulary", "size number token embedding tokenizer"),
        new(KeyPath.Vocabulary, "token number", ""),
        new(KeyPath.PaddedVocabulary, "padded vocabulary", "size"),
        new(KeyPath.Width, "embedding", "size number vector hidden"),
        new(KeyPath.Width, "token embedding size", "hidden model"),
        new(KeyPath.Width, "word embedding size", ""),
        new(KeyPath.Width, "model size", "hidden embedding vector number"),
        new(KeyPath.Width, "hidden size", "number model embedding"),
        new(KeyPath.Width, "size", ""),
        new(KeyPath.Width, "vector", "size number"),
        new(KeyPath.Heads, "head", "number attention query coder"),
        new(KeyPath.KeyValueHeads, "keyvalue head", "number attention"),
        new(KeyPath.KeyValueHeads, "keyvalue group", "number attention"),
        new(KeyPath.KeyValueHeads, "query group", "number attention"),
        new(KeyPath.HeadSize, "head size", "attention part query"),
        new(KeyPath.HeadSize, "attention key size", "head"),
        new(KeyPath.Layers, "layer", "number hidden model coder"),
        new(KeyPath.Layers, "layer attention number", ""),
        new(KeyPath.FeedForward, "forward", "size number hidden vector model"),
        new(KeyPath.FeedForward, "forward layer size", "hidden model"),
        new(KeyPath.FeedForward, "hidden number", ""),
        new(KeyPath.FeedForwardRatio, "forward times", "hidden share size"),
        new(KeyPath.FeedForwardRatio, "forward share", "hidden"),
        new(KeyPath.Tokens, "token train", "number most"),
        new(KeyPath.UniqueTokens, "dataset token", "number size train unique in"),
        new(KeyPath.UniqueTokens, "train set token", "number size unique in"),
        new(KeyPath.UniqueTokens, "unique token", "number train"),
        new(KeyPath.Context, "context", "size number most token sequence model window train"),
        new(KeyPath.Context, "sequence size most", "token model train"),
        new(KeyPath.Context, "position most", "number size embedding"),
        new(KeyPath.Context, "position number", "embedding"),
        new(KeyPath.Context, "size most", ""),
        new(KeyPath.SlidingWindow, "sliding window", "size"),
        new(KeyPath.SequenceLength, "sequence size", "token train"),
        new(KeyPath.BatchSize, "batch", "size number part train"),
        new(KeyPath.GlobalBatch, "batch global", "size number part train"),
        new(KeyPath.Accumulation, "accumulation gradient", "step number batches"),
        new(KeyPath.Accumulation, "accumulation step", "number"),
        new(KeyPath.Steps, "step", "number most train"),
        new(KeyPath.WarmupSteps, "warm step", "number up learning rate train"),
        new(KeyPath.WarmupSteps, "warm", "up"),
        new(KeyPath.LearningRate, "learning", "rate most start optimizer"),
        new(KeyPath.WeightDecay, "weight decay", "optimizer rate"),
        new(KeyPath.Dropout, "drop", "rate share value hidden residual model"),
        new(KeyPath.Schedule, "schedule", "learning rate kind decay"),
        new(KeyPath.Epochs, "epoch", "number most train"),
        new(KeyPath.Experts, "expert", "number routed part mixture"),
        new(KeyPath.ActiveExperts, "expert active", "number mixture"),
        new(KeyPath.ActiveExperts, "expert part token", "number active mixture"),
        new(KeyPath.SharedExperts, "expert shared", "number mixture"),
        new(KeyPath.ExpertFeedForward, "expert forward", "size hidden mixture"),
        new(KeyPath.ExpertFeedForward, "mixture forward", "size hidden"),
    ];

    /// <summary>The key; null where no rule takes all of the words.</summary>
    public static KeyPath? Find(HashSet<string> words) => Array.Find(Rules, rule => rule.Takes(words))?.Key;

    private sealed class Rule(KeyPath key, string needed, string beside)
    {
        private readonly string[] _needed = needed.Split(' ');
        private readonly HashSet<string> _all = new(needed.Split(' ').Concat(beside.Split(' ')), StringComparer.Ordinal);

        public KeyPath Key => key;

        public bool Takes(HashSet<string> words) => words.IsSupersetOf(_needed) && words.IsSubsetOf(_all);
    }
}
