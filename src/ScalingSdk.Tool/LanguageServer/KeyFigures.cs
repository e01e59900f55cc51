using ScalingSdk.Planning;
using ScalingSdk.Specs;
using ScalingSdk.Text;

namespace ScalingSdk.Tool.LanguageServer;

/// <summary>What follows from a key: the figures of the parts of a plan that the table of keys says it moves.</summary>
internal static class KeyFigures
{
    /// <summary>The parts of a plan, as the table of keys names them, and the figures that tell a reader most about each.</summary>
    private static readonly Dictionary<string, FigureKey[]> Parts = new(StringComparer.Ordinal)
    {
        ["size"] = [SizeFigures.TotalParameters, SizeFigures.ActiveParameters, SizeFigures.NonEmbeddingWeights],
        ["data"] = [DataFigures.OverfittingThresholdTokens, RunFigures.Tokens, RunFigures.UniqueTokens, RunFigures.Epochs, DataFigures.LastTokenWorth, OptimumFigures.OptimalTokens],
        ["compute"] = [ComputeFigures.TrainingFlops],
        ["loss"] = [LossFigures.PredictedLoss],
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

    /// <summary>What follows from a dimension of the model.</summary>
    public static IEnumerable<string> OfModel(TrainingPlan plan) => Lines(plan, Parts["size"]);

    /// <summary>What follows from a key, a line each.</summary>
    public static IEnumerable<string> Of(SpecKey key, TrainingPlan plan) => Lines(plan, key.Moves.Split(", ").SelectMany(static part => Parts.GetValueOrDefault(part, [])));

    private static IEnumerable<string> Lines(TrainingPlan plan, IEnumerable<FigureKey> keys) => keys.Select(plan.Find).Where(static figure => figure is not null).Select(static figure => Line(figure!));

    private static string Line(Figure figure)
    {
        var value = figure.Unit.Length == 0 && figure.Value is > 0 and < 1 ? NumberText.Percent(figure.Value) : NumberText.Compact(figure.Value);
        var unit = figure.Unit.Length == 0 ? "" : " " + figure.Unit;
        var source = figure.Law is { } law ? $" ({law}{(figure.Validity.Length > 0 ? "; " + figure.Validity : "")})" : "";
        return $"{figure.Title}: {value}{unit}{source}";
    }
}
