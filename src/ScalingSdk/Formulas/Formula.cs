using ScalingSdk.Text;

namespace ScalingSdk.Formulas;

/// <summary>One equation of a formula: what it predicts, and from what.</summary>
/// <param name="Target">The name left of '='.</param>
/// <param name="Right">The tree right of it.</param>
internal sealed record FormulaEquation(string Target, FormulaTerm Right);

/// <summary>A law as a text: one or several equations, and bounds of constants.</summary>
/// <example><c>L = E + A/N^alpha + B/D^beta, A > 0, 0 &lt; alpha &lt; 2</c></example>
public sealed class Formula
{
    /// <summary>The most equations, constants and columns together.</summary>
    private const int MostSymbols = 200;

    private Formula(string text, IReadOnlyList<FormulaEquation> equations, IReadOnlyDictionary<string, FormulaBound> bounds)
    {
        Text = text;
        Equations = equations;
        Bounds = bounds;
        Symbols = [.. FormulaTerm.Symbols(equations.Select(static equation => equation.Right)).Select(static symbol => symbol.Name)];
    }

    /// <summary>The formula as it was written.</summary>
    public string Text { get; }

    /// <summary>The left-hand sides: 'L' for a loss, several for a joint fit.</summary>
    public IReadOnlyList<string> Targets => [.. Equations.Select(static equation => equation.Target)];

    /// <summary>The names on the right-hand sides, in order of appearance: columns and constants.</summary>
    public IReadOnlyList<string> Symbols { get; }

    /// <summary>The stated bounds of constants.</summary>
    public IReadOnlyDictionary<string, FormulaBound> Bounds { get; }

    internal IReadOnlyList<FormulaEquation> Equations { get; }

    /// <summary>Reads a formula.</summary>
    /// <exception cref="FormulaException">The text is not a formula; the exception says at which character.</exception>
    public static Formula Parse(string text)
    {
        var parser = new FormulaParser(text);
        var equations = new List<FormulaEquation>();
        var bounds = new Dictionary<string, FormulaBound>(StringComparer.Ordinal);
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        var isNamed = true;
        if (parser.AtEnd)
            throw parser.Error("the formula is empty; write one such as 'L = E + A/N^alpha'", 0);
        do
        {
            if (parser.IsCallBeforeEquals())
                throw parser.Error($"left of '=' stands the name alone: '{parser.Peek().Text} = ...'", parser.Peek(1).Position);
            if (parser.AtEnd && equations.Count > 0)
                throw parser.Error("expected an equation or a bound after ','", parser.Peek().Position);
            if (parser.Peek().Kind == TokenKind.Name && parser.Peek(1).Is("="))
                AddEquation(parser, equations);
            else if (BoundClause.TryRead(parser, out var name, out var bound, out var position))
            {
                bounds[name] = bounds.TryGetValue(name, out var earlier) ? earlier.And(bound) : bound;
                positions[name] = position;
            }
            else if (equations.Count == 0)
            {
                equations.Add(Unnamed(parser.Sum()));
                isNamed = false;
            }
            else
                throw parser.Error("expected an equation such as 'L2 = ...' or a bound such as 'A > 0'", parser.Peek().Position);
        }
        while (parser.TryTake(","));

        if (!parser.AtEnd)
            throw parser.Unexpected(isNamed);
        if (equations.Count == 0)
            throw parser.Error("a formula needs an equation, such as 'L = E + A/N^alpha'", 0);
        var formula = new Formula(text, equations, bounds);
        formula.Check(parser, positions);
        return formula;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static void AddEquation(FormulaParser parser, List<FormulaEquation> equations)
    {
        var target = parser.Take();
        if (FormulaParser.FunctionNames.Contains(target.Text, StringComparer.Ordinal))
            throw parser.Error($"'{target.Text}' is a function and cannot be predicted", target.Position);
        if (equations.Exists(equation => string.Equals(equation.Target, target.Text, StringComparison.Ordinal)))
            throw parser.Error($"'{target.Text}' has two equations", target.Position);
        parser.Take();
        if (parser.Peek().Is("="))
            throw parser.Error("write one '='", parser.Peek().Position);
        equations.Add(new(target.Text, parser.Sum()));
    }

    // 'E + A/N^alpha' predicts a loss; where L is a constant, y.
    private static FormulaEquation Unnamed(FormulaTerm right) =>
        new(FormulaTerm.Symbols([right]).Any(static symbol => symbol.Name is "L") ? "y" : "L", right);

    private void Check(FormulaParser parser, Dictionary<string, int> positions)
    {
        foreach (var bound in Bounds)
        {
            if (!Symbols.Contains(bound.Key, StringComparer.Ordinal))
                throw parser.Error($"'{bound.Key}' has a bound but is not in the formula", positions[bound.Key]);
            if (!(bound.Value.Low < bound.Value.High))
                throw parser.Error($"the bounds of '{bound.Key}' leave it no value", positions[bound.Key]);
        }

        foreach (var (name, position) in FormulaTerm.Symbols(Equations.Select(static equation => equation.Right)))
        {
            if (Equations.FirstOrDefault(equation => string.Equals(equation.Target, name, StringComparison.Ordinal)) is { } own)
                throw parser.Error(own.Right.Kind == TermKind.Number ? $"'{name}' has one value: write the number in its place" : $"'{name}' is predicted and cannot predict", position);
        }

        if (Symbols.Count + Equations.Count > MostSymbols)
            throw parser.Error($"a formula has at most {NumberText.Grouped(MostSymbols)} names", 0);
    }
}
