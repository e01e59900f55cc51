using ScalingSdk.Fitting.Tables;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting.Reading;

/// <summary>Rows of one size and one number of tokens that differ in the learning rate: a search, of which a law wants the best.</summary>
internal static class SearchedRates
{
    private const int MostRows = 100_000;

    /// <summary>The sentence that says so; null where no rate was searched.</summary>
    internal static string? Of(LogTable table, ColumnChoice choice)
    {
        if (!choice.Columns.TryGetValue(RunField.LearningRate, out var rate) || !choice.Columns.TryGetValue(RunField.Parameters, out var size))
            return null;
        var tokens = choice.Columns.TryGetValue(RunField.Tokens, out var stated) ? stated.Index : choice.Columns.TryGetValue(RunField.Steps, out var steps) ? steps.Index : -1;
        var cells = table.RowsWith(new HashSet<int> { rate.Index, size.Index, tokens }, new HashSet<int>()).Take(MostRows).GroupBy(row => (row.Cell(size.Index), row.Cell(tokens)))
            .Count(cell => cell.Select(row => row.Cell(rate.Index)).OfType<string>().Distinct(StringComparer.Ordinal).Skip(1).Any());
        return cells == 0 ? null
            : $"{NumberText.Grouped(cells)} pairs of size and tokens have runs of several '{Excerpt.Of(rate.Header)}', and all are fitted; --best-of size,tokens keeps the lowest loss of each";
    }
}
