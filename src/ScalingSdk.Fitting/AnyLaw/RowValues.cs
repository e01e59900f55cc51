using ScalingSdk.Formulas;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting.AnyLaw;

/// <summary>Whether the terms of a formula that no constant is in have a value on each row: where one has none, no constants make the law fit.</summary>
internal sealed class RowValues(Formula formula, IReadOnlyDictionary<string, string> columns, RunTable table)
{
    private readonly string[] _symbols = [.. columns.Keys];

    /// <summary>Checks a term and what it is made of, innermost first; true where no constant is in it.</summary>
    /// <exception cref="FormulaException">A term has no value on a row.</exception>
    internal bool Check(FormulaTerm term)
    {
        var known = term.Operands.Select(Check).ToList();
        var isKnown = term.Kind switch
        {
            TermKind.Number => true,
            TermKind.Symbol => columns.ContainsKey(term.Name),
            _ => known.TrueForAll(static operand => operand),
        };
        switch (term.Kind)
        {
            case TermKind.Number or TermKind.Symbol:
                break;
            case TermKind.Log or TermKind.Log10 when known[0]:
                Refuse("the logarithm of ", term.Operands[0], static value => value <= 0);
                break;
            case TermKind.Sqrt when known[0]:
                Refuse("the root of ", term.Operands[0], static value => value < 0);
                break;
            case TermKind.Divide when known[1]:
                Refuse("a division by ", term.Operands[1], static value => value == 0);
                break;
            case TermKind.Power when known[0] && IsFractional(term.Operands[1]):
                Refuse("a power of ", term.Operands[0], static value => value < 0);
                break;
        }

        if (isKnown && term.Operands.Count > 0)
            Refuse("", term, static value => double.IsInfinity(value));
        return isKnown;
    }

    private void Refuse(string what, FormulaTerm operand, Predicate<double> isWrong)
    {
        var program = new FormulaProgram(operand, _symbols);
        var (values, stack) = (new Slope[_symbols.Length], program.Stack());
        var read = Array.ConvertAll(_symbols, symbol => table[columns[symbol]]);
        for (var row = 0; row < table.Count; row++)
        {
            for (var i = 0; i < values.Length; i++)
                values[i] = new(read[i][row]);
            var value = program.At(values, stack).Value;
            if (!isWrong(value))
                continue;
            var (subject, where) = operand.Kind == TermKind.Symbol ? ($"'{operand.Name}'", $"'{columns[operand.Name]}' is {NumberText.Compact(value)}")
                : ("this term", double.IsInfinity(value) ? "it is larger than any number" : $"it is {NumberText.Compact(value)}");
            throw new FormulaException($"{what}{subject} has no value where {where} (row {NumberText.Grouped(row + 1)} of '{table.Source}')", formula.Text, operand.Position);
        }
    }

    // An exponent that is fitted, or one that is no whole number.
    private static bool IsFractional(FormulaTerm exponent) => exponent.Kind switch
    {
        TermKind.Number => exponent.Value != Math.Floor(exponent.Value),
        TermKind.Negate => IsFractional(exponent.Operands[0]),
        _ => true,
    };
}
