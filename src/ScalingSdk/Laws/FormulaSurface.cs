using ScalingSdk.Formulas;

namespace ScalingSdk.Laws;

/// <summary>A formula with one set of constants as a function of size and tokens: what is free has the values of the least.</summary>
internal sealed class FormulaSurface
{
    /// <summary>More free variables than this are not solved for: <see cref="Slope"/> has two directions.</summary>
    internal const int MostFree = 2;

    // 10 % apart in size: narrower hollows than that are noise of a fit.
    private const double ScanStep = 0.1;
    private const double ReachStep = 0.5;
    private const int MostSteps = 60;
    private const int Points = 7;

    private readonly FormulaProgram _program;
    private readonly IReadOnlyList<FormulaVariable> _variables;
    private readonly int[] _free;
    private readonly Slope[] _values;
    private readonly Slope[] _stack;

    /// <param name="program">The right-hand side, over the variables, then the constants.</param>
    /// <param name="variables">The variables.</param>
    /// <param name="constants">The constants.</param>
    internal FormulaSurface(FormulaProgram program, IReadOnlyList<FormulaVariable> variables, double[] constants)
    {
        _program = program;
        _variables = variables;
        _free = [.. Enumerable.Range(0, variables.Count).Where(i => variables[i].IsFree)];
        _values = [.. variables.Select(static variable => new Slope(variable.Fixed ?? double.NaN)), .. constants.Select(static constant => new Slope(constant))];
        _stack = program.Stack();
    }

    /// <summary>The least value at a size and tokens, and the value of each variable there.</summary>
    internal (double Value, double[] Settings) At(double n, double d)
    {
        var settings = Settle(n, d, null);
        var value = Evaluate(n, d, settings, Directions.None).Value;
        return (value, [.. _variables.Select((variable, i) => Setting(variable, i, n, d, settings))]);
    }

    /// <summary>The size of the least value on C = 6 N D; NaN where the value falls to the end of all sizes.</summary>
    internal double BestSize(double flops, double least, double most)
    {
        double from = Math.Log(least), to = Math.Log(most), best = double.PositiveInfinity, at = double.NaN;
        var steps = Math.Max(2, (int)Math.Ceiling((to - from) / ScanStep));
        double[]? settings = null;
        double[] there = [];
        for (var i = 0; i <= steps; i++)
        {
            var size = from + ((to - from) * i / steps);
            var (n, d) = (Math.Exp(size), flops / (6 * Math.Exp(size)));
            settings = Settle(n, d, settings);
            var value = Evaluate(n, d, settings, Directions.None).Value;
            if (value < best)
                (best, at, there) = (value, size, settings);
        }

        var width = (to - from) / steps;
        return at > from && at < to ? Math.Exp(Fall(size => -Balance(Math.Exp(size), flops / (6 * Math.Exp(size)), ref there), at - width, at + width)) : double.NaN;
    }

    /// <summary>The tokens for which a size is that of the least value for the compute; NaN where there are none.</summary>
    internal double TokensOf(double n, double least, double most)
    {
        double from = Math.Log(least), to = Math.Log(most);
        var steps = Math.Max(2, (int)Math.Ceiling((to - from) / ScanStep));
        double[]? settings = null;
        var last = double.NaN;
        for (var i = 0; i <= steps; i++)
        {
            var d = Math.Exp(from + ((to - from) * i / steps));
            var there = Settle(n, d, settings);
            settings = there;
            var next = Balance(n, d, ref there);
            if (last > 0 && next <= 0)
                return Math.Exp(Fall(tokens => Balance(n, Math.Exp(tokens), ref there), from + ((to - from) * (i - 1) / steps), from + ((to - from) * i / steps)));
            last = next;
        }

        return double.NaN;
    }

    /// <summary>The least x at which a value that is a function of ln x has fallen to the one wanted; NaN where it does not.</summary>
    internal static double FirstAtMost(Func<double, double> valueOfLog, double wanted, double least, double most)
    {
        double from = Math.Log(least), to = Math.Log(most);
        var steps = Math.Max(2, (int)Math.Ceiling((to - from) / ReachStep));
        for (var i = 0; i <= steps; i++)
        {
            var at = from + ((to - from) * i / steps);
            if (valueOfLog(at) <= wanted)
                return i == 0 ? least : Math.Exp(Fall(log => Above(valueOfLog(log) - wanted), at - ((to - from) / steps), at));
        }

        return double.NaN;
    }

    // What has no value has not fallen.
    private static double Above(double difference) => double.IsNaN(difference) ? double.PositiveInfinity : difference;

    // Positive while a step from size to tokens lowers the value: the change with ln N less that with ln D. What is free stands at its own
    // least, so that it does not move the value to first order.
    private double Balance(double n, double d, ref double[] settings)
    {
        settings = Settle(n, d, settings);
        var value = Evaluate(n, d, settings, Directions.Path);
        return value.X - value.Y;
    }

