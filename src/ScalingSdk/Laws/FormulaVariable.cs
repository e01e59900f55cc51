namespace ScalingSdk.Laws;

/// <summary>What a variable of a law that is a formula means in a plan.</summary>
public enum FormulaMeaning
{
    /// <summary>The parameters that a token passes through, embeddings included.</summary>
    Parameters,

    /// <summary>Training tokens.</summary>
    Tokens,

    /// <summary>Training compute, 6 N D, in FLOP.</summary>
    Compute,

    /// <summary>Routed experts of a layer; 1 in a dense model.</summary>
    Experts,

    /// <summary>Tokens of a batch.</summary>
    Batch,

    /// <summary>The peak learning rate.</summary>
    LearningRate,

    /// <summary>Rows of the vocabulary.</summary>
    Vocabulary,
}

/// <summary>A variable of a law that is a formula.</summary>
/// <param name="Symbol">Its symbol in the formula.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Range">The least and the most of the runs.</param>
/// <param name="Fixed">The value that it has in every question; null where the question gives it, or where it is free.</param>
public sealed record FormulaVariable(string Symbol, FormulaMeaning Meaning, Bounds Range, double? Fixed = null)
{
    private const string NoUnit = "";

    /// <summary>True for what a plan chooses: it has the value of the least loss inside the range of the runs.</summary>
    internal bool IsFree => Fixed is null && Meaning is not (FormulaMeaning.Parameters or FormulaMeaning.Tokens or FormulaMeaning.Compute);

    internal Symbol AsSymbol => new(Symbol, Meaning switch
    {
        FormulaMeaning.Parameters => Laws.Symbol.N.Unit,
        FormulaMeaning.Tokens => Laws.Symbol.D.Unit,
        FormulaMeaning.Compute => Laws.Symbol.C.Unit,
        FormulaMeaning.Batch => Laws.Symbol.B.Unit,
        _ => NoUnit,
    });

    /// <summary>What a law file and messages call it.</summary>
    internal static string Name(FormulaMeaning meaning) => meaning switch
    {
        FormulaMeaning.Parameters => "parameters",
        FormulaMeaning.Tokens => "tokens",
        FormulaMeaning.Compute => "compute",
        FormulaMeaning.Experts => "experts",
        FormulaMeaning.Batch => "batch_tokens",
        FormulaMeaning.LearningRate => "learning_rate",
        _ => "vocabulary",
    };
}
