using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Fits;

namespace ScalingSdk.Fitting.Allocation;

/// <summary>A training curve with its size: loss by tokens.</summary>
/// <param name="Parameters">N of the model.</param>
/// <param name="TokensPerStep">Tokens of a step.</param>
/// <param name="Curve">Loss by step.</param>
public sealed record SizedCurve(double Parameters, double TokensPerStep, TrainingCurve Curve)
{
    /// <summary>A curve as it was read, or what it does not state.</summary>
    public static (SizedCurve? Curve, string? Lacks) Of(TrainingCurve curve)
    {
        var perStep = curve.TokensPerStep
            ?? (curve.Tokens is { Count: > 0 } tokens && curve.Steps[curve.Steps.Count - 1] > 0 ? tokens[tokens.Count - 1] / curve.Steps[curve.Steps.Count - 1] : null);
        if (curve.Parameters is { } size && perStep is { } known)
            return (new(size, known, curve), null);
        string?[] lacks =
        [
            curve.Parameters is null ? $"the parameters of its model: --param 124M, or --param {curve.Name}=124M, or a config.json beside the log" : null,
            perStep is null ? "the tokens of a step: --tokens-per-step 524288" : null,
        ];
        return (null, $"'{curve.Name}' does not say {string.Join(", nor ", lacks.OfType<string>())}");
    }
}

/// <summary>The size on the envelope at one compute.</summary>
/// <param name="Compute">FLOP, 6 N D.</param>
/// <param name="Parameters">N of the curve with the least loss there.</param>
/// <param name="Loss">That loss.</param>
public sealed record EnvelopePoint(double Compute, double Parameters, double Loss);

/// <summary>What approach 1 gives.</summary>
/// <param name="Points">The envelope, where it is neither the smallest nor the largest model.</param>
/// <param name="Parameters">N_opt(C); null where there is no such point of at least three sizes.</param>
/// <param name="Tokens">D_opt(C).</param>
/// <param name="Findings">What to know.</param>
public sealed record EnvelopeResult(
    IReadOnlyList<EnvelopePoint> Points, PowerLawFit? Parameters, PowerLawFit? Tokens, IReadOnlyList<FitFinding> Findings);

/// <summary>The compute-optimal size by the envelope of training curves (Hoffmann et al. 2022, approach 1).</summary>
public static class Envelope
{
    /// <summary>As many compute values as the paper takes.</summary>
    private const int Values = 1500;

    /// <summary>The envelope and the power laws through it. Never throws over its data.</summary>
    public static EnvelopeResult Fit(IReadOnlyList<SizedCurve> curves)
    {
        var logs = curves.Where(static c => c.Parameters > 0 && c.TokensPerStep > 0 && c.Curve.Steps.Count > 1).Select(Logs).ToList();
        if (logs.Count < 3)
            return Refuse($"'{Whole.Text(logs.Count)}' curves have at least two points; an envelope takes at least '3' sizes");
        double low = logs.Min(static c => c.X[0]), high = logs.Max(static c => c.X[c.X.Length - 1]);
        double smallest = logs.Min(static c => c.N), largest = logs.Max(static c => c.N);
        var points = new List<EnvelopePoint>();
        for (var i = 0; i < Values; i++)
        {
            var x = low + ((high - low) * i / (Values - 1));
            var (n, y) = logs.Select(c => (c.N, Y: At(c.X, c.Y, x))).Where(static p => !double.IsNaN(p.Y)).DefaultIfEmpty((double.NaN, double.NaN))
                .Aggregate(static (best, p) => p.Item2 < best.Item2 ? p : best);

            // At the ends the envelope is the smallest or the largest model, whatever the best would be.
            if (n > smallest && n < largest)
                points.Add(new(Math.Exp(x), n, Math.Exp(y)));
        }

        if (points.Select(static p => p.Parameters).Distinct().Count() < 2)
            return Refuse("fewer than two sizes between the smallest and the largest are on the envelope; add sizes");
        double[] compute = [.. points.Select(static p => p.Compute)];
        return new(
            points,
            PowerLawFit.Of(compute, [.. points.Select(static p => p.Parameters)]),
            PowerLawFit.Of(compute, [.. points.Select(static p => p.Compute / (6 * p.Parameters))]),
            [new(FitFindingKind.Bias, "losses inside a run whose learning rate has not decayed yet lie above those of a run that ends there: curves of unlike schedules bend the envelope")]);
    }

    private static EnvelopeResult Refuse(string why) => new([], null, null, [new(FitFindingKind.NotIdentified, why)]);

    private static (double N, double[] X, double[] Y) Logs(SizedCurve sized)
    {
        var kept = Enumerable.Range(0, sized.Curve.Steps.Count).Where(i => sized.Curve.Steps[i] > 0 && sized.Curve.Losses[i] > 0).ToArray();
        return (
            sized.Parameters,
            [.. kept.Select(i => Math.Log(6 * sized.Parameters * sized.TokensPerStep * sized.Curve.Steps[i]))],
            [.. kept.Select(i => Math.Log(sized.Curve.Losses[i]))]);
    }

    // Linear between the points of a curve in logarithms; none outside.
    private static double At(double[] x, double[] y, double at)
    {
        if (x.Length == 0 || at < x[0] || at > x[x.Length - 1])
            return double.NaN;
        var above = Array.BinarySearch(x, at);
        if (above >= 0)
            return y[above];
        above = ~above;
        return y[above - 1] + ((y[above] - y[above - 1]) * (at - x[above - 1]) / (x[above] - x[above - 1]));
    }
}
