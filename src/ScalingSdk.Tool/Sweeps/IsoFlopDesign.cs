using System.Globalization;
using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Sweeps;

/// <summary>An isoFLOP grid: budgets in equal ratios up to the largest, sizes in equal ratios around the optimum of each.</summary>
internal static class IsoFlopDesign
{
    /// <summary>The ratio of a budget to the one before it: three give a factor of ten.</summary>
    private const double BudgetRatio = 3.1622776601683795;

    public static IReadOnlyList<SweepRun> Of(IAllocationLaw law, double largest, int budgets, int sizes, double spread, int seeds)
    {
        var runs = new List<SweepRun>();
        for (var b = budgets - 1; b >= 0; b--)
        {
            var flops = largest / Math.Pow(BudgetRatio, b);
            var optimum = law.Allocate(new TrainingFlops(flops));
            if (!optimum.HasValue)
                throw new UsageException($"'{law.Info.Id}' has no optimum at '{NumberText.Scientific(flops)}' FLOP: {optimum.WhyNone}");
            for (var s = 0; s < sizes; s++)
            {
                var parameters = Math.Round(optimum.Value.Parameters * Math.Pow(spread, (2.0 * s / (sizes - 1)) - 1));
                var tokens = Math.Floor(flops / (6 * parameters));
                if (parameters < 1 || tokens < 1)
                    throw new UsageException($"'--flops {NumberText.Scientific(largest)}' is too little for '{Text(sizes)}' sizes: one would have no token; raise it or lower '--spread'");
                for (var seed = 1; seed <= seeds; seed++)
                    runs.Add(new($"C{Text(budgets - b)}_N{Text(s + 1)}_S{Text(seed)}", parameters, tokens, 6 * parameters * tokens, seed));
            }
        }

        return runs;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
