using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Tables;

namespace ScalingSdk.Fitting.Reading;

/// <summary>Whether a table holds runs, or the points of one.</summary>
internal static class CurveShape
{
    /// <summary>True where the rows are points of one run: steps and losses, and nothing that tells one run from another.</summary>
    internal static bool IsOneRun(LogTable table, ColumnChoice choice) =>
        choice.Has(RunField.Loss) && (choice.Has(RunField.Steps) || choice.Has(RunField.Tokens)) && (table.IsCurve
        || (choice.Has(RunField.Steps) && !choice.Has(RunField.Parameters) && !choice.Has(RunField.Name) && !choice.Has(RunField.Compute)));

    /// <summary>Why no run can come of a table with these columns; null where one can.</summary>
    internal static string? WhyUseless(LogTable table, ColumnChoice choice, RunReaderOptions options)
    {
        var size = choice.Has(RunField.Parameters) || options.Parameters is not null || options.ParametersByName.Count > 0 || table.Parameters is not null;
        var tokens = choice.Has(RunField.Tokens)
            || (choice.Has(RunField.Steps) && (choice.Has(RunField.BatchTokens) || options.TokensPerStep is not null || table.TokensPerStep is not null))
            || (choice.Has(RunField.UniqueTokens) && choice.Has(RunField.Epochs));
        var known = (size ? 1 : 0) + (tokens ? 1 : 0) + (choice.Has(RunField.Compute) ? 1 : 0);
        if (choice.Has(RunField.Loss) && known >= 2)
            return null;
        var found = $"the columns are '{ColumnChoice.Listed(table.Headers)}'";
        if (!choice.Has(RunField.Loss))
            return table.Headers.FirstOrDefault(LossNames.IsPerplexity) is { } perplexity
                ? $"'{Text.Excerpt.Of(perplexity)}' is a perplexity; a law needs its logarithm, the loss in nats per token: add that column"
                : $"no column holds a loss; {found}; state it: --column \"loss=...\"";
        var lacks = new List<string>();
        if (!size)
            lacks.Add(choice.Has(RunField.Name) ? "parameters (--column \"N=...\", or of each run --param NAME=124M)" : "parameters (--column \"N=...\", or --param 124M)");
        if (!tokens)
            lacks.Add(choice.Has(RunField.Steps) ? "tokens (--column \"D=...\", or --tokens-per-step 524288)" : "tokens (--column \"D=...\")");
        return $"it lacks {string.Join(" and ", lacks)}; {found}";
    }
}
