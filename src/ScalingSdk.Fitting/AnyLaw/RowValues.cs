using ScalingSdk.Formulas;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting.AnyLaw;

/// <summary>Whether the terms of a formula that no constant is in have a value on each row: where one has none, no constants make the law fit.</summary>
internal sealed class RowValues(Formula formula, IReadOnlyDictionary<string, string> columns, RunTable table)
{
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
                Refuse("the logarithm", term.Operands[0], static value => value <= 0);
                break;
            case TermKind.Sqrt when known[0]:
                Refuse("the root", term.Operands[0], static value => value < 0);
                break;
            case TermKind.Divide when known[1]:
                Refuse("a division by", term.Operands[1], static value => value == 0);
                break;
            case TermKind.Power when known[0] && IsFractional(term.Operands[1]):
                Refuse("a power", term.Operands[0], static value => value < 0);
                break;
        }

        if (isKnown && term.Operands.Count > 0)
            Refuse("", term, static value => double.IsInfinity(value));
        return isKnown;
    }

    private void Refuse(string what, FormulaTerm operand, Predicate<double> isWrong)
    {
        for (var row = 0; row < table.Count; row++)
        {
            var value = At(operand, row);
            if (!isWrong(value))
                continue;
            var of = operand.Kind == TermKind.Symbol ? $" {(what.EndsWith("by", StringComparison.Ordinal) ? "" : "of ")}'{operand.Name}'" : what.EndsWith("by", StringComparison.Ordinal) ? " this term" : what.Length > 0 ? " of this term" : "this term";
            var where = operand.Kind == TermKind.Symbol ? $"'{columns[operand.Name]}' is {NumberText.Compact(value)}" : double.IsInfinity(value) ? "it is larger than any number" : $"it is {NumberText.Compact(value)}";
            throw new FormulaException($"{what}{of} has no value where {where} (row {NumberText.Grouped(row + 1)} of '{table.Source}')", formula.Text, operand.Position);
        }
    }

    private double At(FormulaTerm term, int row)
    {
        double Operand(int i) => At(term.Operands[i], row);
        return term.Kind switch
        {
            TermKind.Number => term.Value,
            TermKind.Symbol => table[columns[term.Name]][row],
            TermKind.Add => Operand(0) + Operand(1),
            TermKind.Subtract => Operand(0) - Operand(1),
            TermKind.Multiply => Operand(0) * Operand(1),
            TermKind.Divide => Operand(0) / Operand(1),
            TermKind.Power => Math.Pow(Operand(0), Operand(1)),
            TermKind.Negate => -Operand(0),
            TermKind.Exp => Math.Exp(Operand(0)),
            TermKind.Log => Math.Log(Operand(0)),
            TermKind.Log10 => Math.Log10(Operand(0)),
            TermKind.Sqrt => Math.Sqrt(Operand(0)),
            TermKind.Abs => Math.Abs(Operand(0)),
            TermKind.Min => Math.Min(Operand(0), Operand(1)),
            TermKind.Max => Math.Max(Operand(0), Operand(1)),
            TermKind.Tanh => Math.Tanh(Operand(0)),
            _ => Math.Max(Operand(0), 0) + Math.Log(1 + Math.Exp(-Math.Abs(Operand(0)))),
        };
    }

    // An exponent that is fitted, or one that is no whole number.
    private static bool IsFractional(FormulaTerm exponent) => exponent.Kind switch
    {
        TermKind.Number => exponent.Value != Math.Floor(exponent.Value),
        TermKind.Negate => IsFractional(exponent.Operands[0]),
        _ => true,
    };
}
