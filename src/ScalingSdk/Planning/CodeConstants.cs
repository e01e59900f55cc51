using System.Globalization;
using ScalingSdk.Json;

namespace ScalingSdk.Planning;

/// <summary>
/// The constants that code gets of a spec. Which there are, and their types, follows from the keys that the spec states, never from its
/// numbers: another number in the JSON changes values alone, and code that compiled goes on compiling.
/// </summary>
internal static class CodeConstants
{
    private const string Always = "";
    private const string NoSpec = "No value: the spec has no plan; its findings say why";
    private const string NoAnswer = "No value for these numbers: no law of the plan answers here, or the spec states too little";

    // In the order of the figures. What a key of the spec asks for is there whenever the key is.
    private static readonly (string Key, bool IsWhole, string Needs)[] Known =
    [
        ("total_parameters", true, Always), ("active_parameters", true, Always), ("stored_parameters", true, Always),
        ("non_embedding_parameters", true, Always), ("non_embedding_weights", true, Always), ("effective_dense_parameters", true, Always),
        ("tokens", true, Always), ("unique_tokens", true, Always), ("epochs", false, Always), ("tokens_per_parameter", false, Always),
        ("budget_flops", false, "budget"),
        ("training_flops", false, Always), ("training_petaflop_days", false, Always), ("training_flops_per_token", true, Always),
        ("inference_flops_per_token", true, Always), ("training_flops_exact", false, Always),
        ("overfitting_threshold_tokens", true, Always), ("overfitting_penalty", false, Always), ("largest_non_embedding_weights", true, Always),
        ("unique_tokens_per_parameter", false, Always), ("rise_epochs", false, Always), ("size_stops_helping_parameters", true, Always),
        ("effective_tokens", true, Always), ("last_token_worth", false, Always), ("gain_after_16_epochs", false, Always),
        ("optimal_tokens", true, Always), ("optimal_scale_at_budget", false, "laws.allocation"), ("optimal_parameters_at_budget", true, Always),
        ("optimal_tokens_at_budget", true, Always), ("optimal_tokens_per_parameter", false, Always), ("optimal_loss_at_budget", false, Always),
        ("flat_parameters_low", true, Always), ("flat_parameters_high", true, Always), ("compute_saved", false, Always),
        ("wrong_size_compute_kaplan", false, Always),
        ("predicted_loss", false, Always), ("loss_above_best", false, Always), ("effective_parameters_at_precision", true, "training.precision"),
        ("other_loss", false, "transfer"),
        ("proposed_batch_tokens", true, Always), ("critical_batch_tokens", true, Always), ("critical_batch_tokens_zhang", true, Always),
        ("batch_tokens", true, Always), ("sequence_length", true, Always), ("batch_sequences", false, Always),
        ("accumulation_passes", true, "training.micro_batch_sequences"), ("steps", true, Always), ("steps_over_fewest", false, Always),
        ("examples_over_least", false, Always),
        ("learning_rate", false, "training.learning_rate"), ("proposed_learning_rate", false, Always),
        ("proposed_learning_rate_low", false, Always), ("proposed_learning_rate_high", false, Always),
        ("schedule_tokens", true, Always), ("warmup_steps", true, Always), ("cooldown_start_tokens", true, Always), ("checkpoints", true, Always),
        ("all_checkpoints_bytes", true, Always),
        ("states_bytes_per_device", true, Always), ("activation_bytes_per_device", true, Always), ("logit_bytes_per_device", true, Always), ("buffer_bytes_per_device", true, Always),
        ("memory_bytes_per_device", true, Always), ("memory_share", false, "hardware"), ("checkpoint_bytes", true, Always),
        ("devices", true, "hardware"), ("utilization", false, "hardware"), ("achievable_utilization", false, "hardware"),
        ("device_hours", false, "hardware"), ("hours", false, "hardware"), ("days", false, "hardware"), ("days_to_optimal_tokens", false, "hardware"),
        ("cost", false, "hardware"), ("energy_kwh", false, "hardware"),
        ("serving_weight_bytes", true, "inference"), ("quantisation_damage", false, "inference"), ("lifetime_tokens", true, "inference"),
        ("serving_parameters", true, "inference"), ("serving_tokens", true, "inference"), ("serving_saving", false, "inference"),
    ];

    /// <summary>Of a dense model one token passes through all parameters, and a checkpoint without a repeated head stores them all.</summary>
    private static readonly Dictionary<string, string> Same = new(StringComparer.Ordinal)
    {
        ["active_parameters"] = "total_parameters",
        ["stored_parameters"] = "total_parameters",
    };

    /// <summary>The constants, in the order of the plan's figures.</summary>
    /// <param name="plan">The plan; null where the spec has none: every constant is there without a value.</param>
    /// <param name="text">The spec's text, whose keys decide which constants there are.</param>
    public static IReadOnlyList<CodeConstant> Of(TrainingPlan? plan, string text) => Of(plan, JsonReader.Read(text).Root as JsonObject);

    /// <summary>The same of values that are read already; null where they are not a spec.</summary>
    public static IReadOnlyList<CodeConstant> Of(TrainingPlan? plan, JsonObject? spec)
    {
        var stated = spec is null ? null : Keys(spec);
        var figures = plan?.Figures.ToDictionary(static figure => figure.Key, StringComparer.Ordinal) ?? new(StringComparer.Ordinal);
        var constants = new List<CodeConstant>(Known.Length);
        foreach (var (key, whole, needs) in Known)
        {
            // Where the keys cannot be told, all are there.
            if (stated is null || needs.Length == 0 || stated.Contains(needs) || figures.ContainsKey(key))
                constants.Add(Constant(key, whole, figures, plan is null));
        }

        return constants;
    }

    /// <summary>True where a figure has a constant.</summary>
    public static bool Has(string key) => Array.Exists(Known, known => string.Equals(known.Key, key, StringComparison.Ordinal));

    /// <summary>True for the name of a constant that a class of a spec may have.</summary>
    public static bool IsName(string name) => name is "Name" or "SpecPath" || Array.Exists(Known, known => string.Equals(Figure.NameInCode(known.Key), name, StringComparison.Ordinal));

    private static CodeConstant Constant(string key, bool whole, Dictionary<string, Figure> figures, bool unplanned)
    {
        var name = Figure.NameInCode(key);
        if (figures.TryGetValue(key, out var figure) || (Same.TryGetValue(key, out var other) && figures.TryGetValue(other, out figure)))
        {
            if (Number(figure, whole) is { } number)
                return new(name, whole, number, [.. FigureConstant.Explain(figure)]);
            return new(name, whole, null, [$"No value: more than the largest 64-bit number", .. FigureConstant.Explain(figure)]);
        }

        return new(name, whole, null, [unplanned ? NoSpec : NoAnswer]);
    }

    private static string? Number(Figure figure, bool whole)
    {
        if (!whole)
            return figure.Number;
        if (FigureConstant.IsWhole(figure))
            return figure.Number;
        return Math.Abs(figure.Value) < long.MaxValue ? Math.Round(figure.Value).ToString("F0", CultureInfo.InvariantCulture) : null;
    }

    /// <summary>The sections and keys that a spec states: <c>hardware</c>, <c>training.precision</c>.</summary>
    private static HashSet<string> Keys(JsonObject root)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in root.Members)
        {
            keys.Add(section.Name);
            if (section.Value is JsonObject inner)
                keys.UnionWith(inner.Members.Select(member => section.Name + "." + member.Name));
        }

        return keys;
    }
}
