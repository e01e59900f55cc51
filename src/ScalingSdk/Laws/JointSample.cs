namespace ScalingSdk.Laws;

/// <summary>Constants of a parametric law drawn together: the only ground for an interval.</summary>
/// <remarks>
/// ln A and alpha move together (correlation 0.999 in Besiroglu et al.), so that standard errors taken one by one would give
/// an interval 26 times too wide.
/// </remarks>
internal sealed class JointSample
{
    /// <summary>ln E, ln A, ln B, alpha, beta of each draw.</summary>
    internal const int Columns = 5;

    private readonly ChinchillaForm[] _forms;
    private readonly double[] _g;

    // A plan asks four questions of one compute.
    private Frontier? _last;

    internal JointSample(double[] rows)
    {
        _forms = new ChinchillaForm[rows.Length / Columns];
        for (var i = 0; i < _forms.Length; i++)
        {
            var at = i * Columns;
            _forms[i] = new(Math.Exp(rows[at]), Math.Exp(rows[at + 1]), Math.Exp(rows[at + 2]), rows[at + 3], rows[at + 4]);
        }

        _g = Array.ConvertAll(_forms, static form => form.G);
    }

    internal Interval OptimalParameters(double flops, double coverage) => Of(flops, coverage, static (_, n, _) => n);

    internal Interval OptimalTokens(double flops, double coverage) => Of(flops, coverage, static (_, n, c) => c / (6 * n));

    internal Interval TokensPerParameter(double flops, double coverage) => Of(flops, coverage, static (_, n, c) => c / (6 * Math.Pow(n, 2)));

    internal Interval BestLoss(double flops, double coverage) => Of(flops, coverage, BestLoss);

    internal Interval TokensFor(double parameters, double coverage) =>
        Interval.Of(Array.ConvertAll(_forms, form => form.OptimalTokens(parameters)), coverage);

    // How far a run lies above the best of its compute, draw by draw: the draws' own errors of E cancel.
    internal Interval LossAboveBest(double parameters, double tokens, double coverage) =>
        Of(6 * parameters * tokens, coverage, (form, n, flops) => form.Loss(parameters, tokens) - BestLoss(form, n, flops));

    private static double BestLoss(ChinchillaForm form, double n, double flops) => form.Loss(n, flops / (6 * n));

    /// <summary>A number of each draw: its constants, its optimal size for the compute, the compute.</summary>
    private Interval Of(double flops, double coverage, Func<ChinchillaForm, double, double, double> number)
    {
        var sizes = SizesAt(flops);
        var sample = new double[_forms.Length];
        for (var i = 0; i < sample.Length; i++)
            sample[i] = number(_forms[i], sizes[i], flops);
        return Interval.Of(sample, coverage);
    }

    private double[] SizesAt(double flops)
    {
        if (_last is { } last && last.Flops.Equals(flops))
            return last.Sizes;
        var sizes = new double[_forms.Length];
        for (var i = 0; i < sizes.Length; i++)
            sizes[i] = _g[i] * Math.Pow(flops / 6, _forms[i].ParametersExponent);
        _last = new Frontier(flops, sizes);
        return sizes;
    }

    internal Interval Loss(double parameters, double tokens, double coverage) =>
        Interval.Of(Array.ConvertAll(_forms, form => form.Loss(parameters, tokens)), coverage);

    /// <summary>The optimal size of every draw for one compute; never changed, so that threads may share it.</summary>
    private sealed class Frontier(double flops, double[] sizes)
    {
        public double Flops { get; } = flops;

        public double[] Sizes { get; } = sizes;
    }
}
