using ScalingSdk.Formulas;

namespace ScalingSdk.Laws;

/// <summary>A formula of one equation with the values of its constants, and joint draws of them.</summary>
/// <param name="Formula">The formula.</param>
/// <param name="Names">The constants.</param>
/// <param name="Values">Their values.</param>
/// <param name="Sample">Draws, each in the order of the names; empty where there are none.</param>
/// <param name="Widened">By how much intervals of the draws are widened.</param>
internal sealed record FormulaConstants(Formula Formula, IReadOnlyList<string> Names, double[] Values, IReadOnlyList<double[]> Sample, double Widened)
{
    private FormulaProgram? _program;

    /// <summary>What the formula predicts: "L", "B", "lr".</summary>
    internal string Target => Formula.Equations[0].Target;

    internal FormulaSurface Surface(IReadOnlyList<FormulaVariable> variables, double[] constants) =>
        new(_program ??= new(Formula.Equations[0].Right, [.. variables.Select(static variable => variable.Symbol), .. Names]), variables, constants);

    /// <summary>The formula as an equation: as it was written, with its constants as what the law computes with.</summary>
    internal Equation Equation(IReadOnlyList<FormulaVariable> variables)
    {
        var text = new EquationText(0, Names.Count);
        var at = 0;
        var written = Formula.Text.Substring(Start()).TrimStart();
        foreach (var token in FormulaLexer.Read(written).TakeWhile(static token => token.Kind != TokenKind.End))
        {
            if (token.Is(",") && IsOutside(written, token.Position))
                break;
            var constant = token.Kind == TokenKind.Name ? Names.ToList().IndexOf(token.Text) : -1;
            if (constant < 0)
                continue;
            Literal(text, written.Substring(at, token.Position - at));
            text.AppendFormatted(Values[constant], token.Text);
            at = token.Position + token.Text.Length;
        }

        Literal(text, written.Substring(at, End(written) - at).TrimEnd());
        return new("", new Symbol(Target, string.Equals(Target, "L", StringComparison.Ordinal) ? Symbol.L.Unit : ""), text, [.. variables.Select(static variable => variable.AsSymbol)]);
    }

    // A formula may leave its 'L =' out; a bound has a '=' of its own.
    private int Start()
    {
        var tokens = FormulaLexer.Read(Formula.Text);
        return tokens[1].Is("=") ? tokens[1].Position + 1 : 0;
    }

    private static void Literal(EquationText text, string literal)
    {
        if (literal.Length > 0)
            text.AppendLiteral(literal);
    }

    // Bounds stand behind the equation, after a comma that is in no parentheses.
    private static int End(string written)
    {
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] == ',' && IsOutside(written, i))
                return i;
        }

        return written.Length;
    }

    private static bool IsOutside(string written, int position) => written.Take(position).Count(static c => c == '(') == written.Take(position).Count(static c => c == ')');
}
