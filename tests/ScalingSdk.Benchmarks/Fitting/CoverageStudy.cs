using System.Globalization;
using ScalingSdk.Fitting;
using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Fitting.Uncertainty;
using ScalingSdk.Laws;

namespace ScalingSdk.Benchmarks.Fitting;

/// <summary>How often 90 % intervals hold the truth: the table of docs/fitting.md. 1,000 data sets a row take two minutes.</summary>
internal static class CoverageStudy
{
    private const int Resamples = 400;

    private static readonly ChinchillaForm Truth = Besiroglu2024.Law.Form;

    private static readonly (string Name, Func<ChinchillaForm, double> Of)[] Targets =
    [
        ("E", f => f.E), ("A", f => f.A), ("B", f => f.B), ("alpha", f => f.Alpha), ("beta", f => f.Beta),
        ("N_opt(1e22)", f => f.OptimalParameters(1e22)), ("N_opt(1e24)", f => f.OptimalParameters(1e24)),
        ("D/N(1e24)", f => 1e24 / 6 / Math.Pow(f.OptimalParameters(1e24), 2)), ("L(7B, 140B)", f => f.Loss(7e9, 1.4e11)),
    ];

    internal static void Run(string[] args)
    {
        var sets = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1000;
        Console.WriteLine("| runs | noise | penalty | resampled | " + string.Join(" | ", Targets.Select(t => t.Name)) + " | least to most |");
        Console.WriteLine("|---|---|---|---|" + string.Concat(Targets.Select(_ => "---|")) + "---|");
        Rows(CoverageDesign.Large, sets);
        Few(sets);
    }

    /// <summary>The designs of at most ten sizes alone.</summary>
    internal static void Few(int sets)
    {
        Rows(CoverageDesign.Small, sets);
        Row(CoverageDesign.Small, CoverageNoise.SharedByBudget, Penalty.Huber, Resampling.Automatic, sets);
        Row(CoverageDesign.Small, CoverageNoise.SharedByBudget, Penalty.Huber, Resampling.Budgets, sets);
        Row(CoverageDesign.Small, CoverageNoise.SharedByBudget, Penalty.Huber, Resampling.Sizes, sets);
        Row(CoverageDesign.Small, CoverageNoise.SharedByBudget, Penalty.Huber, Resampling.Runs, sets);
        foreach (var noise in new[] { CoverageNoise.Gaussian, CoverageNoise.SharedBySize, CoverageNoise.SharedByBudget })
            Row(CoverageDesign.FewSizes, noise, Penalty.Huber, Resampling.Automatic, sets);
        Row(CoverageDesign.FewSizes, CoverageNoise.Gaussian, Penalty.Huber, Resampling.Runs, sets);
        foreach (var noise in new[] { CoverageNoise.Gaussian, CoverageNoise.SharedBySize, CoverageNoise.SharedByBudget })
            Row(CoverageDesign.FourSizes, noise, Penalty.Huber, Resampling.Automatic, sets);
    }

    /// <summary>The designs of few budgets alone.</summary>
    internal static void FewBudgets(int sets)
    {
        foreach (var design in new[] { CoverageDesign.FourBudgets, CoverageDesign.FourByFour, CoverageDesign.ThreeBudgets })
        {
            foreach (var noise in new[] { CoverageNoise.Gaussian, CoverageNoise.SharedBySize, CoverageNoise.SharedByBudget })
                Row(design, noise, Penalty.Huber, Resampling.Automatic, sets);
            Row(design, CoverageNoise.SharedByBudget, Penalty.Huber, Resampling.Budgets, sets);
        }
    }

    private static void Rows(CoverageDesign design, int sets)
    {
        foreach (var noise in new[] { CoverageNoise.Gaussian, CoverageNoise.HeavyTailed, CoverageNoise.SharedBySize })
            Row(design, noise, Penalty.Huber, Resampling.Automatic, sets);
        Row(design, CoverageNoise.Gaussian, Penalty.Squares, Resampling.Automatic, sets);
        Row(design, CoverageNoise.SharedBySize, Penalty.Huber, Resampling.Runs, sets);
    }

    private static void Row(CoverageDesign design, CoverageNoise noise, Penalty penalty, Resampling resampling, int sets)
    {
        var hits = new int[Targets.Length];
        var units = new System.Collections.Concurrent.ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        Parallel.For(0, sets, set =>
        {
            var fit = LawFit.Chinchilla(design.Runs(Truth, noise, SplitMix64.Stream(2024, set)), new() { Penalty = penalty });
            var sample = Bootstrap.Run(fit, new() { Resamples = Resamples, Resampling = resampling, Seed = set, MaxThreads = 1 });
            units.AddOrUpdate(string.Create(CultureInfo.InvariantCulture, $"{sample.Units} {sample.Resampling.ToString().ToLowerInvariant()}"), 1, static (_, count) => count + 1);
            for (var t = 0; t < Targets.Length; t++)
            {
                var interval = sample.Of(row => Targets[t].Of(new(row[0], row[1], row[2], row[3], row[4])));
                var truth = Targets[t].Of(Truth);
                if (interval.Low <= truth && truth <= interval.High)
                    Interlocked.Increment(ref hits[t]);
            }
        });
        var shares = hits.Select(hit => 100.0 * hit / sets).ToArray();
        string Text(double share) => share.ToString("0.0", CultureInfo.InvariantCulture);
        var name = double.IsInfinity(penalty.Delta) ? "squares" : "Huber 1e-3";
        Console.WriteLine($"| {design.Name} | {noise} | {name} | {string.Join(", ", units.OrderByDescending(static unit => unit.Value).Select(unit => units.Count == 1 ? unit.Key : string.Create(CultureInfo.InvariantCulture, $"{unit.Key} ({100 * unit.Value / sets} %)")))} | {string.Join(" | ", shares.Select(Text))} | {Text(shares.Min())} to {Text(shares.Max())} |");
    }
}
