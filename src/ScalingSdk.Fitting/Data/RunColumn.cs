using ScalingSdk.Quantities;
using ScalingSdk.Quantities.Units;

namespace ScalingSdk.Fitting.Data;

/// <summary>A column of the data: what it holds, and what its unit multiplies.</summary>
internal sealed record RunColumn(RunField Field, string Header, double Factor, ParameterConvention? Convention = null)
{
    /// <summary>The names that training logs use, in the order in which they are preferred.</summary>
    private static readonly (RunField Field, string[] Names)[] Known =
    [
        (RunField.Parameters, ["n", "params", "parameters", "n_params", "num_params", "nparams", "param_count", "num_parameters", "n_parameters", "model_size",
            "total_params", "total_parameters", "active_params", "active_parameters", "non_embedding_params", "non_embedding_parameters",
            "params_non_embedding", "size"]),
        (RunField.Tokens, ["d", "tokens", "n_tokens", "num_tokens", "train_tokens", "training_tokens", "total_tokens", "tokens_seen", "tokens_trained", "t"]),
        (RunField.Compute, ["c", "flops", "flop", "compute", "train_flops", "training_flops", "total_flops", "training_compute", "pf_days", "pflop_days"]),
        (RunField.Loss, ["loss", "val_loss", "validation_loss", "eval_loss", "final_loss", "final_val_loss", "test_loss", "loss_val",
            "train_loss", "training_loss", "cross_entropy", "ce", "l", "bits_per_token"]),
        (RunField.UniqueTokens, ["unique", "unique_tokens", "u", "unique_d"]),
        (RunField.Epochs, ["epochs", "epoch", "num_epochs"]),
        (RunField.Steps, ["steps", "step", "global_step", "train_steps", "s", "trainer_global_step"]),
        (RunField.BatchTokens, ["batch_tokens", "tokens_per_step", "tokens_per_batch", "batch_size_tokens"]),
        (RunField.Experts, ["experts", "num_experts", "n_experts"]),
        (RunField.Weight, ["weight", "w"]),
        (RunField.Corpus, ["corpus", "dataset", "data"]),
        (RunField.Group, ["group", "run_group", "cluster"]),
        (RunField.Name, ["name", "run", "run_name", "run_id", "id"]),
        (RunField.State, ["state", "status"]),
        (RunField.Flag, ["outlier", "is_outlier", "excluded"]),
    ];

    /// <summary>The column that a header announces, by its name and the unit in it; null where no field has that name.</summary>
    internal static RunColumn? Of(string header, IReadOnlyDictionary<string, string> stated)
    {
        foreach (var pair in stated)
        {
            if (string.Equals(pair.Value, header, StringComparison.Ordinal) && FieldOf(pair.Key) is not RunField.None and var given)
                return new(given, header, ColumnUnit.Factor(header), Counts(pair.Key) ?? Counts(header));
        }

        var field = FieldOf(ColumnUnit.Name(header));
        if (field == RunField.None || stated.Keys.Any(key => FieldOf(key) == field))
            return null;
        return new(field, header, ColumnUnit.Factor(header), Counts(header));
    }

    /// <summary>How well a name fits its field: the lowest wins where two columns announce the same.</summary>
    internal int Rank
    {
        get
        {
            var rank = Array.IndexOf(Array.Find(Known, known => known.Field == Field).Names, Normal(ColumnUnit.Name(Header)));
            return rank < 0 ? -1 : rank;
        }
    }

    /// <summary>The units in which a cell may be written out: <c>1.4B</c>.</summary>
    internal Unit Unit => Field switch
    {
        RunField.Parameters => Unit.Parameters,
        RunField.Tokens or RunField.UniqueTokens or RunField.BatchTokens => Unit.Tokens,
        RunField.Compute => Unit.Flops,
        _ => Unit.Number,
    };

    internal static RunField FieldOf(string name)
    {
        var normal = Normal(name);
        return Array.Find(Known, known => known.Names.Contains(normal, StringComparer.Ordinal)).Field;
    }

    // wandb and Lightning write 'eval/loss', 'Summary: val.loss'.
    private static string Normal(string name) => string.Join(
        "_", new string([.. name.Select(static c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '_')])
            .Split(['_'], StringSplitOptions.RemoveEmptyEntries));

    private static ParameterConvention? Counts(string header)
    {
        var name = Normal(header);
        return name.Holds("non_embedding") ? ParameterConvention.NonEmbedding
            : name.Holds("active") ? ParameterConvention.Active
            : name.Holds("total_param") ? ParameterConvention.Total
            : null;
    }
}
