using ScalingSdk.Laws;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Planning.Writing;

internal static class DataFigures
{
    public static void Write(FigureList figures, TrainingPlan plan)
    {
        if (!plan.Size.LawsApply)
            return;
        var law = plan.Spec.Laws.Overfitting;
        figures.Count("overfitting_threshold_tokens", "Overfitting threshold", law.Threshold(plan.Size.Counts), static t => Math.Ceiling(RoundTo12(t.Count)),
            "unique tokens", Basis.Of(law.Info, ["(4.4)"], $"N = {Grouped(plan.Size.Counts.Weights.Count)} non-embedding weights; rounded up", "non_embedding_weights"));
        if (plan.Data is not { } data)
            return;
        var unique = $"D = {Compact(data.Unique.Count)} unique tokens";
        figures.Real("overfitting_penalty", "Loss above unlimited data", law.Penalty(plan.Size.Counts, data.Unique), static p => Cancellation.Part(p), "",
            Basis.Of(law.Info, ["(4.3)"], unique, "non_embedding_weights", "unique_tokens"));
        figures.Count("largest_non_embedding_weights", "Largest model for the unique tokens", law.LargestModel(data.Unique), static x => Math.Floor(RoundTo12(x)),
            "non-embedding weights", Basis.Of(law.Info, ["(4.4)"], $"solved for N, {unique}; rounded down", "unique_tokens"));
        figures.Real("unique_tokens_per_parameter", "Unique tokens per parameter", data.UniquePerParameter, "tokens per parameter",
            Basis.Derived("unique tokens / total parameters", "unique_tokens", "total_parameters") with { Convention = "total parameters" });
        if (data.RiseEpochs is { } rise)
        {
            figures.Real("rise_epochs", "Epochs from which the loss turned up in measured runs", rise, "epochs", new(
                "70 (U/N)^0.73, U/N unique tokens per parameter; standard deviation 27 % over 11 groups of runs",
                "public runs of muennighoff-2023 on C4, our reading")
            { Inputs = ["unique_tokens_per_parameter"] });
        }

        if (!data.UniqueAssumed && plan.Spec.Laws.RepeatedData is Muennighoff2023 repeated)
        {
            figures.Count("size_stops_helping_parameters", "Size from which another parameter is worth a tenth", LimitedDataRun.SizeStopsHelping(repeated, data.Unique),
                "parameters", Basis.Of(repeated.Info, ["N' ="], "exp(-R_N/R_N*) = 0.1", "unique_tokens"));
        }

        if (data.Epochs > 1)
            WriteRepeated(figures, plan, data);
    }

    private static void WriteRepeated(FigureList figures, TrainingPlan plan, DataPlan data)
    {
        var law = plan.Spec.Laws.RepeatedData;
        var basis = Basis.Of(law.Info, ["D' ="], "", "tokens", "unique_tokens");
        figures.Count("effective_tokens", "Fresh tokens that these are worth", law.EffectiveTokens(plan.Run!.Tokens, data.Unique),
            static t => t.Count, "tokens", basis);
        figures.Real("last_token_worth", "Worth of the last token beside a fresh one", data.LastTokenWorth, "",
            basis with { Formula = "slope of " + basis.Formula });
        if (data.GainAfterSixteen is { } gain)
            figures.Real("gain_after_16_epochs", "Loss that the epochs after 16 buy", gain, "nats per token", basis);
    }
}
