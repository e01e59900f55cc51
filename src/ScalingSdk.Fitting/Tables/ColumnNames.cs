using System.Text;

namespace ScalingSdk.Fitting.Tables;

/// <summary>The names that tables and trainers give to columns.</summary>
internal static class ColumnNames
{
    /// <summary>The fields, the name that options and messages use first, with the names that exports use in the order of preference.</summary>
    private static readonly (RunField Field, string[] Names)[] Known =
    [
        (RunField.Parameters, ["N", "params", "parameters", "n_params", "num_params", "nparams", "param_count", "params_count", "parameter_count", "num_parameters",
            "n_parameters", "model_size", "model_params", "size", "active_params", "active_parameters", "n_active_params", "num_active_params", "params_active",
            "activated_params", "total_params", "total_parameters", "n_total_params", "num_total_params", "params_total", "non_embedding_params",
            "non_embedding_parameters", "params_non_embedding", "n_non_embedding", "num_non_embedding_params", "nonembedding_params", "scaling_params",
            "num_scaling_params", "n_total", "n_active", "n_non_emb", "n_nonemb", "non_emb_params", "params_non_emb", "params_no_embed"]),
        (RunField.Tokens, ["D", "tokens", "n_tokens", "num_tokens", "train_tokens", "training_tokens", "total_tokens", "tokens_seen", "tokens_trained", "trained_tokens",
            "tokens_processed", "seen_tokens", "consumed_tokens", "token_count", "num_input_tokens_seen", "processed_tokens"]),
        (RunField.Compute, ["C", "flops", "flop", "compute", "train_flops", "training_flops", "total_flops", "training_compute", "pf_days", "pflop_days",
            "flops_budget", "compute_budget", "budget"]),
        (RunField.Loss, ["loss"]),
        (RunField.UniqueTokens, ["unique_tokens", "unique", "u", "unique_d", "dataset_tokens"]),
        (RunField.Epochs, ["epochs", "epoch", "num_epochs"]),
        (RunField.Steps, ["steps", "step", "global_step", "train_steps", "trainer_global_step", "num_steps", "n_steps", "iteration", "iterations", "num_iterations", "iter", "current_steps", "max_steps", "train_iters"]),
        (RunField.BatchTokens, ["batch_tokens", "tokens_per_step", "tokens_per_batch", "batch_size_tokens", "tokens_per_iteration", "tokens_per_iter", "global_batch_tokens"]),
        (RunField.Experts, ["experts", "num_experts", "n_experts", "num_local_experts"]),
        (RunField.Weight, ["weight"]),
        (RunField.Corpus, ["corpus", "dataset", "data", "dataset_name", "data_source"]),
        (RunField.Group, ["group", "run_group", "cluster"]),
        (RunField.Name, ["name", "run", "run_name", "run_id", "id", "display_name"]),
        (RunField.State, ["state", "status"]),
        (RunField.Flag, ["outlier", "is_outlier", "excluded", "flagged"]),
        (RunField.LearningRate, ["lr", "learning_rate", "peak_lr", "max_lr", "best_lr", "optimal_lr"]),
        (RunField.CriticalBatch, ["critical_batch", "critical_batch_size", "critical_batch_tokens", "b_crit", "bcrit", "cbs"]),
        (RunField.Ratio, ["tokens_per_param", "tokens_per_parameter", "tpp", "d_n", "d_over_n", "dn_ratio", "param_data_ratio", "tokens_params_ratio"]),
    ];

    private static readonly char[] Separators = ['/', '.', ':'];

    /// <summary>The names of fields, as <c>--column</c> takes them.</summary>
    internal static IEnumerable<string> Fields => Known.Select(static known => known.Names[0]);

    /// <summary>The field as options and messages name it.</summary>
    internal static string Of(RunField field) => Array.Find(Known, known => known.Field == field).Names[0];

    /// <summary>
    /// The field that a header announces, and how well: the lowest rank is the best. A path such as <c>config/n_params</c> is its whole
    /// name first, then its parts from the left on.
    /// </summary>
    internal static (RunField Field, int Rank) Find(string header)
    {
        var name = ColumnUnit.Name(header);

        // Weights & Biases keeps a setting as {"value": ...}.
        if (name.EndsWith("/value", StringComparison.Ordinal) || name.EndsWith(".value", StringComparison.Ordinal))
            name = name.Substring(0, name.Length - "/value".Length);
        foreach (var part in Tails(name))
        {
            var normal = Normal(part.Text);
            foreach (var (field, names) in Known)
            {
                var rank = Array.FindIndex(names, known => string.Equals(known, normal, StringComparison.OrdinalIgnoreCase));
                if (rank >= 0 && (part.Whole || normal.Length > 2))
                    return (field, rank);
            }
        }

        if (ColumnUnit.Suffix(name) is { } suffix && Find(WithoutIn(name.Substring(0, name.TrimEnd().Length - suffix.Length - 1))) is { Field: RunField.Parameters or RunField.Tokens or RunField.UniqueTokens or RunField.BatchTokens } counted)
            return counted;
        if (LossNames.IsLoss(name))
            return (RunField.Loss, 0);
        if (ColumnUnit.IsFlops(name))
            return (RunField.Compute, 98);
        var whole = Normal(name);
        return whole.StartsWith("lr_", StringComparison.Ordinal) || whole.EndsWith("_lr", StringComparison.Ordinal) ? (RunField.LearningRate, 99) : (RunField.None, 0);
    }

    /// <summary>Small letters and digits, words joined by '_': <c>Summary: val.Loss</c> is <c>summary_val_loss</c>.</summary>
    internal static string Normal(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (!char.IsLetterOrDigit(c))
            {
                if (text.Length > 0 && text[text.Length - 1] != '_')
                    text.Append('_');
                continue;
            }

            if (char.IsUpper(c) && i > 0 && char.IsLower(name[i - 1]))
                text.Append('_');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString().TrimEnd('_');
    }

    // 'params in millions'
    private static string WithoutIn(string name) => name.EndsWith(" in", StringComparison.OrdinalIgnoreCase) || name.EndsWith("_in", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - 3) : name;

    private static IEnumerable<(string Text, bool Whole)> Tails(string name)
    {
        yield return (name, true);
        for (var at = name.IndexOfAny(Separators); at >= 0; at = name.IndexOfAny(Separators, at + 1))
            yield return (name.Substring(at + 1), false);
    }
}
