using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Fits;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Fitting.Uncertainty;
using ScalingSdk.Laws;

namespace ScalingSdk.Fitting.Answers;

/// <summary>The loss over sizes at one compute, by the fit and by each draw of its sample.</summary>
internal sealed class LossSurfaces
{
    /// <summary>Forms without a closed optimum are searched on so many sizes, and with so many draws.</summary>
    private const int Sizes = 181;
    private const int Draws = 500;
    private const double Around = 1e6;

    private readonly FitResult _fit;
    private readonly IReadOnlyList<IReadOnlyList<double>>? _rows;
    private readonly ChinchillaForm[]? _forms;

    internal LossSurfaces(FitResult fit, LawSample? sample)
    {
        _fit = fit;
        Widened = sample?.Widened ?? 1;
        Form = fit.Form.AsChinchilla([.. fit.Constants.Select(static constant => constant.Value)]);
        _rows = sample is not { Rows.Count: > 0 } ? null : Form is null ? sample.Thin(Draws).Rows : sample.Rows;
        _forms = Form is null || _rows is null ? null : [.. _rows.Select(row => fit.Form.AsChinchilla(row)!.Value)];
    }

    /// <summary>By how much intervals are widened because the draws are of few units.</summary>
    internal double Widened { get; }

    /// <summary>The law in Chinchilla's form; null where it has another.</summary>
    internal ChinchillaForm? Form { get; }

    internal Estimate? Exponent(double coverage) => Form is { } form
        ? Estimate.Of(form.ParametersExponent, _forms is null ? null : [.. _forms.Select(static draw => draw.ParametersExponent)], coverage, Widened)
        : null;

    /// <summary>The best size and its loss; NaN where the loss falls to the end of all sizes.</summary>
    internal (double Size, double Loss, double[]? Sizes, double[]? Losses) Optimum(double budget)
    {
        if (Form is { } form)
        {
            var best = form.OptimalParameters(budget);
            double[]? sizes = _forms is null ? null : [.. _forms.Select(draw => draw.OptimalParameters(budget))];
            return (best, form.Loss(best, budget / (6 * best)), sizes, sizes is null ? null : [.. sizes.Select((size, i) => _forms![i].Loss(size, budget / (6 * size)))]);
        }

        var centre = Math.Sqrt(budget / 120);
        var grid = Enumerable.Range(0, Sizes).Select(i => centre * Math.Pow(Around, ((2.0 * i) / (Sizes - 1)) - 1)).ToArray();
        var logs = new RunLogs([.. grid.Select(size => new TrainingRun { Parameters = size, Tokens = budget / (6 * size), Loss = 1 })], _fit.Logs);
        var jets = new JetObjective(_fit.Form, logs, Penalty.Squares, curved: false);
        var (atSize, atLoss) = Least(jets, _fit.Theta, grid);
        if (_rows is null || double.IsNaN(atSize))
            return (atSize, atLoss, null, null);
        var draws = _rows.Select(row => Least(jets, _fit.Form.ThetaOf(row, _fit.Logs), grid)).ToArray();
        return (atSize, atLoss, [.. draws.Select(static draw => draw.Size)], [.. draws.Select(static draw => draw.Loss)]);
    }

    // The least of the grid, and the vertex of the parabola through it and its neighbours in ln N.
    private static (double Size, double Loss) Least(JetObjective jets, double[] theta, double[] grid)
    {
        var losses = new double[grid.Length];
        for (var i = 0; i < grid.Length; i++)
            losses[i] = jets.At(theta, i).Value;
        var best = Array.IndexOf(losses, losses.Min());
        if (best <= 0 || best >= grid.Length - 1)
            return (double.NaN, double.NaN);
        double before = losses[best - 1], least = losses[best], after = losses[best + 1];
        var shift = 0.5 * (before - after) / (before - (2 * least) + after);
        return (grid[best] * Math.Pow(grid[best + 1] / grid[best], shift), Math.Exp(least - (0.25 * (before - after) * shift)));
    }
}
