using ScalingSdk.Planning;
using ScalingSdk.Reports;
using ScalingSdk.Specs;
using ScalingSdk.Text;

namespace ScalingSdk.Tool.LanguageServer;

/// <summary>What follows from a key: the figures of the parts of a plan that the table of keys says it moves.</summary>
internal static class KeyFigures
{
    private const double HoursPerDay = 24;

    /// <summary>The parts of a plan, as the table of keys names them, and the figures that tell a reader most about each.</summary>
    private static readonly Dictionary<string, FigureKey[]> Parts = new(StringComparer.Ordinal)
    {
        ["size"] = [SizeFigures.TotalParameters, SizeFigures.ActiveParameters, SizeFigures.NonEmbeddingWeights],
        ["data"] = [DataFigures.OverfittingThresholdTokens, RunFigures.Tokens, RunFigures.UniqueTokens, RunFigures.Epochs, DataFigures.LastTokenWorth, OptimumFigures.OptimalTokens],
        ["compute"] = [ComputeFigures.TrainingFlops],
        ["loss"] = [LossFigures.PredictedLoss, LossFigures.OtherLoss],
        ["optimum"] = [OptimumFigures.OptimalParametersAtBudget, OptimumFigures.OptimalTokensAtBudget],
        ["data verdict"] = [DataFigures.RiseEpochs, WeightDecayFigures.ProposedDropout],
        ["weight decay"] = [WeightDecayFigures.WeightDecay, WeightDecayFigures.ProposedWeightDecay, WeightDecayFigures.WeightDecayTimescale],
        ["batch"] = [BatchFigures.BatchTokens, BatchFigures.ProposedBatchTokens, BatchFigures.CriticalBatchTokens],
        ["steps"] = [BatchFigures.Steps],
        ["learning rate"] = [LearningRateFigures.LearningRate, LearningRateFigures.ProposedLearningRate, LearningRateFigures.ProposedLearningRateLow, LearningRateFigures.ProposedLearningRateHigh],
        ["schedule"] = [ScheduleFigures.ScheduleTokens, ScheduleFigures.WarmupSteps, ScheduleFigures.CooldownStartTokens],
        ["memory"] = [MemoryFigures.MemoryBytesPerDevice, MemoryFigures.MemoryShare],
        ["time"] = [HardwareFigures.Utilization, HardwareFigures.DeviceHours, HardwareFigures.Days],
        ["cost"] = [HardwareFigures.Cost],
        ["energy"] = [HardwareFigures.EnergyKwh],
        ["inference"] = [InferenceFigures.ServingWeightBytes, InferenceFigures.ServingParameters, InferenceFigures.ServingTokens],
    };

    /// <summary>A limit moves nothing: what it is compared with is shown.</summary>
    private static readonly Dictionary<SpecKey, string> Compared = new()
    {
        [LimitsKeys.Flops] = "compute",
        [LimitsKeys.Time] = "time",
        [LimitsKeys.Cost] = "cost",
        [LimitsKeys.Memory] = "memory",
    };

    private static readonly FigureKey[] Shares =
        [DataFigures.LastTokenWorth, HardwareFigures.Utilization, MemoryFigures.MemoryShare, WeightDecayFigures.WeightDecayTimescale];

    /// <summary>What follows from a dimension of the model.</summary>
    public static IEnumerable<string> OfModel(TrainingPlan plan) => Lines(plan, Parts["size"]);

    /// <summary>What follows from a key, a line each.</summary>
    public static IEnumerable<string> Of(SpecKey key, TrainingPlan plan) => Lines(plan, (Compared.GetValueOrDefault(key) ?? key.Moves).Split(", ").SelectMany(static part => Parts.GetValueOrDefault(part, [])));

    private static IEnumerable<string> Lines(TrainingPlan plan, IEnumerable<FigureKey> keys) => keys.Select(plan.Find).Where(static figure => figure is not null).Select(static figure => Line(figure!));

    private static string Line(Figure figure)
    {
        // 0.0279 days are 40 minutes.
        if (figure.Declared == HardwareFigures.Days)
            return $"Time of the run: {DurationText.Of(figure.Value * HoursPerDay)}";
        var value = Shares.Contains(figure.Declared) ? NumberText.Percent(figure.Value) : FigureText.WithUnit(figure);
        var source = figure.Law is { } law ? $" ({law}{(figure.Validity.Length > 0 ? "; " + figure.Validity : "")})" : "";
        return $"{figure.Title}: {value}{source}";
    }
}
