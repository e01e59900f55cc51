using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ScalingSdk.Laws;
using ScalingSdk.Planning;
using ScalingSdk.Specs;

namespace ScalingSdk.Locking;

/// <summary>What a lock file holds of one spec: texts alone, each with its key.</summary>
/// <param name="Spec">The spec's path from the project's folder, with '/'.</param>
/// <param name="Name">The plan's name.</param>
/// <param name="Inputs">What the spec states, and a hash of each file that it names: for people, who want to know why a plan moved.</param>
/// <param name="Laws">The law of each question, with its constants where it was fitted.</param>
/// <param name="Constants">A hash of every constant that code gets.</param>
/// <param name="Figures">The figures that a reviewer looks at, as numbers.</param>
internal sealed record LockEntry(
    string Spec,
    string Name,
    IReadOnlyList<KeyValuePair<string, string>> Inputs,
    IReadOnlyList<KeyValuePair<string, string>> Laws,
    string Constants,
    IReadOnlyList<KeyValuePair<string, string>> Figures)
{
    private static readonly FigureKey[] Shown =
    [
        SizeFigures.TotalParameters, SizeFigures.ActiveParameters, RunFigures.Tokens, RunFigures.UniqueTokens, ComputeFigures.TrainingFlops, DataFigures.OverfittingThresholdTokens, OptimumFigures.OptimalTokens,
        OptimumFigures.OptimalParametersAtBudget, LossFigures.PredictedLoss, BatchFigures.BatchTokens, BatchFigures.CriticalBatchTokens, BatchFigures.Steps, LearningRateFigures.LearningRate,
        LearningRateFigures.ProposedLearningRate, MemoryFigures.MemoryBytesPerDevice, HardwareFigures.DeviceHours, HardwareFigures.Cost,
    ];

    /// <summary>The entry of a plan.</summary>
    /// <param name="spec">The spec's path from the project's folder, with '/'.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="text">The spec's text.</param>
    /// <param name="files">The files that the spec names, by the name that people know.</param>
    public static LockEntry Of(string spec, TrainingPlan plan, string text, IEnumerable<KeyValuePair<string, string>> files) => new(
        spec,
        plan.Spec.Name,
        [.. StatedValues.Of(text), .. files.Select(static file => Pair(file.Key, "sha256 " + Hash(file.Value)))],
        [.. LawsOf(plan.Spec.Laws)],
        "sha256 " + Hash(string.Join("\n", ConstantsOf(plan))),
        [.. Shown.Select(plan.Find).OfType<Figure>().Select(static figure => Pair(figure.Key, figure.Number))]);

    /// <summary>True where both give code and people the same numbers by the same laws; how the spec words its inputs plays no part.</summary>
    public bool Agrees(LockEntry other) =>
        string.Equals(Name, other.Name, StringComparison.Ordinal)
        && string.Equals(Constants, other.Constants, StringComparison.Ordinal)
        && Laws.SequenceEqual(other.Laws)
        && Figures.SequenceEqual(other.Figures);

    private static IEnumerable<string> ConstantsOf(TrainingPlan plan) => plan.Figures.Select(static figure => figure.Key + "=" + figure.Number)
        .Concat(TableConstants.BatchSchedule(plan).Select(static column => $"{column.Name}={string.Join(",", column.Numbers)}"));

    private static IEnumerable<KeyValuePair<string, string>> LawsOf(LawsSection laws)
    {
        (string Key, IScalingLaw? Law)[] all =
        [
            ("overfitting", laws.Overfitting), ("allocation", laws.Allocation), ("repeated_data", laws.RepeatedData),
            ("batch", laws.Batch), ("learning_rate", laws.LearningRate), ("recipe", laws.Recipe),
        ];
        return all.Where(static pair => pair.Law is not null).Select(static pair => Pair(pair.Key, pair.Law!.Info.ConstantSet));
    }

    private static KeyValuePair<string, string> Pair(string key, string value) => new(key, value);

    private static string Hash(string text)
    {
#if NET8_0_OR_GREATER
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
#else
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(text));
#endif
        return string.Concat(hash.Take(8).Select(static b => b.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
