namespace ScalingSdk.Laws;

/// <summary>The shape of the models of Ludziejewski et al. 2025: blocks = heads = width/64, feed-forward of 3 widths, vocabulary of 50,257.</summary>
internal static class JointMoeShape
{
    private const double Vocabulary = 50_257;
    private const double WidthPerBlock = 64;

    /// <summary>Bytes of a weight and of a cached number in bf16.</summary>
    private const double Bytes = 2;

    /// <summary>Tokens of the cache of keys and values, as in the paper's Table 2.</summary>
    private const double CachedTokens = 16_384;

    /// <summary>All parameters of a model with these active ones.</summary>
    public static double Total(double active, double experts)
    {
        var d = Width(active);
        return Embeddings(d) + ((4 + (9 * experts)) * Blocks(d) * d * d);
    }

    /// <summary>Bytes of the weights and of the cache.</summary>
    public static double Memory(double active, double experts)
    {
        var d = Width(active);
        return Bytes * (Total(active, experts) + (2 * Blocks(d) * d * CachedTokens));
    }

    /// <summary>The most active parameters that fit.</summary>
    public static double Largest(double bytes, double experts)
    {
        var (low, high) = (0.0, 40.0);
        for (var i = 0; i < 100; i++)
        {
            var middle = (low + high) / 2;
            if (Memory(Math.Exp(middle), experts) <= bytes)
                low = middle;
            else
                high = middle;
        }

        return Math.Exp(low);
    }

    private static double Blocks(double d) => d / WidthPerBlock;

    private static double Embeddings(double d) => 2 * d * Vocabulary;

    // Active parameters are 2 d V + 13 n d^2, which rises with the width.
    private static double Width(double active)
    {
        var (low, high) = (0.0, 40.0);
        for (var i = 0; i < 100; i++)
        {
            var middle = (low + high) / 2;
            var d = Math.Exp(middle);
            if (Embeddings(d) + (13 * Blocks(d) * d * d) < active)
                low = middle;
            else
                high = middle;
        }

        return Math.Exp(low);
    }
}
