using MathNet.Numerics.LinearAlgebra;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting.Fits;

/// <summary>Which constants the runs determine, how well, and which further run would determine one that they do not.</summary>
internal static class Identification
{
    /// <summary>A constant whose standard error is above half of it is not known.</summary>
    private const double MostRelativeError = 0.5;

    private const string AboutIt = " would tell most about it";

    /// <summary>A, B: one whose logarithm has a standard error above ln 10 is not known to an order of magnitude.</summary>
    private static readonly double MostLogError = Math.Log(10);

    internal static FittedConstant[] Of(LossForm form, double[] theta, RunLogs logs, Information information, double noise)
    {
        var (covariance, unseen) = information.Invert(noise);
        var constants = form.ConstantsOf(theta, logs);
        var slopes = Slopes(form, theta, logs);
        var fitted = new FittedConstant[constants.Length];
        var equal = Same(logs.LogLoss);
        for (var c = 0; c < constants.Length; c++)
        {
            var slope = slopes.Row(c);
            var blind = equal || Blind(slope, unseen);
            var error = blind ? double.PositiveInfinity : Math.Sqrt(Math.Max(0, slope.DotProduct(covariance * slope)));
            fitted[c] = new(form.Constants[c], constants[c], error, Why(form, c, constants[c], error, blind, logs, information, slope));
        }

        return fitted;
    }

    /// <summary>A finding for each reason, with the constants that it is of.</summary>
    internal static IEnumerable<FitFinding> Findings(IEnumerable<FittedConstant> constants)
    {
        foreach (var alike in constants.Where(static constant => !constant.Identified).GroupBy(static constant => constant.WhyNotIdentified!.Split(';')[0], StringComparer.Ordinal).Select(static group => group.ToList()))
        {
            var (names, why) = (string.Join("', '", alike.Select(static constant => constant.Name)), alike[0].WhyNotIdentified!);
            yield return new(FitFindingKind.NotIdentified, alike.Count == 1 ? $"'{names}' is not identified: {why}"
                : $"'{names}' are not identified: {(why.EndsWith(AboutIt, StringComparison.Ordinal) ? why.Substring(0, why.Length - "it".Length) + $"'{alike[0].Name}'" : why)}");
        }
    }

    private static string? Why(
        LossForm form, int c, double value, double error, bool blind, RunLogs logs, Information information, Vector<double> slope)
    {
        var relative = error / Math.Abs(value);
        var few = logs.Count <= form.Dimension;
        if (!few && !blind && relative <= (form.IsAmplitude(c) ? MostLogError : MostRelativeError))
            return null;
        var reason = few ? $"{NumberText.Grouped(logs.Count)} run{(logs.Count == 1 ? "" : "s")} cannot determine {NumberText.Grouped(form.Dimension)} constants"
            : blind ? Shape(logs) ?? "the runs leave it free: another constant makes up for any change of it"
            : $"its standard error is '{NumberText.Compact(relative * 100)}%' of its value";
        if (!form.OfRuns)
            return $"{reason}; more points over a wider range would tell most about it";
        if (few)
            return $"{reason}; they take at least {NumberText.Grouped(form.Dimension + 1)} runs of several sizes and several numbers of tokens";
        var run = MostTelling.Run(logs, information, slope);
        return $"{reason}; a run of '{NumberText.Compact(run.Parameters)}' parameters on '{NumberText.Compact(run.Tokens)}' tokens{AboutIt}";
    }

    private static string? Shape(RunLogs logs)
    {
        var line = Correlation(logs.X, logs.Y);
        return Same(logs.LogLoss) ? "all losses are equal"
            : Same(logs.X) ? "all runs have one size"
            : Same(logs.Y) ? "all runs have one number of tokens"
            : Math.Abs(line) > 1 - 1e-9 ? "tokens follow from the size in every run"
            : null;
    }

    private static bool Same(double[] values) => values.Max() - values.Min() < 1e-9;

    private static double Correlation(double[] x, double[] y) => MathNet.Numerics.Statistics.Correlation.Pearson(x, y);

    // Some part of the constant lies where the runs see nothing.
    private static bool Blind(Vector<double> slope, double[] unseen)
    {
        for (var i = 0; i < unseen.Length; i++)
        {
            if (unseen[i] > 1e-3 && Math.Abs(slope[i]) > 0)
                return true;
        }

        return false;
    }

    // Constants by parameters, by central differences of a smooth closed form.
    private static Matrix<double> Slopes(LossForm form, double[] theta, RunLogs logs)
    {
        const double Step = 1e-6;
        return Matrix<double>.Build.DenseOfColumns(Enumerable.Range(0, theta.Length).Select(i =>
        {
            double[] up = [.. theta], down = [.. theta];
            up[i] += Step;
            down[i] -= Step;
            double[] high = form.ConstantsOf(up, logs), low = form.ConstantsOf(down, logs);
            return high.Select((h, c) => (h - low[c]) / (2 * Step));
        }));
    }
}
