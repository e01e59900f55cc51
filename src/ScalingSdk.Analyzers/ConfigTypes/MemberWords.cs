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

    private static readonly Dictionary<string, string> Words = new (string Meaning, string Words)[]
    {
        (Number, "number num count counts cnt n nb amount"),
        ("", "of the total network"),
        (Size, "size sizes sz dim dims dimension dimensions dimensionality width length lengths len d features units unit"),
        (Embedding, "embeddings embedding embed embeds embd emb em"),
        (Model, "model transformer"),
        (Hidden, "hidden hid hiddens"),
        ("vector", "vector channels channel"),
        ("head", "heads head"),
        ("times", "multiplier mult multiple factor expansion"),
        ("attention", "attention attn att self multi"),
        ("query", "query q queries"),
        ("keyvalue", "kv keyvalue"),
        ("key", "key"),
        ("value", "value"),
        ("group", "groups group"),
        ("layer", "layers layer blocks block depth"),
        ("coder", "decoder encoder"),
        ("vocabulary", "vocab vocabs vocabulary vocabularies voc dictionary dict"),
        ("padded", "padded"),
        ("token", "tokens token toks tok"),
        ("tokenizer", "tokenizer bpe"),
        ("word", "word"),
        ("dataset", "dataset data corpus trainset"),
        ("set", "set"),
        ("unique", "unique distinct"),
        ("in", "in"),
        ("forward", "feedforward feed forward ffn ff mlp inner intermediate fc"),
        ("context", "context ctx"),
        ("window", "window"),
        ("sliding", "sliding"),
        ("position", "positions position pos"),
        ("sequence", "sequence seq"),
        ("most", "max maximum peak"),
        ("start", "start starting initial init base"),
        ("global", "global effective"),
        ("batch", "batch"),
        ("batches", "batches"),
        ("part", "micro mini per device gpu local"),
        ("train", "train training"),
        ("epoch", "epochs epoch"),
        ("step", "steps step iterations iteration iters iter"),
        ("rate", "rate"),
        ("learning", "learning lr"),
        ("warm", "warmup warm"),
        ("up", "up"),
        ("drop", "dropout drop"),
        ("residual", "residual resid"),
        ("share", "probability prob p ratio fraction frac percent"),
        ("weight", "weight weights"),
        ("decay", "decay"),
        ("schedule", "schedule scheduler scheduling"),
        ("kind", "type kind name style"),
        ("accumulation", "accumulation accum acc accumulate"),
        ("gradient", "gradient grad gradients"),
        ("optimizer", "optimizer optim adam adamw"),
        ("expert", "expert experts"),
        ("mixture", "moe"),
        ("routed", "routed"),
        ("shared", "shared"),
        ("active", "active activated used selected"),
    }.SelectMany(static one => one.Words.Split(' ').Select(word => (Word: word, one.Meaning))).ToDictionary(static one => one.Word, static one => one.Meaning, StringComparer.Ordinal);

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
}
