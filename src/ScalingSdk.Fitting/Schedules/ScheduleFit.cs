using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Laws;

namespace ScalingSdk.Fitting.Schedules;

/// <summary>A form of loss against the learning rates, fitted to curves by least squares; its error from leaving out a block of points at a time.</summary>
internal sealed class ScheduleFit
{
    private const int Blocks = 12;

    /// <summary>What a decay gains on the public curves, C of the annealing law in nats, and its spread.</summary>
    private const double PublicGain = 0.48, PublicSpread = 0.12;

    private readonly IReadOnlyList<ScheduleCurve> _curves;
    private readonly bool _multiPower;
    private readonly double[] _shape;

    private ScheduleFit(IReadOnlyList<ScheduleCurve> curves)
    {
        _curves = curves;
        Decays = curves.Any(static curve => Fall(curve.Path) > 0.1);
        _multiPower = curves.Count >= 3 && Decays;
        _shape = _multiPower ? SimplexSearch.Least(Start, Cost) : SimplexSearch.Least([Math.Log(0.45)], Cost);
    }

    /// <summary>Whose form it is.</summary>
    public string Form => _multiPower ? "multi-power law (Luo et al. 2025)" : "annealing law (Tissue et al. 2024)";

    /// <summary>How many curves were fitted.</summary>
    public int Curves => _curves.Count;

    /// <summary>True where a curve of the fit decays.</summary>
    public bool Decays { get; }

    // ln alpha, ln C, ln beta, ln gamma: the middle of the authors' three fits.
    private static double[] Start { get; } = [Math.Log(0.46), Math.Log(2.07), Math.Log(0.59), Math.Log(0.64)];

    public static ScheduleFit Of(IReadOnlyList<ScheduleCurve> curves) => new(curves);

    /// <summary>The loss at the end of a path, and the standard deviation of its error without the form's own.</summary>
    public (double Loss, double Error) End(RatePath path)
    {
        var terms = Terms(path, [path.Steps.Count - 1], _shape)[0];
        var whole = Solve(_shape, -1);
        var loss = whole.Loss(terms);
        double sum = 0, squares = 0;
        for (var block = 0; block < Blocks; block++)
        {
            var without = Solve(_shape, block).Loss(terms);
            sum += without;
            squares += without * without;
        }

        var variance = (Blocks - 1.0) / Blocks * Math.Max(0, squares - (sum * sum / Blocks));
        var gain = Decays ? 0 : PublicSpread * terms.Fall;
        return (loss, Math.Sqrt(variance + (whole.Noise * whole.Noise) + (gain * gain)));
    }

    private double Cost(double[] shape)
    {
        var noise = Solve(shape, -1).Noise;
        return double.IsNaN(noise) ? double.PositiveInfinity : noise;
    }

    // The linear constants, without a block of points; a curve that never decays leaves its gain to the public ones.
    private Linear Solve(double[] shape, int without)
    {
        var squares = default(NonNegativeLeastSquares3);
        var all = new List<(Term Term, double Loss)>();
        foreach (var curve in _curves)
        {
            var terms = Terms(curve.Path, curve.Knots, shape);
            for (var i = 0; i < terms.Length; i++)
            {
                if (i * Blocks / terms.Length != without)
                    all.Add((terms[i], curve.Losses[i] + (Decays ? 0 : PublicGain * terms[i].Fall)));
            }
        }

        foreach (var (term, loss) in all)
            squares.Add(1 / loss, term.Power / loss, Decays ? -term.Fall / loss : 0, loss * loss);
        var (least, a, c) = squares.Solve();
        var linear = new Linear(least, a, Decays ? c : PublicGain, 0);
        var sum = all.Sum(point => Square(point.Loss - (Decays ? 0 : PublicGain * point.Term.Fall) - linear.Loss(point.Term)));
        return linear with { Noise = Math.Sqrt(sum / Math.Max(1, all.Count - 3 - shape.Length)) };
    }

    private Term[] Terms(RatePath path, IReadOnlyList<int> knots, double[] shape)
    {
        var sums = path.Sums();
        var alpha = Math.Exp(shape[0]);
        if (!_multiPower)
        {
            var areas = path.Areas(AnnealingLaw.UsualLambda);
            return [.. knots.Select(k => new Term(Math.Pow(sums[k], -alpha), areas[k]))];
        }

        var decays = MultiPowerLaw.Decays(path, sums, knots, Math.Exp(shape[1]), Math.Exp(shape[2]), Math.Exp(shape[3]));
        return [.. knots.Select((k, i) => new Term(Math.Pow(sums[k], -alpha), decays[i]))];
    }

    private static double Fall(RatePath path) => 1 - (path.Rates[path.Rates.Count - 1] / path.Peak);

    private static double Square(double x) => x * x;

    /// <summary>S_1^-alpha, and what the decay has gained in units of the linear constant.</summary>
    private readonly record struct Term(double Power, double Fall);

    private readonly record struct Linear(double Least, double A, double C, double Noise)
    {
        public double Loss(Term term) => Least + (A * term.Power) - (C * term.Fall);
    }
}
