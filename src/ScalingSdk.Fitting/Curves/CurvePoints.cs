using ScalingSdk.Fitting.Data;

namespace ScalingSdk.Fitting.Curves;

/// <summary>A curve as few points: means of ln loss over cells that are even in the logarithm of the steps.</summary>
internal static class CurvePoints
{
    internal static List<TrainingRun> Of(TrainingCurve curve, int points, int blocks)
    {
        var kept = Enumerable.Range(0, curve.Steps.Count).Where(i => curve.Steps[i] > 0 && curve.Losses[i] > 0 && !double.IsInfinity(curve.Losses[i])).ToList();
        if (kept.Count == 0)
            return [];
        double first = Math.Log(curve.Steps[kept[0]]), last = Math.Log(curve.Steps[kept[kept.Count - 1]]);
        var width = Math.Max((last - first) / points, 1e-12);
        return [.. kept.GroupBy(i => Math.Min(points - 1, (int)((Math.Log(curve.Steps[i]) - first) / width)))
            .OrderBy(static cell => cell.Key)
            .Select(cell => new TrainingRun
            {
                Parameters = 1,
                Tokens = 1,
                Steps = Math.Exp(cell.Average(i => Math.Log(curve.Steps[i]))),
                Loss = Math.Exp(cell.Average(i => Math.Log(curve.Losses[i]))),
                Group = Whole.Text(cell.Key * blocks / points),
            })];
    }
}
