using ScalingSdk.Fitting.Data;

namespace ScalingSdk.Fitting.Tables;

/// <summary>What a loss was measured on, by the name of its column. A law is of the loss on text that was not trained on.</summary>
internal enum LossKind
{
    /// <summary>Held-out text: validation, evaluation, test, a named corpus.</summary>
    Evaluation,

    /// <summary>The name does not say.</summary>
    Unsaid,

    /// <summary>The training loss.</summary>
    Training,
}

/// <summary>Which names are losses.</summary>
internal static class LossNames
{
    private static readonly string[] Whole = ["ce", "nll", "cross_entropy", "bpb", "bpt", "bits_per_byte", "bits_per_token", "crossentropy"];

    // Other sums than the loss of language modelling, and columns about a loss.
    private static readonly string[] Not =
    [
        "scale", "aux", "auxiliary", "z", "balance", "balancing", "router", "std", "stderr", "sem", "min", "max", "var", "weight", "spike", "target", "ema", "steps", "count", "ratio", "delta", "lower", "upper",
        "ci", "low", "high", "se", "sd", "err", "error", "rank", "diff", "pred", "predicted", "fitted", "residual", "initial", "init",
    ];

    private static readonly string[] Training = ["train", "training", "trl"];

    private static readonly string[] Unsaid = ["lm", "final", "last", "ce", "cross", "entropy", "nll", "loss", "bpb", "bpt", "bits", "per", "byte", "token", "value", "summary", "metrics", "smoothed", "avg", "mean", "crossentropy"];

    internal static bool IsLoss(string name)
    {
        if (name.Any(static c => c is '%'))
            return false;
        var normal = ColumnNames.Normal(name);
        var words = normal.Split('_');
        return (words.Any(static word => word is "loss" or "nll") || Array.Exists(Whole, whole => string.Equals(normal, whole, StringComparison.Ordinal) || normal.EndsWith("_" + whole, StringComparison.Ordinal)))
            && !words.Any(static word => Array.IndexOf(Not, word) >= 0);
    }

    /// <summary>By the words of a name: one that is neither of training nor a plain 'loss' names what was evaluated.</summary>
    internal static LossKind KindOf(string header)
    {
        var words = ColumnNames.Normal(ColumnUnit.Name(header)).Split('_');
        return words.Any(static word => Array.IndexOf(Training, word) >= 0) ? LossKind.Training
            : words.All(static word => Array.IndexOf(Unsaid, word) >= 0) ? LossKind.Unsaid
            : LossKind.Evaluation;
    }

    /// <summary>True where the name itself says bits: <c>bits_per_byte</c>, <c>val_bpb</c>.</summary>
    internal static bool SaysBitsPerByte(string header)
    {
        var normal = ColumnNames.Normal(ColumnUnit.Name(header));
        return normal.Holds("bits_per_byte") || normal.Split('_').Contains("bpb", StringComparer.Ordinal);
    }

    /// <summary>True for bits per character, which are bits per byte of ASCII alone.</summary>
    internal static bool IsPerCharacter(string header) =>
        ColumnNames.Normal(ColumnUnit.Name(header)) is var normal && (normal.Split('_').Contains("bpc", StringComparer.Ordinal) || normal.Holds("bits_per_char"));

    /// <summary>True for a perplexity, whose logarithm is the loss.</summary>
    internal static bool IsPerplexity(string header) =>
        ColumnNames.Normal(ColumnUnit.Name(header)).Split('_').Any(static word => word is "ppl" or "perplexity" or "pplx");

    /// <summary>True for <c>bits_per_token</c>, <c>bpt</c> and <c>nll_bits</c>.</summary>
    internal static bool SaysBitsPerToken(string header)
    {
        var normal = ColumnNames.Normal(ColumnUnit.Name(header));
        return normal.Holds("bits_per_token") || normal.Split('_').Any(static word => word is "bpt" or "bits" or "bit");
    }
}
