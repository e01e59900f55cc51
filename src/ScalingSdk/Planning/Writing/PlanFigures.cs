namespace ScalingSdk.Planning.Writing;

/// <summary>Writes the figures of a plan, part by part, in the order that a reader wants them.</summary>
internal static class PlanFigures
{
    public static IReadOnlyList<Figure> Write(TrainingPlan plan)
    {
        var figures = new FigureList();
        SizeFigures.Write(figures, plan);
        RunFigures.Write(figures, plan);
        ComputeFigures.Write(figures, plan);
        DataFigures.Write(figures, plan);
        OptimumFigures.Write(figures, plan);
        LossFigures.Write(figures, plan);
        BatchFigures.Write(figures, plan);
        LearningRateFigures.Write(figures, plan);
        ScheduleFigures.Write(figures, plan);
        MemoryFigures.Write(figures, plan);
        HardwareFigures.Write(figures, plan);
        InferenceFigures.Write(figures, plan);
        return figures.Figures;
    }
}
