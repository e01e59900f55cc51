using System.Globalization;
using ScalingSdk.Planning;
using ScalingSdk.Quantities;
using ScalingSdk.Text;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Reports;

/// <summary>What a reader wants to know first, in the order of every report: size, tokens, steps, batch, rate, loss, compute, time, money, memory.</summary>
internal static class PlanAnswers
{
    public const string Size = "parameters";
    public const string ActiveSize = "active parameters";
    public const string Tokens = "tokens";
    public const string PerParameter = "tokens per parameter";
    public const string Rate = "learning rate";
    public const string Loss = "predicted loss";
    public const string Compute = "compute";
    public const string Time = "time";
    public const string Cost = "cost";

    /// <summary>A stated rate is shown as it is stated.</summary>
    private const int StatedDigits = 6;

    /// <summary>The figures that the answers show: those of laws get a star outside their range.</summary>
    public static IReadOnlyList<FigureKey> Keys(TrainingPlan plan) => plan.LearningRate?.Stated is null
        ? [RunFigures.Tokens, BatchFigures.BatchTokens, LossFigures.PredictedLoss, LearningRateFigures.ProposedLearningRate, LearningRateFigures.ProposedLearningRateLow, LearningRateFigures.ProposedLearningRateHigh]
        : [RunFigures.Tokens, BatchFigures.BatchTokens, LossFigures.PredictedLoss];

    /// <summary>The answers that the spec gives enough for.</summary>
    public static IReadOnlyList<PlanAnswer> Of(TrainingPlan plan) => [.. All(plan).OfType<PlanAnswer>()];

    private static IEnumerable<PlanAnswer?> All(TrainingPlan plan)
    {
        yield return Of(plan, SizeFigures.TotalParameters, Size, Compact);
        yield return plan.Size.Counts.IsRouted ? Of(plan, SizeFigures.ActiveParameters, ActiveSize, Compact) : null;
        yield return Of(plan, RunFigures.Tokens, Tokens, Compact) is { } tokens ? tokens with { Value = tokens.Value + Epochs(plan) } : null;
        // What the weights were trained on before is not known.
        yield return plan.Size.IsPretrained ? null : Of(plan, RunFigures.TokensPerParameter, RunFigures.PerParameter(plan), Compact)?.Derived();
        yield return Of(plan, BatchFigures.Steps, "steps", Compact)?.Derived();
        yield return Of(plan, BatchFigures.BatchTokens, "batch", static value => Compact(value) + " tokens");
        yield return RateOf(plan);
        yield return LossOf(plan);
        yield return ComputeOf(plan);
        yield return TimeOf(plan);
        yield return CostOf(plan);
        yield return Memory(plan);
    }

    /// <summary>A figure in this notation; null where the plan has none.</summary>
    public static PlanAnswer? Of(TrainingPlan plan, FigureKey key, string title, Func<double, string> text) => plan.Find(key) is not { } figure ? null
        : new(title, text(figure.Value))
        {
            Interval = figure.Range is { } range ? Ends(text(range.Low), text(range.High)) : "",
            IsOutside = figure.Outside is { Inside: false },
            Source = figure.Law ?? figure.Source,
        };

    /// <summary>A loss to a thousandth of a nat.</summary>
    public static string Nats(double value) => Round(Math.Round(value, 3));

    // The stated rate, one law's, or the two ends of a range.
    internal static PlanAnswer? RateOf(TrainingPlan plan)
    {
        static string Text(double value) => RateText(value, 2);
        if ((Of(plan, LearningRateFigures.LearningRate, Rate, static value => RateText(value, StatedDigits)) ?? Of(plan, LearningRateFigures.ProposedLearningRate, Rate, Text)) is { } one)
            return one;
        if (Of(plan, LearningRateFigures.ProposedLearningRateLow, Rate, Text) is not { } low || Of(plan, LearningRateFigures.ProposedLearningRateHigh, Rate, Text) is not { } high)
            return null;
        var sources = string.Equals(low.Source, high.Source, StringComparison.Ordinal) ? low.Source : $"{low.Source}, {high.Source}";
        return new(Rate, $"{low.Value} .. {high.Value}") { IsOutside = low.IsOutside || high.IsOutside, Source = sources };
    }

