namespace ScalingSdk.Laws;

/// <summary>A formula with each draw of its constants: the only ground for an interval.</summary>
internal sealed class FormulaDraws(FormulaConstants formula, IReadOnlyList<FormulaVariable> variables)
{
    /// <summary>As many give the ends of a 90 % interval to a tenth of its width; more would be felt in a build.</summary>
    private const int Most = 100;

    // Best sizes of draws are sought this far around the best size of the law.
    private const double Around = 8;
    private const double LeastShare = 0.9;

    private readonly FormulaSurface[] _draws = [.. formula.Sample.Take(Most).Select(draw => formula.Surface(variables, draw))];
    private (double Flops, double[] Sizes) _last;

    internal Interval Loss(double n, double d, double coverage)
    {
        lock (_draws)
            return Of(_draws.Select(draw => draw.At(n, d).Value), coverage);
    }

    internal Interval LossAboveBest(double n, double d, double best, double coverage)
    {
        var flops = 6 * n * d;
        lock (_draws)
        {
            var sizes = Sizes(flops, best);
            return Of(_draws.Select((draw, i) => Math.Max(0, draw.At(n, d).Value - draw.At(sizes[i], flops / (6 * sizes[i])).Value)), coverage);
        }
    }

    internal Interval OfBudget(double flops, double best, double coverage, Func<double, double, double, double> of)
    {
        lock (_draws)
        {
            var sizes = Sizes(flops, best);
            return Of(_draws.Select((draw, i) => of(sizes[i], flops, draw.At(sizes[i], flops / (6 * sizes[i])).Value)), coverage);
        }
    }

    internal Interval TokensOf(double n, double tokens, double coverage)
    {
        lock (_draws)
            return Of(_draws.Select(draw => draw.TokensOf(n, tokens / Around, tokens * Around)), coverage);
    }

    // A plan asks several questions about one budget. A surface is asked by one thread at a time.
    private double[] Sizes(double flops, double best)
    {
        if (!_last.Flops.Equals(flops))
            _last = (flops, [.. _draws.Select(draw => draw.BestSize(flops, best / Around, best * Around))]);
        return _last.Sizes;
    }

    private Interval Of(IEnumerable<double> values, double coverage)
    {
        double[] known = [.. values.Where(static value => !double.IsNaN(value))];
        return known.Length < LeastShare * _draws.Length || known.Length == 0
            ? new(double.NaN, double.NaN, double.NaN, coverage)
            : Interval.Of(known, coverage).Widened(formula.Widened);
    }
}
