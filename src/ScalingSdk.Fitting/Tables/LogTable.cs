using ScalingSdk.Fitting.Data;

namespace ScalingSdk.Fitting.Tables;

/// <summary>A row as a file holds it.</summary>
/// <param name="Line">Its line, or its number where the format has no lines, from 1.</param>
/// <param name="Cells">Its text by column; null where it has none.</param>
internal readonly record struct LogRow(int Line, string?[] Cells)
{
    /// <summary>Numbers by column, where they were read without their text; NaN where a cell has to be looked at.</summary>
    internal double[]? Numbers { get; init; }

    /// <summary>True where the row has more cells than the table has columns: which cell is of which column is not known.</summary>
    internal bool IsTooLong { get; init; }

    internal double? Number(int column) => Numbers is { } numbers && column < numbers.Length && !double.IsNaN(numbers[column]) ? numbers[column] : null;

    internal string? Cell(int column) => column >= 0 && column < Cells.Length && Cells[column] is { Length: > 0 } text ? text : null;
}

/// <summary>What every format becomes: named columns and rows of text.</summary>
/// <param name="Format">The format, as a reader of the output knows it.</param>
/// <param name="Headers">The names of the columns.</param>
/// <param name="Rows">The rows, read as they are asked for.</param>
internal sealed record LogTable(string Format, IReadOnlyList<string> Headers, IEnumerable<LogRow> Rows)
{
    /// <summary>True for the log of one training run: its rows are points of a curve.</summary>
    internal bool IsCurve { get; init; }

    /// <summary>N where the log itself states it.</summary>
    internal double? Parameters { get; init; }

    /// <summary>The tokens of a step where the log itself states them.</summary>
    internal double? TokensPerStep { get; init; }

    /// <summary>The sequences of a step, where the log states them and not the tokens.</summary>
    internal double? SequencesPerStep { get; init; }

    /// <summary>Reads the rows with some of their cells alone, where that costs less; null where it does not.</summary>
    internal Func<ISet<int>, ISet<int>, IEnumerable<LogRow>>? Some { get; init; }

    /// <summary>The rows with at least these cells: of text, and of numbers, which may come without their text and hold until the next row is read.</summary>
    internal IEnumerable<LogRow> RowsWith(ISet<int> texts, ISet<int> numbers) => Some?.Invoke(texts, numbers) ?? Rows;

    /// <summary>Other rows under the same columns.</summary>
    internal LogTable With(IEnumerable<LogRow> rows) => this with { Rows = rows, Some = null };

    /// <summary>Names whose values are lists, which no cell holds.</summary>
    internal IReadOnlyCollection<string> Lists { get; init; } = [];

    /// <summary>Rows that are not data, and why.</summary>
    internal IReadOnlyList<RunNote> Notes { get; init; } = [];
}

/// <summary>A table, or why a file has none.</summary>
internal readonly record struct TableReading(LogTable? Table, string? Refusal)
{
    internal static TableReading Refuse(string why) => new(null, why);

    public static implicit operator TableReading(LogTable table) => new(table, null);
}
