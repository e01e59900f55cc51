using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Laws;

namespace ScalingSdk.Benchmarks.Fitting;

/// <summary>How the noise of a simulated set is drawn; its scale is the design's.</summary>
internal enum CoverageNoise
{
    /// <summary>Independent and normal.</summary>
    Gaussian,

    /// <summary>Student's t with three degrees of freedom, of the same standard deviation.</summary>
    HeavyTailed,

    /// <summary>Four fifths of the standard deviation are shared by all runs of a size.</summary>
    SharedBySize,

    /// <summary>Four fifths of the standard deviation are shared by all runs of a budget: a learning rate that was chosen for it.</summary>
    SharedByBudget,
}

/// <summary>Where simulated runs lie.</summary>
internal sealed record CoverageDesign(string Name, double Noise, IReadOnlyList<(double N, double D)> Cells)
{
    /// <summary>As the 240 reconstructed Chinchilla runs: 44M to 16B in 40 sizes, 6e18 to 3e21 FLOP, residuals of .0075.</summary>
    internal static CoverageDesign Large { get; } = new("240 in 40 sizes", 0.0075, [.. Iso(6, 6e18, 3e21, 40)]);

    /// <summary>Five budgets of six sizes each, from a ladder of ten sizes.</summary>
    internal static CoverageDesign Small { get; } = new("30 in 10 sizes", 0.004, [.. Ladder(5, 6)]);

    /// <summary>Four budgets of six sizes each.</summary>
    internal static CoverageDesign FourBudgets { get; } = new("24 in 4 budgets", 0.004, [.. Ladder(4, 6)]);

    /// <summary>Four budgets of four sizes each.</summary>
    internal static CoverageDesign FourByFour { get; } = new("16 in 4 budgets", 0.004, [.. Ladder(4, 4)]);

    /// <summary>Three budgets of seven sizes each.</summary>
    internal static CoverageDesign ThreeBudgets { get; } = new("21 in 3 budgets", 0.004, [.. Ladder(3, 7)]);

    /// <summary>Six sizes on five numbers of tokens.</summary>
    internal static CoverageDesign FewSizes { get; } = new("30 in 6 sizes", 0.004,
        [.. from i in Enumerable.Range(0, 6) from j in Enumerable.Range(0, 5) select (5e7 * Math.Pow(3, i), 1e9 * Math.Pow(3, j))]);

    /// <summary>Four sizes on four numbers of tokens.</summary>
    internal static CoverageDesign FourSizes { get; } = new("16 in 4 sizes", 0.004,
        [.. from i in Enumerable.Range(0, 4) from j in Enumerable.Range(0, 4) select (1e8 * Math.Pow(3, i), 2e9 * Math.Pow(3, j))]);

    internal List<TrainingRun> Runs(ChinchillaForm truth, CoverageNoise kind, SplitMix64 random)
    {
        var byUnit = new Dictionary<double, double>();
        var runs = new List<TrainingRun>(Cells.Count);
        foreach (var (n, d) in Cells)
        {
            var error = kind == CoverageNoise.HeavyTailed ? Student(ref random) : random.NextNormal();
            if (kind is CoverageNoise.SharedBySize or CoverageNoise.SharedByBudget)
            {
                var unit = kind == CoverageNoise.SharedBySize ? n : Math.Round(Math.Log(n * d), 3);
                if (!byUnit.TryGetValue(unit, out var shared))
                    byUnit[unit] = shared = random.NextNormal();
                error = (0.8 * shared) + (0.6 * error);
            }

            runs.Add(new() { Parameters = n, Tokens = d, Loss = truth.Loss(n, d) * Math.Exp(Noise * error) });
        }

        return runs;
    }

    private static double Student(ref SplitMix64 random)
    {
        var squares = 0.0;
        var z = random.NextNormal();
        for (var i = 0; i < 3; i++)
        {
            var normal = random.NextNormal();
            squares += normal * normal;
        }

        return z / Math.Sqrt(squares);
    }

    private static IEnumerable<(double N, double D)> Iso(int perSize, double least, double most, int sizes)
    {
        for (var i = 0; i < sizes; i++)
        {
            var n = 4.4e7 * Math.Pow(1.6e10 / 4.4e7, i / (sizes - 1.0));
            for (var j = 0; j < perSize; j++)
            {
                // Budgets about the one for which the size is optimal, within the bounds.
                var optimal = 6 * n * 20 * n;
                var compute = Math.Min(most, Math.Max(least, optimal * Math.Pow(10, (j - 2.5) * 0.4)) * (1 + (0.03 * j)));
                yield return (n, compute / (6 * n));
            }
        }
    }

    private static IEnumerable<(double N, double D)> Ladder(int budgets, int sizes)
    {
        for (var b = 0; b < budgets; b++)
        {
            var compute = 1e19 * Math.Pow(10, b * 0.5);
            var optimal = 0.12 * Math.Pow(compute / 6, 0.513);
            for (var k = 0; k < sizes; k++)
            {
                var n = Math.Exp(Math.Round((Math.Log(optimal) + ((k - ((sizes - 1) / 2.0)) * 0.6)) / 0.6) * 0.6);
                yield return (n, compute / (6 * n));
            }
        }
    }
}
