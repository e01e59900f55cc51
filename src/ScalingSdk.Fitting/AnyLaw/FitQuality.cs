using MathNet.Numerics.LinearAlgebra;
using ScalingSdk.Fitting.Compiled;
using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Fitting.Projection;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting.AnyLaw;

/// <summary>What the runs say about the constants at an optimum: errors, bounds, directions that nothing determines.</summary>
internal sealed class FitQuality
{
    /// <summary>Of the greatest eigenvalue of J'J in unit columns: below it a direction is rounding.</summary>
    private const double Unseen = 1e-11;

    private readonly HashSet<int> _atBound = [];
    private readonly IReadOnlyList<string> _names;
    private readonly double[] _theta;
    private readonly string?[] _remarks;
    private readonly double[] _errors;

    internal FitQuality(LawModel model, LawTargets targets, FormulaBox box, double[] theta, IReadOnlyList<double[]> observed)
    {
        (_names, _theta) = (model.Constants, theta);
        _remarks = new string?[theta.Length];
        _errors = [.. theta.Select(static _ => double.PositiveInfinity)];
        var state = new LawState(model, targets);
        var value = state.Evaluate(theta, derivatives: true);
        state.Normal();
        var points = model.RunCount * model.Equations;
        var free = Enumerable.Range(0, theta.Length).Where(c => !AtBound(c, box) && !Ignored(c, state)).ToList();
        Noise = Math.Sqrt(2 * value / Math.Max(1, points - free.Count));
        R2 = Explained(model, state, observed);
        Bic = (points * Math.Log(Math.Max(2 * value / points, double.Epsilon))) + (theta.Length * Math.Log(points));
        FreeDirections = Errors(state, free, points);
    }

    internal double Condition { get; private set; } = 1;

    internal double Noise { get; }

    internal double R2 { get; }

    internal double Bic { get; }

    internal IReadOnlyList<string> FreeDirections { get; }

    internal IReadOnlyList<FormulaConstant> Constants(IReadOnlyList<double[]> draws) => [.. _names.Select((name, c) =>
        new FormulaConstant(name, _theta[c], _errors[c], _remarks[c]) { Interval = Interval(draws, c), IsAtBound = _atBound.Contains(c) })];

    private static (double Low, double High)? Interval(IReadOnlyList<double[]> draws, int constant)
    {
        if (draws.Count < 20)
            return null;
        var sorted = draws.Select(draw => draw[constant]).OrderBy(static value => value).ToArray();
        return (sorted[(int)(0.05 * (sorted.Length - 1))], sorted[(int)Math.Ceiling(0.95 * (sorted.Length - 1))]);
    }

    private bool AtBound(int c, FormulaBox box)
    {
        if (!box.IsAtBound(c, _theta[c]))
            return false;
        _atBound.Add(c);
        _remarks[c] = "at its bound";
        return true;
    }

    private bool Ignored(int c, LawState state)
    {
        if (state.Matrix[(c * state.Count) + c] > 0)
            return false;
        _remarks[c] ??= "the predictions do not depend on it here";
        return true;
    }

    private List<string> Errors(LawState state, List<int> free, int points)
    {
        var directions = new List<(HashSet<int> Moving, int Count)>();
        var size = free.Count;
        if (size == 0)
            return [];
        var scale = free.Select(c => 1 / Math.Sqrt(state.Matrix[(c * state.Count) + c])).ToArray();
        var scaled = Matrix<double>.Build.Dense(size, size, (i, j) => state.Matrix[(free[i] * state.Count) + free[j]] * scale[i] * scale[j]);
        var (values, vectors) = SymmetricEigen.Of(scaled);
        var largest = values.Maximum();
        Condition = Math.Sqrt(largest / Math.Max(values.Minimum(), largest * 1e-17));
        for (var e = 0; e < size; e++)
        {
            if (values[e] > Unseen * largest)
                continue;
            var moving = new HashSet<int>(Enumerable.Range(0, size).Where(i => Math.Abs(vectors[i, e]) > 1e-3));

            // Directions that share a constant span one space, whichever basis of it was found.
            var sharing = directions.FindAll(other => other.Moving.Overlaps(moving));
            directions.RemoveAll(sharing.Contains);
            sharing.ForEach(other => moving.UnionWith(other.Moving));
            directions.Add((moving, 1 + sharing.Sum(static other => other.Count)));
        }

        foreach (var (moving, _) in directions)
        {
            foreach (var i in moving)
                _remarks[free[i]] = moving.Count == 1 ? "free: the runs do not determine it" : "free together with " + string.Join(", ", moving.Where(other => other != i).OrderBy(static other => other).Select(other => $"'{_names[free[other]]}'"));
        }

        for (var i = 0; i < size; i++)
        {
            if (_remarks[free[i]] is not null)
                continue;
            var variance = 0.0;
            for (var e = 0; e < size; e++)
            {
                if (values[e] > Unseen * largest)
                    variance += vectors[i, e] * vectors[i, e] / values[e];
            }

            _errors[free[i]] = Noise * Math.Sqrt(variance) * scale[i];
            if (points <= size)
                _remarks[free[i]] = "there are no more runs than constants";
            else if (_errors[free[i]] > Math.Abs(_theta[free[i]]) * Math.Log(10) && Math.Abs(_theta[free[i]]) > 0)
                _remarks[free[i]] = "its error is more than 2.3 times its value: not even its order of magnitude is known";
        }

        return directions.ConvertAll(direction => Words(string.Join(", ", direction.Moving.OrderBy(static i => i).Select(i => $"'{_names[free[i]]}'")), direction.Moving.Count, direction.Count));
    }

    private static string Words(string names, int moving, int directions) => moving == 1 ? $"{names} is free"
        : directions >= moving ? $"{names} are free: the runs determine none of them"
        : $"{names} are free together: the runs determine only {(directions == 1 || moving - directions == 1 ? "a combination" : $"{NumberText.Grouped(moving - directions)} combinations")} of them";

    private static double Explained(LawModel model, LawState state, IReadOnlyList<double[]> observed)
    {
        double residual = 0, total = 0;
        for (var equation = 0; equation < observed.Count; equation++)
        {
            var mean = observed[equation].Average();
            for (var run = 0; run < model.RunCount; run++)
            {
                var value = observed[equation][run];
                residual += Square(state.Predictions[model.Row(equation, run)] - value);
                total += Square(value - mean);
            }
        }

        return total > 0 ? 1 - (residual / total) : double.NaN;
    }

    private static double Square(double value) => value * value;
}
