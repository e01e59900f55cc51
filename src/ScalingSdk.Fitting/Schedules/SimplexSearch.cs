namespace ScalingSdk.Fitting.Schedules;

/// <summary>Nelder and Mead's simplex, deterministic: for a few dimensions and a cost without derivatives.</summary>
internal static class SimplexSearch
{
    private const int Most = 400;
    private const double First = 0.25;
    private const double Near = 1e-9;

    public static double[] Least(double[] start, Func<double[], double> cost)
    {
        var n = start.Length;
        var corners = new List<(double[] At, double Cost)> { (start, cost(start)) };
        for (var i = 0; i < n; i++)
        {
            var corner = (double[])start.Clone();
            corner[i] += First;
            corners.Add((corner, cost(corner)));
        }

        for (var step = 0; step < Most; step++)
        {
            corners.Sort(static (left, right) => left.Cost.CompareTo(right.Cost));
            if (corners[n].Cost - corners[0].Cost <= Near * Math.Abs(corners[0].Cost))
                break;
            Replace(corners, cost, n);
        }

        return corners.OrderBy(static corner => corner.Cost).First().At;
    }

    private static void Replace(List<(double[] At, double Cost)> corners, Func<double[], double> cost, int n)
    {
        var center = new double[n];
        for (var i = 0; i < n; i++)
            center[i] = corners.Take(n).Average(corner => corner.At[i]);
        (double[] At, double Cost) Try(double factor)
        {
            var at = center.Select((x, i) => x + (factor * (x - corners[n].At[i]))).ToArray();
            return (at, cost(at));
        }

        var reflected = Try(1);
        if (reflected.Cost < corners[0].Cost)
        {
            var expanded = Try(2);
            corners[n] = expanded.Cost < reflected.Cost ? expanded : reflected;
        }
        else if (reflected.Cost < corners[n - 1].Cost)
        {
            corners[n] = reflected;
        }
        else if (Try(reflected.Cost < corners[n].Cost ? 0.5 : -0.5) is var contracted && contracted.Cost < corners[n].Cost)
        {
            corners[n] = contracted;
        }
        else
        {
            for (var k = 1; k <= n; k++)
            {
                var at = corners[k].At.Select((x, i) => (x + corners[0].At[i]) / 2).ToArray();
                corners[k] = (at, cost(at));
            }
        }
    }
}
