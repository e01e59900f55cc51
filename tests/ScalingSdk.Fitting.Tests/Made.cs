using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Tests;

/// <summary>Runs made from known constants.</summary>
internal static class Made
{
    internal static readonly double[] Truth = [1.8, 480, 2100, 0.348, 0.366];

    internal static double Loss(double n, double d, double[] t) => t[0] + (t[1] * Math.Pow(n, -t[3])) + (t[2] * Math.Pow(d, -t[4]));

    /// <summary>Every size on every number of tokens, with normal noise of ln loss.</summary>
    internal static List<TrainingRun> Grid(int sizes = 6, int budgets = 6, double noise = 0, ulong seed = 1, double[]? truth = null)
    {
        var random = new SplitMix64(seed);
        var runs = new List<TrainingRun>();
        for (var i = 0; i < sizes; i++)
        {
            for (var j = 0; j < budgets; j++)
            {
                double n = 5e7 * Math.Pow(3, i), d = 1e9 * Math.Pow(3, j);
                runs.Add(Run(n, d, Loss(n, d, truth ?? Truth) * Math.Exp(noise * random.NextNormal())));
            }
        }

        return runs;
    }

    internal static TrainingRun Run(double n, double d, double loss) => new() { Parameters = n, Tokens = d, Loss = loss };
}
