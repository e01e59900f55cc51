using ScalingSdk.Fitting.Tables;
using ScalingSdk.Formulas;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting.AnyLaw;

/// <summary>Whether columns hold what their symbols stand for, and whether the formula has a value on each row.</summary>
internal static class SymbolChecks
{
    // No schedule peaks above it; tokens, steps and parameters do.
    private const double MostLearningRate = 100;

    /// <exception cref="FormatException">A symbol that everybody reads one way has a column of another kind.</exception>
    internal static void Kind(string symbol, string column)
    {
        if (Words(ColumnNames.Find(symbol).Field) is { } meant && Words(ColumnNames.Find(column).Field) is { } held && !string.Equals(meant, held, StringComparison.Ordinal))
            throw new FormatException($"'--column {symbol}={column}': '{symbol}' stands for {meant}, but the column '{column}' holds {held}; name another column, or give the formula another symbol");
    }

    /// <exception cref="FormatException">A learning rate is none, or a function has no value on a row.</exception>
    internal static void Values(Formula formula, IReadOnlyDictionary<string, string> columns, RunTable table)
    {
        foreach (var (symbol, column) in columns.Select(static pair => (pair.Key, pair.Value)))
        {
            if (ColumnNames.Find(symbol).Field == RunField.LearningRate && table[column].Where(static value => !double.IsNaN(value)).Max() is var most && most > MostLearningRate)
                throw new FormatException($"'{symbol}' stands for a learning rate, but the column '{column}' of '{table.Source}' goes up to {NumberText.Compact(most)}; name another column with '--column {symbol}=NAME'");
        }

        foreach (var equation in formula.Equations)
            Walk(equation.Right);

        void Walk(FormulaTerm term)
        {
            foreach (var operand in term.Operands)
                Walk(operand);
            if (term.Operands.Count == 0 || term.Operands[0] is not { Kind: TermKind.Symbol, Name: var name } || !columns.TryGetValue(name, out var column))
                return;
            var (what, row) = term.Kind switch
            {
                TermKind.Log or TermKind.Log10 => ("the logarithm", Array.FindIndex(table[column], static value => value <= 0)),
                TermKind.Sqrt => ("the root", Array.FindIndex(table[column], static value => value < 0)),
                TermKind.Power when IsFractional(term.Operands[1]) => ("a power", Array.FindIndex(table[column], static value => value < 0)),
                _ => ("", -1),
            };
            if (row >= 0)
                throw new FormulaException($"{what} of '{name}' has no value where '{column}' is {NumberText.Compact(table[column][row])} (row {NumberText.Grouped(row + 1)} of '{table.Source}')", formula.Text, term.Operands[0].Position);
        }
    }

    // An exponent that is fitted, or one that is no whole number.
    private static bool IsFractional(FormulaTerm exponent) => exponent.Kind switch
    {
        TermKind.Number => exponent.Value != Math.Floor(exponent.Value),
        TermKind.Negate => IsFractional(exponent.Operands[0]),
        _ => true,
    };

    private static string? Words(RunField field) => field switch
    {
        RunField.Parameters => "parameters",
        RunField.Tokens or RunField.UniqueTokens => "tokens",
        RunField.Compute => "compute",
        RunField.Loss => "a loss",
        RunField.Experts => "experts",
        RunField.BatchTokens => "tokens of a batch",
        RunField.LearningRate => "a learning rate",
        RunField.Steps => "steps",
        RunField.Epochs => "epochs",
        _ => null,
    };
}
