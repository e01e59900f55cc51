namespace ScalingSdk.Fitting.Tables;

/// <summary>What a column may hold.</summary>
internal enum RunField
{
    None,
    Parameters,
    Tokens,
    Compute,
    Loss,
    UniqueTokens,
    Epochs,
    Steps,
    BatchTokens,
    Experts,
    Weight,
    Corpus,
    Group,
    Name,
    State,
    Flag,
    LearningRate,
    CriticalBatch,

    /// <summary>Tokens a parameter.</summary>
    Ratio,
}
