using ScalingSdk.Fitting.Tables;

namespace ScalingSdk.Fitting.Reading;

/// <summary>The rows of a table that meet every stated condition, and how many do not.</summary>
internal static class FilteredRows
{
    /// <summary>The table with these rows alone, or why a condition is none.</summary>
    internal static (LogTable Table, int LeftOut, string? Problem) Of(LogTable table, IReadOnlyList<string> where)
    {
        if (where.Count == 0)
            return (table, 0, null);
        var filters = where.Select(text => RowFilter.Parse(text, table.Headers)).ToList();
        if (filters.Find(static filter => filter.Problem is not null).Problem is { } wrong)
            return (table, 0, wrong);
        var (kept, all) = (new List<LogRow>(), 0);
        foreach (var row in table.Rows)
        {
            all++;
            if (filters.TrueForAll(filter => filter.Filter!.Holds(row)))
                kept.Add(row);
        }

        return (table.With(kept), all - kept.Count, null);
    }
}
