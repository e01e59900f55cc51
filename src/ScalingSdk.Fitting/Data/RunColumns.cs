using ScalingSdk.Text;

namespace ScalingSdk.Fitting.Data;

/// <summary>Which columns of a header are read: one for each field, the best named.</summary>
internal static class RunColumns
{
    internal static RunColumn?[] Choose(IReadOnlyList<string> headers, IReadOnlyDictionary<string, string> stated)
    {
        var columns = headers.Select(header => RunColumn.Of(header, stated)).ToArray();
        foreach (var same in columns.Where(static c => c is not null).GroupBy(static c => c!.Field).Where(static g => g.Skip(1).Any()).ToList())
        {
            var best = same.OrderBy(static c => c!.Rank).First();
            for (var i = 0; i < columns.Length; i++)
            {
                if (columns[i]?.Field == same.Key && !ReferenceEquals(columns[i], best))
                    columns[i] = null;
            }
        }

        return columns;
    }

    /// <summary>Why no run can come of a table with these columns; null where one can.</summary>
    internal static string? WhyUseless(RunColumn?[] columns, IReadOnlyList<string> headers)
    {
        bool Has(RunField field) => Array.Exists(columns, c => c?.Field == field);
        var tokens = Has(RunField.Tokens) || (Has(RunField.Steps) && Has(RunField.BatchTokens)) || (Has(RunField.UniqueTokens) && Has(RunField.Epochs));
        var known = (Has(RunField.Parameters) ? 1 : 0) + (tokens ? 1 : 0) + (Has(RunField.Compute) ? 1 : 0);
        if (Has(RunField.Loss) && known >= 2)
            return null;
        var lacks = Has(RunField.Loss) ? "two of parameters, tokens and compute" : "a loss";
        return $"no columns hold {lacks}: found '{Excerpt.Of(string.Join("', '", headers.Take(12)))}'; name them 'N', 'D', 'C' and 'loss', or state which they are";
    }
}
