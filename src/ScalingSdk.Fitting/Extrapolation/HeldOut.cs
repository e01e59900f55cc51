using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Fits;
using ScalingSdk.Fitting.Forms;

namespace ScalingSdk.Fitting.Extrapolation;

/// <summary>What is held out as a whole.</summary>
public enum HoldOutBy
{
    /// <summary>All runs of about one compute.</summary>
    Budget,

    /// <summary>All runs of a size.</summary>
    Size,
}

/// <summary>One group of runs, predicted by a law fitted to all smaller ones.</summary>
/// <param name="Value">The compute in FLOP or the size in parameters.</param>
/// <param name="FittedRuns">The smaller runs that the law was fitted to.</param>
/// <param name="HeldRuns">The runs that it predicted.</param>
/// <param name="RootMeanSquare">Root of the mean square of ln(predicted) - ln(observed).</param>
/// <param name="Bias">Their mean: below zero, the law promises more than the larger runs gave.</param>
public sealed record HeldOutGroup(double Value, int FittedRuns, int HeldRuns, double RootMeanSquare, double Bias);

/// <summary>How well a form extrapolates on these runs: the score to trust.</summary>
/// <param name="Form">The form.</param>
/// <param name="By">What was held out.</param>
/// <param name="Groups">Each group that could be predicted, smallest first.</param>
/// <param name="RootMeanSquare">Over all held-out runs; NaN where none could be predicted.</param>
/// <param name="WhyNone">Why none could be predicted; null where some were.</param>
public sealed record HeldOutScore(LossForm Form, HoldOutBy By, IReadOnlyList<HeldOutGroup> Groups, double RootMeanSquare, string? WhyNone);

/// <summary>Fits on the smaller runs and predicts the larger: whole budgets or sizes, never points.</summary>
public static class HeldOut
{
    /// <summary>Runs of unlike compute are cut into as many groups of equal count.</summary>
    private const int MostGroups = 12;
    private const int CutInto = 6;

    /// <summary>Groups that a law is fitted to before it predicts the next.</summary>
    private const int LeastGroups = 3;

    /// <summary>The score of a form.</summary>
    public static HeldOutScore Score(LossForm form, RunSet runs, HoldOutBy by = HoldOutBy.Budget, FitOptions? options = null)
    {
        options = (options ?? new()) with { NameOutliers = false };
        var usable = UsableRuns.Of(form, runs, []);
        var groups = Groups(usable, by);
        var scores = new List<HeldOutGroup>();
        var squares = new List<double>();
        for (var held = LeastGroups; held < groups.Count; held++)
        {
            var smaller = groups.Take(held).SelectMany(static group => group).ToList();
            if (smaller.Count < form.Dimension + 2)
                continue;
            var fit = Fitter.Fit(form, runs with { Runs = smaller }, options);
            var errors = groups[held].ConvertAll(run => Math.Log(fit.Predict(run) / run.Loss));
            squares.AddRange(errors.Select(static e => e * e));
            scores.Add(new(Value(groups[held], by), smaller.Count, errors.Count, Math.Sqrt(errors.Average(static e => e * e)), errors.Average()));
        }

        return scores.Count == 0
            ? new(form, by, [], double.NaN, $"'{Whole.Text(usable.Count)}' runs in '{Whole.Text(groups.Count)}' groups: too few to fit some and predict others")
            : new(form, by, scores, Math.Sqrt(squares.Average()), null);
    }

    /// <summary>The forms in the order of their scores, best first; those without a score last.</summary>
    public static IReadOnlyList<HeldOutScore> Compare(
        IReadOnlyList<LossForm> forms, RunSet runs, HoldOutBy by = HoldOutBy.Budget, FitOptions? options = null) =>
        [.. forms.Select(form => Score(form, runs, by, options)).OrderBy(static s => double.IsNaN(s.RootMeanSquare) ? double.PositiveInfinity : s.RootMeanSquare)];

    private static double Value(List<TrainingRun> group, HoldOutBy by) =>
        Math.Exp(group.Average(run => Math.Log(by == HoldOutBy.Size ? run.Parameters : run.Compute)));

    private static List<List<TrainingRun>> Groups(List<TrainingRun> runs, HoldOutBy by)
    {
        if (by == HoldOutBy.Size && runs.Count > 0)
        {
            var units = RunGroups.SizeOf(new RunLogs(runs));
            return [.. Enumerable.Range(0, runs.Count).GroupBy(i => units[i]).OrderBy(static g => g.Key).Select(g => g.Select(i => runs[i]).ToList())];
        }

        var budgets = RunGroups.ByBudget(runs).Select(static budget => budget.Runs.ToList()).ToList();
        if (budgets.Count <= MostGroups)
            return budgets;
        var sorted = runs.OrderBy(static run => run.Compute).ToList();
        return [.. Enumerable.Range(0, CutInto).Select(g =>
            sorted.GetRange(g * sorted.Count / CutInto, ((g + 1) * sorted.Count / CutInto) - (g * sorted.Count / CutInto)))];
    }
}
