using System.Text;
using ScalingSdk.Planning;
using ScalingSdk.Text;
using ScalingSdk.Tool.Formats;

namespace ScalingSdk.Tool.Plans;

/// <summary>The tables of a plan that stand below its figures: sizes to a loss, batch against time, shapes.</summary>
internal static partial class MoreTables
{
    public const string SizesToLoss = "sizes_to_loss";

    /// <summary>Those of an explanation.</summary>
    public static IReadOnlyList<string> All { get; } = [SizesToLoss, "batch_tradeoff", "batch_schedule", "shapes", "vocabulary", "tasks"];

    public static void Write(TrainingPlan plan, StringBuilder text)
    {
        foreach (var table in Tables(plan, All))
        {
            text.Append("\n**").Append(Markdown.Cell(table.Title)).Append("**\n\n");
            Markdown.Table(text, Headers(table), Rows(table), [.. Enumerable.Range(0, table.Columns.Count)]);
        }
    }

    private static IEnumerable<PlanTable> Tables(TrainingPlan plan, IReadOnlyList<string> keys) =>
        plan.Tables.Where(table => keys.Contains(table.Key, StringComparer.Ordinal));

    private static string[] Headers(PlanTable table) => [.. table.Columns.Select(static column => column.Title)];

    private static IEnumerable<IReadOnlyList<string>> Rows(PlanTable table) =>
        table.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select((cell, column) => Text(cell, table.Columns[column]))]);

    // A width or a number of layers is typed into a spec: to the last digit.
    private static string Text(PlanCell cell, PlanColumn column) =>
        column.Unit.Length == 0 && cell.Number is { } number && number.Equals(Math.Round(number)) ? NumberText.Grouped((long)number) : cell.ToString();
}
