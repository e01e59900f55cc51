using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Statistics;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting.Fits;

/// <summary>Looks at an optimum: residuals, noise, conditioning.</summary>
internal sealed class Diagnosis
{
    /// <summary>The median of |z| of a standard normal: what turns a median residual into a standard deviation.</summary>
    private const double NormalMedian = 0.6744897501960817;

    private const double MostLackOfFit = 0.001;

    private readonly RunLogs _logs;
    private readonly double? _lackOfFit;

    internal Diagnosis(LossForm form, RunLogs logs, FitOptions options, OptimumSearch found)
    {
        _logs = logs;
        var jets = new JetObjective(form, logs, options.Penalty, curved: false);
        var repeats = SeedNoise.Of(logs);
        Residuals = [.. Enumerable.Range(0, logs.Count).Select(i => jets.At(found.Theta, i).Value - logs.LogLoss[i])];
        _lackOfFit = repeats.LackOfFit(Residuals, form.Dimension);
        var seedNoise = options.SeedNoise ?? repeats.Estimate;
        Diagnostics = new()
        {
            Objective = found.Solution.Value,
            GradientNorm = found.Solution.GradientNorm,
            Converged = found.Solution.Converged,
            ConditionNumber = Condition(form, logs, options, found.Theta),
            NextMinimum = found.NextMinimum?.Value,
            NextMinimumIs = found.NextMinimum?.Is,
            Starts = (found.Starts, found.Reached),
            RunsInTails = Residuals.Count(options.Penalty.InTail),
            RootMeanSquare = Residuals.RootMeanSquare(),
            Noise = Math.Max(Noise(form.Dimension, options.Penalty), options.SeedNoise ?? 0),
            SeedNoise = seedNoise,
        };
    }

    internal double[] Residuals { get; }

    internal FitDiagnostics Diagnostics { get; }

    internal IEnumerable<FitFinding> Findings()
    {
        if (!Diagnostics.Converged)
            yield return new(FitFindingKind.NotConverged, $"the solver stopped at a gradient of '{NumberText.Compact(Diagnostics.GradientNorm)}': no minimum in the interior was found");
        if (Diagnostics.NextMinimum is { } next && next < 1.2 * Diagnostics.Objective)
            yield return new(FitFindingKind.RivalMinimum, $"{Diagnostics.NextMinimumIs} has an objective of '{NumberText.Compact(next)}', close to the optimum's '{NumberText.Compact(Diagnostics.Objective)}': a few runs decide between them");
        if (Diagnostics.SeedNoise is { } noise && noise > 0 && Diagnostics.Noise > 3 * noise)
            yield return new(FitFindingKind.LackOfFit, $"residuals of '{NumberText.Compact(Diagnostics.Noise)}' are '{NumberText.Compact(Diagnostics.Noise / noise)}' times the noise between seeds: the form or the recipe misses, more seeds will not help");
        else if (_lackOfFit < MostLackOfFit)
            yield return new(FitFindingKind.LackOfFit, $"the residuals are larger than the noise between seeds explains (F test, p = '{NumberText.Compact(_lackOfFit.Value)}'): the form or the recipe misses, more seeds will not help");
        if (_logs.Count > 4 * 5 && Diagnostics.RunsInTails == _logs.Count)
            yield return new(FitFindingKind.LackOfFit, $"all '{Whole.Text(_logs.Count)}' residuals are in the tails of the penalty");
    }

    // Degrees of freedom are for the parameters; a robust penalty takes a robust scale.
    private double Noise(int parameters, Penalty penalty)
    {
        var freedom = Math.Sqrt((double)_logs.Count / Math.Max(1, _logs.Count - parameters));
        return freedom * (double.IsInfinity(penalty.Delta)
            ? Residuals.RootMeanSquare()
            : Residuals.Select(Math.Abs).Median() / NormalMedian);
    }

    private static double Condition(LossForm form, RunLogs logs, FitOptions options, double[] theta)
    {
        var n = theta.Length;
        double[] gradient = new double[n], hessian = new double[n * n];
        form.Pose(logs, options.Penalty).Evaluate(theta, gradient, hessian);
        var centred = Matrix<double>.Build.Dense(n, n, (i, j) => hessian[(Math.Max(i, j) * n) + Math.Min(i, j)]);
        var centre = form.Centring(logs);
        var values = SymmetricEigen.Of(centre.TransposeThisAndMultiply(centred * centre)).Values.Map(static v => Math.Abs(v));
        return values.Minimum() > 0 ? values.Maximum() / values.Minimum() : double.PositiveInfinity;
    }
}
