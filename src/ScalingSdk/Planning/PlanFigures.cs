namespace ScalingSdk.Planning;

/// <summary>The figures that a plan may have, part by part, in the order that a reader wants them.</summary>
internal static class PlanFigures
{
    public static IReadOnlyList<FigureKey> All { get; } =
    [
        .. SizeFigures.All, .. RunFigures.All, .. ComputeFigures.All, .. DataFigures.All, .. OptimumFigures.All, .. LossFigures.All,
        .. BatchFigures.All, .. LearningRateFigures.All, .. WeightDecayFigures.All, .. RecipeFigures.All, .. ScheduleFigures.All, .. MemoryFigures.All, .. HardwareFigures.All, .. InferenceFigures.All,
    ];

    /// <summary>The figures that the spec gives enough for.</summary>
    public static IReadOnlyList<Figure> Of(TrainingPlan plan)
    {
        var figures = new List<Figure>(capacity: 64);
        foreach (var key in All)
        {
            if (key.In(plan) is { } figure)
                figures.Add(figure);
        }

        return figures;
    }
}
