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
    private readonly double _widened;

    // A plan asks five questions about one budget, and threads have plans of their own.
    [ThreadStatic]
    private static Frontier? _last;

    [ThreadStatic]
    private static double[]? _draws;

    /// <param name="rows">The draws, one after the other.</param>
    /// <param name="widened">By how much their intervals are widened, where they were drawn from few units.</param>
    internal JointSample(double[] rows, double widened = 1)
    {
        _widened = widened;
        _forms = new ChinchillaForm[rows.Length / Columns];
        _g = new double[_forms.Length];
        for (var i = 0; i < _forms.Length; i++)
        {
            var at = i * Columns;
            _forms[i] = new(Math.Exp(rows[at]), Math.Exp(rows[at + 1]), Math.Exp(rows[at + 2]), rows[at + 3], rows[at + 4]);
            _g[i] = _forms[i].G;
        }
    }

    internal Interval OptimalParameters(double flops, double coverage)
    {
        var best = At(flops).Parameters;
        return Over(i => best[i], coverage);
    }

    internal Interval OptimalTokens(double flops, double coverage)
    {
        var best = At(flops).Parameters;
        return Over(i => flops / (6 * best[i]), coverage);
    }

    internal Interval TokensPerParameter(double flops, double coverage)
    {
        var best = At(flops).Parameters;
        return Over(i => flops / (6 * (best[i] * best[i])), coverage);
    }

    internal Interval BestLoss(double flops, double coverage)
    {
        var best = At(flops).Parameters;
        return Over(i => _forms[i].Loss(best[i], flops / (6 * best[i])), coverage);
    }

    internal Interval TokensFor(double parameters, double coverage) => Over(i => _forms[i].OptimalTokens(parameters), coverage);

    // How far a run lies above the best of its compute, draw by draw: the draws' own errors of E cancel.
    internal Interval LossAboveBest(double parameters, double tokens, double coverage)
    {
        var flops = 6 * parameters * tokens;
        var best = At(flops).Parameters;
        return Over(i => _forms[i].Loss(parameters, tokens) - _forms[i].Loss(best[i], flops / (6 * best[i])), coverage);
    }

    internal Interval Loss(double parameters, double tokens, double coverage) => Over(i => _forms[i].Loss(parameters, tokens), coverage);

    private Interval Over(Func<int, double> draw, double coverage)
    {
        var sample = _draws?.Length == _forms.Length ? _draws : _draws = new double[_forms.Length];
        for (var i = 0; i < sample.Length; i++)
            sample[i] = draw(i);
        return Interval.Of(sample, coverage).Widened(_widened);
    }

    private Frontier At(double flops)
    {
        if (_last is { } last && last.Of == this && last.Flops.Equals(flops))
            return last;
        var best = new double[_forms.Length];
        for (var i = 0; i < best.Length; i++)
            best[i] = _g[i] * Math.Pow(flops / 6, _forms[i].ParametersExponent);
        return _last = new Frontier(this, flops, best);
    }

    private sealed record Frontier(JointSample Of, double Flops, double[] Parameters);
}
