using ScalingSdk.Planning;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Plans;

/// <content>At the terminal.</content>
internal static partial class MoreTables
{
    public static void Write(TrainingPlan plan, Page page, params IReadOnlyList<string> keys)
    {
        foreach (var table in Tables(plan, keys))
        {
            page.Blank();
            page.Heading(table.Title);
            page.Table(Headers(table), Rows(table), right: [.. Enumerable.Range(0, table.Columns.Count)]);
            page.Fact("", $"{table.Formula}; {table.Source}", labelWidth: 2);
        }
    }
}
