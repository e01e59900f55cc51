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
            || (choice.Has(RunField.UniqueTokens) && choice.Has(RunField.Epochs))
            || (choice.Has(RunField.Ratio) && (size || choice.Has(RunField.Compute)));
        var known = (size ? 1 : 0) + (tokens ? 1 : 0) + (choice.Has(RunField.Compute) ? 1 : 0);
        if (choice.Has(RunField.Loss) && known >= 2)
            return null;
        var found = $"the columns are '{ColumnChoice.Listed(table.Headers)}'";
        if (!choice.Has(RunField.Loss))
        {
            if (table.Headers.FirstOrDefault(LossNames.IsPerCharacter) is { } characters)
                return $"'{Text.Excerpt.Of(characters)}' is in bits per character: a law needs the loss per token; where the text is ASCII, state it with the bytes of a token: --column \"loss={characters}[bpb]\" --bytes-per-token 4.5";
            if (table.Lists.FirstOrDefault(LossNames.IsLoss) is { } list)
                return $"'{Text.Excerpt.Of(list)}' holds a list, the points of a run: write its last value, or one row for each point with the run's name, a step and a loss";
            if (table.Headers.Contains("L", StringComparer.Ordinal))
                found += "; if 'L' is the loss, state it: --column loss=L";
            return table.Headers.Where(LossNames.IsPerplexity).OrderBy(LossNames.KindOf).FirstOrDefault() is { } perplexity
                ? $"'{Text.Excerpt.Of(perplexity)}' is a perplexity; a law needs its logarithm, the loss in nats per token: if it is per token, --column \"loss={perplexity}[ppl]\" takes its logarithm"
                : $"no column holds a loss; {found}{(found.Holds("loss=L") ? "" : "; state it: --column \"loss=...\"")}";
        }

        var lacks = new List<string>();
        if (!size)
            lacks.Add(choice.Has(RunField.Name) ? "parameters (--column \"N=...\", or of each run --param NAME=124M)" : "parameters (--column \"N=...\", or --param 124M)");
        if (!tokens && table.Headers.FirstOrDefault(IsSequences) is { } sequences)
            lacks.Add($"tokens (--column \"D={sequences}[2048]\", where a sequence has 2,048)");
        else if (!tokens && table.Headers.FirstOrDefault(IsBatch) is { } batch && table.Headers.FirstOrDefault(IsLength) is { } length)
            lacks.Add($"tokens (a column 'tokens_per_step', '{batch}' times '{length}' where the batch is that of all devices, or --tokens-per-step 524288)");
        else if (!tokens)
            lacks.Add(choice.Has(RunField.Steps) ? "tokens (--column \"D=...\", or --tokens-per-step 524288)" : "tokens (--column \"D=...\")");
        return $"it lacks {string.Join(" and ", lacks)}; {found}";
    }

    private static bool IsBatch(string header) => ColumnNames.Normal(header) is "batch_size" or "batch" or "bs" or "bsz" or "global_batch_size" or "train_batch_size";

    private static bool IsLength(string header) => ColumnNames.Normal(header) is "seq_len" or "seq_length" or "sequence_length" or "context_length" or "block_size" or "max_seq_len" or "ctx_len" or "n_ctx";

    private static bool IsSequences(string header) => ColumnNames.Normal(header) is "sequences" or "num_sequences" or "samples" or "consumed_samples" or "num_samples";
}
