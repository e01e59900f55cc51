namespace ScalingSdk.Fitting.Tables;

/// <summary>What was done to values before they were written.</summary>
internal enum ColumnScale
{
    Linear,
    Log10,
    Log2,
    Ln,

    /// <summary>A perplexity per token, whose natural logarithm is the loss.</summary>
    Perplexity,
}
