using ScalingSdk.Fitting.Tables;
using ScalingSdk.Json;

namespace ScalingSdk.Fitting.Formats;

/// <summary><c>trainer_state.json</c> of Hugging Face's Trainer: <c>log_history</c> has the losses by step, training and evaluation.</summary>
internal static class TrainerState
{
    internal static TableReading Of(JsonObject state, JsonArray history)
    {
        // The last entry of training has its mean loss as 'train_loss': it is not the loss of a step.
        var steps = history.Items.OfType<JsonObject>().Where(static item => item.Find("train_runtime") is null && item.Find("step") is not null).ToList();
        if (steps.Count == 0)
            return TableReading.Refuse("it is a trainer_state.json whose 'log_history' has no step");
        var rows = steps.Select(static (item, i) =>
        {
            var members = new Dictionary<string, string>(StringComparer.Ordinal);
            JsonTable.Flatten(item, "", members);
            if (members.TryGetValue("loss", out var loss) && members.Remove("loss"))
                members["train/loss"] = loss;
            return (i + 1, members);
        }).ToList();
        var last = rows[rows.Count - 1].members;
        if (state.Find("num_input_tokens_seen")?.Value is JsonNumber { Text: not "0" } tokens && state.Find("global_step")?.Value is JsonNumber total
            && !last.ContainsKey("num_input_tokens_seen"))
        {
            return JsonTable.Of("trainer_state.json of Hugging Face", rows, []) with
            {
                IsCurve = true,
                TokensPerStep = Parse(tokens) / Parse(total),
            };
        }

        return JsonTable.Of("trainer_state.json of Hugging Face", rows, []) with { IsCurve = true };
    }

    private static double Parse(JsonNumber number) =>
        double.TryParse(number.Text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : double.NaN;

}
