using ScalingSdk.Diagnostics;
using ScalingSdk.Fitting.Tables;
using ScalingSdk.Formulas;

namespace ScalingSdk.Fitting.AnyLaw;

/// <summary>Which symbols of a formula are columns of a table, and which are constants.</summary>
public sealed class SymbolColumns
{
    private readonly Dictionary<string, string> _columns;

    private SymbolColumns(Dictionary<string, string> columns, IReadOnlyList<string> constants) => (_columns, Constants) = (columns, constants);

    /// <summary>The constants, in order of appearance.</summary>
    public IReadOnlyList<string> Constants { get; }

    /// <summary>The column of each symbol that has one, targets included.</summary>
    public IReadOnlyDictionary<string, string> Columns => _columns;

    /// <summary>The symbols on the right-hand side that are columns.</summary>
    public IReadOnlyList<string> Variables(Formula formula) => [.. formula.Symbols.Where(_columns.ContainsKey)];

    /// <param name="formula">The formula.</param>
    /// <param name="table">The runs.</param>
    /// <param name="stated">Columns by symbol where the names do not say it: E = num_experts.</param>
    /// <param name="constants">The symbols that are constants even if a column has their name; empty lets the table decide.</param>
    /// <exception cref="FormatException">A target has no column, or nothing is left to fit.</exception>
    public static SymbolColumns Of(Formula formula, RunTable table, IReadOnlyDictionary<string, string>? stated = null, IReadOnlyCollection<string>? constants = null)
    {
        stated ??= new Dictionary<string, string>(StringComparer.Ordinal);
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var symbol in formula.Targets.Concat(formula.Symbols))
        {
            if (constants is not null && constants.Contains(symbol, StringComparer.Ordinal))
                continue;
            var column = stated.TryGetValue(symbol, out var named) ? Stated(symbol, named, table) : Named(symbol, table, isTarget: formula.Targets.Contains(symbol, StringComparer.Ordinal));
            if (column is null)
                continue;
            if (formula.Bounds.ContainsKey(symbol))
                throw new FormatException($"'{symbol}' has a bound, which is for constants, but is the column '{column}' of '{table.Source}'; leave the bound out, or give the constant another name");
            SymbolChecks.Kind(symbol, column);
            columns[symbol] = column;
        }

        foreach (var target in formula.Targets.Where(target => !columns.ContainsKey(target)))
            throw new FormatException($"no column of '{table.Source}' is '{target}'; say which with '--column {target}=NAME'; there are '{string.Join("', '", table.Columns.Take(20))}'");
        foreach (var symbol in formula.Symbols.Where(symbol => IsKnown(symbol) && !columns.ContainsKey(symbol) && !formula.Bounds.ContainsKey(symbol) && constants?.Contains(symbol, StringComparer.Ordinal) is not true))
            throw new FormatException($"'{symbol}' would be a constant: no column of '{table.Source}' has that name; say which with '--column {symbol}=NAME'{(symbol is "D" ? ", write 'C/(6*N)' for the tokens" : "")}, or '--constants {symbol}' where it is one; there are '{string.Join("', '", table.Columns.Take(20))}'");
        foreach (var name in (constants ?? []).Where(name => !formula.Symbols.Contains(name, StringComparer.Ordinal)))
            throw new FormatException($"'--constants': '{name}' is not in the formula");
        List<string> fitted = [.. formula.Symbols.Where(symbol => !columns.ContainsKey(symbol))];
        foreach (var symbol in fitted.Where(symbol => constants?.Contains(symbol, StringComparer.Ordinal) is not true && !formula.Bounds.ContainsKey(symbol)))
            SymbolChecks.Constant(symbol, columns.Values, table);
        SymbolChecks.Values(formula, columns, table);
        if (fitted.Count == 0)
            throw new FormatException("the formula has no constant to fit: each of its symbols is a column");
        if (fitted.Count == formula.Symbols.Count)
            throw new FormatException($"the formula has no variable: none of '{string.Join("', '", fitted.Take(20))}' is a column of '{table.Source}', which has '{string.Join("', '", table.Columns.Take(20))}'; say which with '--column SYMBOL=NAME'");
        return new(columns, fitted);
    }

    /// <summary>The values of a symbol's column.</summary>
    internal double[] Values(string symbol, RunTable table) => table[_columns[symbol]];

    private static string Stated(string symbol, string column, RunTable table) => table.Columns.Contains(column, StringComparer.Ordinal)
        ? column
        : throw new FormatException(Suggest.Nearest(column, table.Columns) is { } nearest
            ? $"'--column {symbol}={column}': there is no column '{column}' of numbers; did you mean '{nearest}'?"
            : $"'--column {symbol}={column}': there is no column '{column}' of numbers in '{table.Source}'; there are '{string.Join("', '", table.Columns.Take(20))}'");

    // Symbols that everybody reads as a variable.
    private static bool IsKnown(string symbol) => symbol is "N" or "D" or "C" or "U";

    // Its own name; or for N, D, C, U, L the names that logs give them.
    private static string? Named(string symbol, RunTable table, bool isTarget)
    {
        var own = table.Columns.FirstOrDefault(column => string.Equals(ColumnUnit.Name(column), symbol, StringComparison.Ordinal));
        if (own is not null || !(IsKnown(symbol) || (isTarget && symbol is "L")))
            return own;
        var field = symbol is "L" ? RunField.Loss : ColumnNames.Find(symbol).Field;
        return table.Columns.FirstOrDefault(column => ColumnNames.Find(column).Field == field);
    }
}