    private static double Fall(Func<double, double> function, double low, double high) => Roots.OfFalling(new Falling(function), low, high);

    private double[] Settle(double n, double d, double[]? start)
    {
        if (_free.Length == 0)
            return [];
        var logs = start ?? Scan(n, d);
        var here = Evaluate(n, d, logs, Directions.Free);
        for (var step = 0; step < MostSteps; step++)
        {
            var next = Newton(logs, here);
            var value = Evaluate(n, d, next, Directions.Free);
            for (var half = 0; half < MostSteps && !(value.Value <= here.Value); half++)
            {
                for (var i = 0; i < next.Length; i++)
                    next[i] = (next[i] + logs[i]) / 2;
                value = Evaluate(n, d, next, Directions.Free);
            }

            var moved = next.Select((log, i) => Math.Abs(log - logs[i])).Max();
            if (!(value.Value <= here.Value))
                break;
            (logs, here) = (next, value);
            if (moved < 1e-12)
                break;
        }

        return logs;
    }

    // The best of a coarse grid: the start of Newton's steps.
    private double[] Scan(double n, double d)
    {
        var best = double.PositiveInfinity;
        double[] at = [.. _free.Select(i => Math.Log(_variables[i].Range.Least))];
        var each = new double[_free.Length];
        for (var k = 0; k < Math.Pow(Points, _free.Length); k++)
        {
            for (var (i, rest) = (0, k); i < each.Length; i++, rest /= Points)
                each[i] = Between(_variables[_free[i]].Range, rest % Points / (double)(Points - 1));
            if (Evaluate(n, d, each, Directions.None).Value is var value && value < best)
                (best, at) = (value, [.. each]);
        }

        return at;
    }

    private double[] Newton(double[] logs, Slope here)
    {
        var next = (double[])logs.Clone();
        double dx = -Step(here.X, here.XX), dy = 0;
        if (logs.Length == 2)
        {
            var determinant = (here.XX * here.YY) - (here.XY * here.XY);
            (dx, dy) = here.XX > 0 && determinant > 0 && Inside(logs)
                ? (((here.XY * here.Y) - (here.YY * here.X)) / determinant, ((here.XY * here.X) - (here.XX * here.Y)) / determinant)
                : (dx, -Step(here.Y, here.YY));
            next[1] = Clamped(1, logs[1] + dy);
        }

        next[0] = Clamped(0, logs[0] + dx);
        return next;
    }

    // At an end of the range each direction steps alone: one that is held there must not hold the other.
    private bool Inside(double[] logs) => Enumerable.Range(0, logs.Length).All(i =>
        logs[i] > Math.Log(_variables[_free[i]].Range.Least) && logs[i] < Math.Log(_variables[_free[i]].Range.Most));

    private static double Step(double slope, double curvature) => curvature > 0 ? slope / curvature : Math.Sign(slope);

    private double Clamped(int free, double log) => Math.Min(Math.Max(log, Math.Log(_variables[_free[free]].Range.Least)), Math.Log(_variables[_free[free]].Range.Most));

    private static double Between(Bounds range, double share) => Math.Log(range.Least) + (share * Math.Log(range.Most / range.Least));

    private double Setting(FormulaVariable variable, int index, double n, double d, double[] logs) => variable.Meaning switch
    {
        FormulaMeaning.Parameters => n,
        FormulaMeaning.Tokens => d,
        FormulaMeaning.Compute => 6 * n * d,
        _ => variable.Fixed ?? Math.Exp(logs[Array.IndexOf(_free, index)]),
    };

    private enum Directions
    {
        /// <summary>The value alone.</summary>
        None,

        /// <summary>By ln N and ln D.</summary>
        Path,

        /// <summary>By the logarithms of what is free.</summary>
        Free,
    }

    private Slope Evaluate(double n, double d, double[] logs, Directions by)
    {
        var path = by == Directions.Path ? 1 : 0;
        for (var i = 0; i < _variables.Count; i++)
        {
            switch (_variables[i].Meaning)
            {
                case FormulaMeaning.Parameters:
                    _values[i] = new(n, X: n * path, XX: n * path);
                    break;
                case FormulaMeaning.Tokens:
                    _values[i] = new(d, Y: d * path, YY: d * path);
                    break;
                case FormulaMeaning.Compute:
                    var c = 6 * n * d;
                    _values[i] = new(c, c * path, c * path, c * path, c * path, c * path);
                    break;
                default:
                    if (!_variables[i].IsFree)
                        break;
                    var which = Array.IndexOf(_free, i);
                    var value = Math.Exp(logs[which]);
                    _values[i] = by != Directions.Free ? new(value) : which == 0 ? new(value, X: value, XX: value) : new(value, Y: value, YY: value);
                    break;
            }
        }

        return _program.At(_values, _stack);
    }

    private readonly struct Falling(Func<double, double> function) : IFunction
    {
        public double At(double x) => function(x);
    }
}
