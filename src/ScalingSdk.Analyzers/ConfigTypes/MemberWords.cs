namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>The words that a member's name is made of, each as one of a few: "NumAttentionHeads" and "n_attn_heads" are the same three.</summary>
internal static class MemberWords
{
    public const string Number = "number";
    public const string Size = "size";
    public const string Embedding = "embedding";
    public const string Model = "model";
    public const string Hidden = "hidden";

    private const int LongestWord = 14;
    private const int LongestName = 48;

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal);

    static MemberWords()
    {
        Add(Number, "number", "num", "count", "counts", "n", "nb", "amount");
        Add("", "of", "the", "total", "network");
        Add(Size, "size", "sizes", "sz", "dim", "dims", "dimension", "dimensions", "dimensionality", "width", "length", "len", "d", "features", "units", "unit");
        Add(Embedding, "embeddings", "embedding", "embed", "embeds", "embd", "emb", "em");
        Add(Model, "model", "transformer");
        Add(Hidden, "hidden", "hid", "hiddens");
        Add("vector", "vector", "channels", "channel");
        Add("head", "heads", "head");
        Add("attention", "attention", "attn", "att", "self", "multi");
        Add("query", "query", "q", "queries");
        Add("keyvalue", "kv", "keyvalue", "key", "value");
        Add("group", "groups", "group");
        Add("layer", "layers", "layer", "blocks", "block", "depth");
        Add("coder", "decoder", "encoder");
        Add("vocabulary", "vocab", "vocabulary", "voc", "dictionary", "dict");
        Add("token", "tokens", "token", "toks", "tok");
        Add("forward", "feedforward", "feed", "forward", "ffn", "ff", "mlp", "inner", "intermediate", "fc");
        Add("context", "context", "ctx", "window");
        Add("position", "positions", "position", "pos");
        Add("sequence", "sequence", "seq");
        Add("most", "max", "maximum", "peak");
        Add("global", "global", "effective");
        Add("batch", "batch");
        Add("part", "micro", "mini", "per", "device", "gpu", "train", "training");
        Add("epoch", "epochs", "epoch");
        Add("step", "steps", "step", "iterations", "iteration", "iters", "iter");
        Add("rate", "rate");
        Add("learning", "learning", "lr");
        Add("warm", "warmup", "warm");
        Add("up", "up");
        Add("drop", "dropout", "drop");
        Add("share", "probability", "prob", "p", "ratio", "fraction");
        Add("weight", "weight", "weights");
        Add("decay", "decay");
        Add("schedule", "schedule", "scheduler", "scheduling");
        Add("kind", "type", "kind", "name", "style");
        Add("accumulation", "accumulation", "accum", "acc", "accumulate");
        Add("gradient", "gradient", "grad", "gradients");
    }

    /// <summary>The meanings of a name's words; null where one is none of these.</summary>
    /// <param name="name">A name in small letters without underscores.</param>
    public static HashSet<string>? Of(string name)
    {
        if (name.Length > LongestName)
            return null;

        // The fewest words that make up the name: "numheads" is num and heads.
        var fewest = new int[name.Length + 1];
        var last = new string?[name.Length + 1];
        for (var end = 1; end <= name.Length; end++)
        {
            fewest[end] = int.MaxValue;
            for (var start = Math.Max(0, end - LongestWord); start < end; start++)
            {
                if (fewest[start] == int.MaxValue || fewest[start] + 1 >= fewest[end] || !Words.ContainsKey(name.Substring(start, end - start)))
                    continue;
                fewest[end] = fewest[start] + 1;
                last[end] = name.Substring(start, end - start);
            }
        }

        if (fewest[name.Length] == int.MaxValue)
            return null;
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var end = name.Length; end > 0; end -= last[end]!.Length)
            words.Add(Words[last[end]!]);
        words.Remove("");
        return words;
    }

    private static void Add(string meaning, params string[] words)
    {
        foreach (var word in words)
            Words.Add(word, meaning);
    }
}
