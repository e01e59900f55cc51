namespace ScalingSdk.Formulas;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    Number,
    Name,
    Operator,
    End,
}

/// <summary>A number, a name, an operator or the end of a formula.</summary>
internal readonly record struct FormulaToken(TokenKind Kind, string Text, double Value, int Position)
{
    /// <summary>What a message calls it.</summary>
    public override string ToString() => Kind == TokenKind.End ? "the end of the formula" : $"'{Text}'";

    internal bool Is(string symbol) => Kind == TokenKind.Operator && string.Equals(Text, symbol, StringComparison.Ordinal);
}
