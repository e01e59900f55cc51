using System.Globalization;
using ScalingSdk.Text;

namespace ScalingSdk.Planning;

/// <summary>A column of a table as code of any language declares it: numbers, one for each row.</summary>
/// <param name="Name">The table's key and the column's as one name: <c>BatchScheduleTokens</c>.</param>
/// <param name="IsWhole">True for 64-bit integers; otherwise the numbers are doubles.</param>
/// <param name="Numbers">As code writes them, without suffix.</param>
/// <param name="Explanation">What hovering shows, a paragraph each, as plain text.</param>
internal sealed record ColumnConstant(string Name, bool IsWhole, IReadOnlyList<string> Numbers, IReadOnlyList<string> Explanation);

/// <summary>The tables that code gets beside the figures.</summary>
internal static class TableConstants
{
    private const double MostWhole = 9e18;

    private static readonly ColumnConstant[] NoSchedule =
    [
        .. new[] { ("BatchScheduleTokens", true), ("BatchScheduleLoss", false), ("BatchScheduleBatch", true), ("BatchScheduleSequences", true) }
            .Select(static column => new ColumnConstant(column.Item1, column.Item2, ["-1"], ["Batch schedule: no value for these numbers, so one row of -1"])),
    ];

    /// <summary>The batch schedule, column by column; one row without values where no law gives one.</summary>
    public static IReadOnlyList<ColumnConstant> BatchSchedule(TrainingPlan? plan)
    {
        if (plan is null || PlanTables.BatchSchedule(plan) is not { } table)
            return NoSchedule;
        var rows = table.Rows.TakeWhile(static row => IsWholeInCode(row)).ToList();
        return rows.Count == 0 ? NoSchedule : [.. table.Columns.Select((column, index) => Column(table, column, rows, index))];
    }

    // Loops here and below: generic code over structs and numbers would be compiled anew in every new compiler.
    private static bool IsWholeInCode(IReadOnlyList<PlanCell> row)
    {
        for (var i = 0; i < row.Count; i++)
        {
            if (!(row[i].Number < MostWhole))
                return false;
        }

        return true;
    }

    private static ColumnConstant Column(PlanTable table, PlanColumn column, List<IReadOnlyList<PlanCell>> rows, int index)
    {
        var whole = column.Unit is "tokens" or "sequences";
        var numbers = new string[rows.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            var number = rows[i][index].Number!.Value;
            numbers[i] = whole ? CodeConstant.Grouped(Math.Round(number).ToString("F0", CultureInfo.InvariantCulture)) : NumberText.Round(number);
        }

        return new(
            Figure.NameInCode(table.Key + "_" + column.Key),
            whole,
            numbers,
            [
                $"{table.Title}, {column.Title}: {column.Unit}, a row for each doubling of the batch; the first row holds before its tokens too",
                $"Formula: {table.Formula}",
                $"Source: {table.Source}",
            ]);
    }
}
