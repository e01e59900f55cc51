using ScalingSdk.Charts.Pictures;
using ScalingSdk.Charts.Plans;
using ScalingSdk.Planning;
using ScalingSdk.Reports;
using ScalingSdk.Tool.Plans;

namespace ScalingSdk.Tool.Comparing;

/// <summary>A figure of several plans.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Values">The number in each plan; empty where a plan has none.</param>
internal sealed record ComparedFigure(string Title, IReadOnlyList<string> Values)
{
    public bool Differs => Values.Any(value => !string.Equals(value, Values[0], StringComparison.Ordinal));
}

/// <summary>Plans side by side: the figures that differ, the answers first.</summary>
internal sealed class Comparison
{
    // The figures that the answers show already.
    private static readonly FigureKey[] Answered =
    [
        SizeFigures.TotalParameters, SizeFigures.ActiveParameters, RunFigures.Tokens, RunFigures.TokensPerParameter, RunFigures.Epochs, BatchFigures.Steps, BatchFigures.BatchTokens,
        LearningRateFigures.LearningRate, LossFigures.PredictedLoss, ComputeFigures.TrainingFlops, HardwareFigures.Hours, HardwareFigures.Days, HardwareFigures.Cost,
        MemoryFigures.MemoryBytesPerDevice, MemoryFigures.MemoryShare,
    ];

    public Comparison(IReadOnlyList<(string Name, PlanView View)> specs)
    {
        Specs = specs;
        Answers = [.. Rows(PlanAnswers.Of, static answer => answer.Title, static answer => answer.Title, static answer => answer.Text)];
        Figures = [.. Rows(static plan => plan.Figures.Where(static figure => !Answered.Contains(figure.Declared)), static figure => figure.Key, Title, FigureText.Number)];
    }

    /// <summary>The specs, each by a name of its own.</summary>
    public IReadOnlyList<(string Name, PlanView View)> Specs { get; }

    /// <summary>What each plan is asked for first.</summary>
    public IReadOnlyList<ComparedFigure> Answers { get; }

    /// <summary>Every other figure.</summary>
    public IReadOnlyList<ComparedFigure> Figures { get; }

    /// <summary>Those that differ, the answers first.</summary>
    public IReadOnlyList<ComparedFigure> Different => [.. Answers.Concat(Figures).Where(static figure => figure.Differs)];

    /// <summary>How many are the same in all.</summary>
    public int Same => Answers.Concat(Figures).Count(static figure => !figure.Differs);

    /// <summary>The plans on the frontier of the first one's law; null where no law has one.</summary>
    public Chart? Chart => FrontierChart.Of([.. Specs.Select(static spec => (spec.Name, spec.View.Plan))]);

    private static string Title(Figure figure) => FigureText.Unit(figure) is { Length: > 0 } unit && !figure.Title.Contains(unit.Split(' ')[0], StringComparison.OrdinalIgnoreCase)
        ? $"{figure.Title}, {unit}"
        : figure.Title;

    private IEnumerable<ComparedFigure> Rows<T>(Func<TrainingPlan, IEnumerable<T>> of, Func<T, string> key, Func<T, string> title, Func<T, string> text)
    {
        var plans = Specs.Select(spec => of(spec.View.Plan).ToDictionary(key, StringComparer.Ordinal)).ToList();
        foreach (var (name, first) in plans.SelectMany(static plan => plan).DistinctBy(static pair => pair.Key, StringComparer.Ordinal))
            yield return new(title(first), [.. plans.Select(plan => plan.TryGetValue(name, out var value) ? text(value) : "")]);
    }
}
