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

    internal JointSample(double[] rows)
    {
        _forms = new ChinchillaForm[rows.Length / Columns];
        for (var i = 0; i < _forms.Length; i++)
        {
            var at = i * Columns;
            _forms[i] = new(Math.Exp(rows[at]), Math.Exp(rows[at + 1]), Math.Exp(rows[at + 2]), rows[at + 3], rows[at + 4]);
        }
    }

    internal Interval OptimalParameters(double flops, double coverage) =>
        Interval.Of(Array.ConvertAll(_forms, form => form.OptimalParameters(flops)), coverage);

    internal Interval OptimalTokens(double flops, double coverage) =>
        Interval.Of(Array.ConvertAll(_forms, form => flops / (6 * form.OptimalParameters(flops))), coverage);

    internal Interval TokensPerParameter(double flops, double coverage) => Interval.Of(
        Array.ConvertAll(_forms, form => flops / (6 * Math.Pow(form.OptimalParameters(flops), 2))), coverage);

    internal Interval BestLoss(double flops, double coverage) =>
        Interval.Of(Array.ConvertAll(_forms, form => BestLoss(form, flops)), coverage);

    internal Interval TokensFor(double parameters, double coverage) =>
        Interval.Of(Array.ConvertAll(_forms, form => form.OptimalTokens(parameters)), coverage);

    // How far a run lies above the best of its compute, draw by draw: the draws' own errors of E cancel.
    internal Interval LossAboveBest(double parameters, double tokens, double coverage) =>
        Interval.Of(Array.ConvertAll(_forms, form => form.Loss(parameters, tokens) - BestLoss(form, 6 * parameters * tokens)), coverage);

    private static double BestLoss(ChinchillaForm form, double flops)
    {
        var n = form.OptimalParameters(flops);
        return form.Loss(n, flops / (6 * n));
    }

    internal Interval Loss(double parameters, double tokens, double coverage) =>
        Interval.Of(Array.ConvertAll(_forms, form => form.Loss(parameters, tokens)), coverage);
}