    // As recipes write them: 3e-4, but 0.02.
    private static string RateText(double value, int digits) => value >= 0.01 ? Round(double.Parse(Scientific(value, digits), CultureInfo.InvariantCulture)) : Scientific(value, digits);

    // Looking up a token is not work: two models that differ in tying alone take the same compute. A stated budget is shown as it is stated.
    internal static PlanAnswer? ComputeOf(TrainingPlan plan)
    {
        static string Text(double value) => Scientific(value, 2) + " FLOP";
        if (Of(plan, ComputeFigures.TrainingFlops, Compute, Text) is not { } answer)
            return null;
        var convention = plan.Find(ComputeFigures.TrainingFlops)!.Convention;
        return plan.Compute?.WithoutInputTable is { } work && plan.Spec.Budget.Flops is null
            ? answer with { Value = Text(work.Flops), Source = $"{convention}, no input table" }
            : answer with { Source = convention };
    }

    internal static PlanAnswer? LossOf(TrainingPlan plan) => Of(plan, LossFigures.PredictedLoss, Loss, Nats);

    internal static PlanAnswer? CostOf(TrainingPlan plan) =>
        Of(plan, HardwareFigures.Cost, Cost, Compact) is { } cost ? cost.Derived() with { Value = cost.Value + " USD" } : null;

    internal static PlanAnswer? TimeOf(TrainingPlan plan)
    {
        if (plan.Find(HardwareFigures.Hours) is not { } hours || plan.Find(HardwareFigures.DeviceHours) is not { } all)
            return null;
        return new(Time, DurationText.Of(hours.Value))
        {
            Interval = hours.Range is { } range ? DurationText.Ends(hours.Value, range.Low, range.High) : "",
            Source = $"{Compact(all.Value)} device-hours" + (plan.Find(HardwareFigures.TokensPerSecondPerDevice) is { } speed ? $", {Compact(speed.Value)} tokens/s each" : ""),
        };
    }

    private static PlanAnswer? Memory(TrainingPlan plan)
    {
        static string Short(double bytes) => new ByteSize(bytes).Short;
        if (plan.Hardware is null)
            return Of(plan, MemoryFigures.StatesBytesPerDevice, "weights and states", Short)?.Derived();
        var answer = Of(plan, MemoryFigures.MemoryBytesPerDevice, "memory a device", Short) ?? Of(plan, MemoryFigures.StatesBytesPerDevice, "states a device", Short);
        return answer is null ? null : answer with
        {
            Value = answer.Value + (plan.Find(MemoryFigures.MemoryShare) is { } share ? $", {Percent(share.Value)} of it" : ""),
            Source = plan.Memory.Parallelism is { DataParallel: > 1 } shared ? $"ZeRO-{Grouped(shared.ZeroStage)} over {Grouped(shared.DataParallel)}" : "",
        };
    }

    private static string Epochs(TrainingPlan plan) =>
        plan.Run is { Epochs: > 1 } run ? $" = {Compact(run.Epochs)} epochs of {Compact(run.Unique.Count)}" : "";

    private static readonly char[] Digits = "0123456789.,".ToCharArray();

    // "2.2 .. 2.81B": a unit that both ends have stands once.
    internal static string Ends(string low, string high)
    {
        var unit = high.TrimStart(Digits);
        return unit.Length > 0 && unit.IndexOf('e') < 0 && low.EndsWith(unit, StringComparison.Ordinal)
            ? $"{low.Substring(0, low.Length - unit.Length)} .. {high}"
            : $"{low} .. {high}";
    }
}
