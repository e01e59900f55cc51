using ScalingSdk.Fitting.Compiled;

namespace ScalingSdk.Fitting.AnyLaw;

/// <summary>A setting that a fitted law predicts to be the best.</summary>
/// <param name="Settings">The values.</param>
/// <param name="Predicted">The prediction there.</param>
/// <param name="AtRange">The settings that lie at an end of what the runs cover: the optimum may be outside.</param>
public sealed record BestSetting(IReadOnlyDictionary<string, double> Settings, double Predicted, IReadOnlyList<string> AtRange)
{
    /// <summary>The value of each variable there, given ones among them.</summary>
    public IReadOnlyDictionary<string, double> At { get; init; } = Settings;
}

/// <summary>Minimises a fitted law over some of its variables, the others given: the learning rate and batch of a run.</summary>
public static class BestSettings
{
    private const int Points = 41;
    private const int Sweeps = 40;

    /// <summary>The best values of the free variables within the range of the runs.</summary>
    /// <exception cref="FormatException">A name is not a variable of the formula, or one has neither a value nor is free.</exception>
    public static BestSetting Find(FittedFormula fit, IReadOnlyList<string> free, IReadOnlyDictionary<string, double> given, int equation = 0)
    {
        var variables = fit.Symbols.Variables(fit.Formula);
        foreach (var name in free.Concat(given.Keys).Where(name => !variables.Contains(name, StringComparer.Ordinal)))
            throw new FormatException($"'{name}' is not a variable of the formula; it has '{string.Join("', '", variables)}'");
        if (variables.FirstOrDefault(name => !free.Contains(name, StringComparer.Ordinal) && !given.ContainsKey(name)) is { } missing)
            throw new FormatException($"'{missing}' has no value: give it as '--at {missing}=...' or free it with '--best {missing}'");
        if (free.Count is < 1 or > 3)
            throw new FormatException("'--best' takes one to three variables");
        return Search(fit, free, given, fit.Theta, equation);
    }

    internal static BestSetting Search(FittedFormula fit, IReadOnlyList<string> free, IReadOnlyDictionary<string, double> given, double[] theta, int equation)
    {
        var ranges = free.Select(name => fit.Range[name]).ToArray();
        var logs = ranges.Select(static range => range.Low > 0).ToArray();
        double At(int f, double share) => logs[f]
            ? ranges[f].Low * Math.Pow(ranges[f].High / ranges[f].Low, share)
            : ranges[f].Low + (share * (ranges[f].High - ranges[f].Low));

        // A grid over the range, then ever finer ones around its best point.
        var centre = free.Select(static _ => 0.5).ToArray();
        var width = 0.5;
        var points = free.Count == 1 ? Points : free.Count == 2 ? 21 : 9;
        var best = double.PositiveInfinity;
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var shares = Grid(centre, width, points);
            var values = Predict(fit, theta, shares.Count, equation, name => IndexOf(free, name) is var f and >= 0
                ? [.. shares.Select(share => At(f, share[f]))]
                : [.. shares.Select(_ => given[name])]);
            for (var i = 0; i < shares.Count; i++)
            {
                if (values[i] < best)
                    (best, centre) = (values[i], shares[i]);
            }

            width *= 0.6;
        }

        var settings = free.Select((name, f) => (name, value: At(f, centre[f]))).ToDictionary(static pair => pair.name, static pair => pair.value, StringComparer.Ordinal);
        return new(settings, best, [.. free.Where((_, f) => centre[f] is < 1e-6 or > 1 - 1e-6)])
        {
            At = settings.Concat(given).ToDictionary(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal),
        };
    }

    private static double[] Predict(FittedFormula fit, double[] theta, int rows, int equation, Func<string, double[]> column)
    {
        var model = LawModel.Bind(fit.Formula, fit.Symbols.Constants, rows, column);
        var predictions = new double[model.Rows];
        model.Evaluate(theta, predictions, null);
        return [.. Enumerable.Range(0, rows).Select(run => predictions[model.Row(equation, run)])];
    }

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (string.Equals(names[i], name, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }

    private static List<double[]> Grid(double[] centre, double width, int points)
    {
        List<double[]> shares = [[]];
        for (var f = 0; f < centre.Length; f++)
        {
            var (low, high) = (Math.Max(0, centre[f] - width), Math.Min(1, centre[f] + width));
            shares = [.. shares.SelectMany(share => Enumerable.Range(0, points), (share, i) => (double[])[.. share, low + ((high - low) * i / (points - 1))])];
        }

        return shares;
    }
}
