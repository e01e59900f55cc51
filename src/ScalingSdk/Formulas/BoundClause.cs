namespace ScalingSdk.Formulas;

/// <summary>Reads 'A > 0', '0 &lt; alpha &lt; 2' and '-1 &lt;= b'. Strict and not strict mean the same: an optimum at the bound is named.</summary>
internal static class BoundClause
{
    internal static bool TryRead(FormulaParser parser, out string name, out FormulaBound bound, out int position)
    {
        (name, bound, position) = ("", FormulaBound.None, parser.Peek().Position);
        if (!IsBound(parser))
            return false;
        double? first = null;
        if (parser.Peek().Kind != TokenKind.Name)
        {
            first = Number(parser);
            bound = Narrow(bound, Flip(Comparison(parser)), first.Value);
        }

        var symbol = parser.Take();
        if (symbol.Kind != TokenKind.Name)
            throw parser.Error($"expected the name of a constant instead of {symbol}", symbol.Position);
        (name, position) = (symbol.Text, symbol.Position);
        if (first is null || IsComparison(parser.Peek()))
            bound = Narrow(bound, Comparison(parser), Number(parser));
        return true;
    }

    // A comparison before the next comma at this depth.
    private static bool IsBound(FormulaParser parser)
    {
        var depth = 0;
        for (var ahead = 0; ; ahead++)
        {
            var token = parser.Peek(ahead);
            if (token.Kind == TokenKind.End || (depth == 0 && token.Is(",")))
                return false;
            if (IsComparison(token))
                return true;
            depth += token.Is("(") ? 1 : token.Is(")") ? -1 : 0;
        }
    }

    private static bool IsComparison(FormulaToken token) => token.Is("<") || token.Is(">") || token.Is("<=") || token.Is(">=");

    private static string Comparison(FormulaParser parser)
    {
        var token = parser.Take();
        return IsComparison(token) ? token.Text.Substring(0, 1) : throw parser.Error($"expected '<' or '>' instead of {token}", token.Position);
    }

    private static string Flip(string comparison) => string.Equals(comparison, "<", StringComparison.Ordinal) ? ">" : "<";

    private static double Number(FormulaParser parser)
    {
        var negative = parser.TryTake("-");
        var token = parser.Take();
        if (token.Kind != TokenKind.Number)
            throw parser.Error($"expected a number instead of {token}; a bound compares one constant with numbers", token.Position);
        return negative ? -token.Value : token.Value;
    }

    private static FormulaBound Narrow(FormulaBound bound, string comparison, double value) =>
        bound.And(string.Equals(comparison, "<", StringComparison.Ordinal) ? new(double.NegativeInfinity, value) : new(value, double.PositiveInfinity));
}
