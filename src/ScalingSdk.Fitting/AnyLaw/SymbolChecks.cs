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

        var rows = new RowValues(formula, columns, table);
        foreach (var equation in formula.Equations)
            rows.Check(equation.Right);
    }

    /// <exception cref="FormatException">A name that reads as a column would be fitted as a constant.</exception>
    internal static void Constant(string symbol, IEnumerable<string> used, RunTable table)
    {
        // Single letters name constants everywhere: c, a, E.
        if (symbol.Length < 2)
            return;
        if (table.TextColumns.Contains(symbol, StringComparer.Ordinal))
            throw new FormatException($"'{symbol}' is a column of text in '{table.Source}'; a formula takes columns of numbers, or give the constant another name");
        var field = ColumnNames.Find(symbol).Field;
        var meant = table.Columns.Except(used, StringComparer.Ordinal)
            .FirstOrDefault(column => string.Equals(column, symbol, StringComparison.OrdinalIgnoreCase) || (Words(field) is not null && ColumnNames.Find(column).Field == field));
        if (meant is not null)
            throw new FormatException($"'{symbol}' would be a constant; where it is the column '{meant}' of '{table.Source}', write '--column {symbol}={meant}', otherwise '--constants {symbol}'");
    }

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
