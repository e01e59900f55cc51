using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Tables;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting.Reading;

/// <summary>Magnitudes that no run has: the unit of a column is missing, or is another in some rows.</summary>
internal static class Magnitudes
{
    /// <summary>Below this a count of parameters lacks its unit.</summary>
    private const double LeastParameters = 1e4;

    /// <summary>Two sizes that are next to each other and this far apart are in two units.</summary>
    private const double MostBetween = 5000;

    /// <summary>Above this a loss in nats is worse than a guess among any vocabulary.</summary>
    private const double MostLoss = 13;

    /// <summary>Logarithms of base 10 of sizes lie in these bounds.</summary>
    private const double LeastLogarithm = 5;
    private const double MostLogarithm = 13;

    /// <summary>Tokens a parameter that no training has, in any of its runs.</summary>
    private const double LeastRatio = 1e-3;
    private const double MostRatio = 1e7;

    /// <summary>What is impossible, and what to state; null where nothing is.</summary>
    internal static string? WhyImpossible(List<TrainingRun> runs, ColumnChoice choice)
    {
        if (runs.Count == 0)
            return null;
        var sizes = runs.ConvertAll(static run => run.Parameters).ToArray();
        Array.Sort(sizes);
        var (smallest, most) = (sizes[0], sizes[sizes.Length - 1]);
        if (most < LeastParameters)
        {
            var header = Header(choice, RunField.Parameters, "N");
            return $"N is '{NumberText.Compact(smallest)}' to '{NumberText.Compact(most)}' parameters, which no language model has: state the unit, such as --column \"N={header}[M]\""
                + (smallest > LeastLogarithm && most < MostLogarithm ? $", or --column \"N={header}[log10]\" for logarithms" : "");
        }

        if (Enumerable.Range(1, sizes.Length - 1).FirstOrDefault(i => sizes[i] > MostBetween * sizes[i - 1]) is var gap and > 0)
        {
            var header = Header(choice, RunField.Parameters, "N");
            return $"N is up to '{NumberText.Compact(sizes[gap - 1])}' in '{Whole.Text(gap)}' rows and '{NumberText.Compact(sizes[gap])}' or more in the others, as in two units: write one unit, or read the rows of one: --where \"{header}>={NumberText.Round(sizes[gap])}\"";
        }

        var (least, largest) = (runs.Min(static run => run.Tokens / run.Parameters), runs.Max(static run => run.Tokens / run.Parameters));
        if (largest < LeastRatio || least > MostRatio)
            return $"the runs have '{NumberText.Compact(least)}' to '{NumberText.Compact(largest)}' tokens a parameter, which no training has: state the unit, such as --column \"D={Header(choice, RunField.Tokens, "D")}[B]\"";
        return runs.Min(static run => run.Loss) > MostLoss
            ? $"the losses are '{NumberText.Compact(runs.Min(static run => run.Loss))}' and more, above ln of any vocabulary: a law needs nats per token; of perplexities per token --column \"loss={Header(choice, RunField.Loss, "loss")}[ppl]\" takes the logarithm"
            : null;
    }

    private static string Header(ColumnChoice choice, RunField field, string otherwise) => choice.Columns.TryGetValue(field, out var column) ? column.Header : otherwise;
}
