using System.Globalization;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Tests.Forms;

/// <summary>The forms on released runs, against refits and publications.</summary>
public sealed class PublicRunsTests
{
    [Theory]
    [InlineData("gadre-c4", 1.5075, 141.13, 189.28, 0.1212)]
    [InlineData("gadre-refinedweb", 1.7345, 157.13, 246.23, 0.1272)]
    public void OverTraining_FiveSmallRuns_GivesThePublishedConstants(string file, double e, double a, double b, double eta)
    {
        // The authors' protocol: four sizes at 20 tokens per parameter, and the smallest at 320.
        var runs = PublicRuns.Read(file).Runs.Where(run => run.Parameters < 1e9).ToList();
        var smallest = runs.Min(run => run.Parameters);
        var few = runs.Where(run => Near(run.Tokens / run.Parameters, 20) || (run.Parameters == smallest && Near(run.Tokens / run.Parameters, 320))).ToList();

        // They fit squares of the loss, which squares of its logarithm are, weighted by the squared loss.
        var fit = LawFit.Fit(LossForm.OverTraining, [.. few.Select(run => run with { Weight = run.Loss * run.Loss })], new() { Penalty = Penalty.Squares });

        Assert.Equal(5, few.Count);
        Assert.Equal(1, fit["E"] / e, 0.001);
        Assert.Equal(1, fit["a"] / a, 0.001);
        Assert.Equal(1, fit["b"] / b, 0.001);
        Assert.Equal(1, fit["eta"] / eta, 0.001);
    }

    [Theory]
    [InlineData("S-Base", 0.00323, 7.83e11)]
    [InlineData("RL-R", 0.00323, 9.71e10)]
    [InlineData("Hash", 0.00298, 8.93e10)]
    public void Routed_ReleasedRuns_FitAsWellAsTheReference(string router, double residual, double cutoff)
    {
        var runs = Routed(router);

        var fit = LawFit.Fit(LossForm.Routed, runs, new() { Penalty = Penalty.Squares });

        var found = fit.Diagnostics!.RootMeanSquare / Math.Log(10);
        Assert.InRange(found, 0.9 * residual, 1.005 * residual);
        Assert.Equal(1, Math.Pow(10, -fit["b"] / fit["c"]) / cutoff, 0.25);
        Assert.InRange(runs.Count, 50, 65);
    }

    [Fact]
    public void DataConstrained_RepeatedRuns_HoldThePublishedDecayWithinTwoStandardErrors()
    {
        // Beyond a hundred epochs the loss rises, which the form cannot.
        var runs = PublicRuns.Read("data-constrained").Runs.Where(run => run.Tokens <= 100 * run.UniqueTokens).ToList();

        var fit = LawFit.Fit(LossForm.DataConstrained, runs, new() { Penalty = Penalty.Squares });

        var decay = fit.Constants.Single(c => c.Name == "R_D");
        Assert.True(fit.Diagnostics!.Converged);
        Assert.InRange((decay.Value - 15.387756) / decay.StandardError, -2, 2);
    }

    private static bool Near(double value, double target) => Math.Abs((value / target) - 1) < 0.1;

    // Top-1 and, where a model was trained with several shares of routed layers, every other layer: the second most parameters.
    private static List<TrainingRun> Routed(string router) =>
    [
        .. PublicRuns.Rows("routed-models")
            .Where(row => row["k"] == "1" && (row["router_type"] == router || row["router_type"] == "Dense"))
            .GroupBy(row => (row["N"], row["num_experts"], row["router_type"]))
            .SelectMany(same => same.Select(row => row["total_parameter_count"]).Distinct().Count() == 1 ? same.AsEnumerable() : same.GroupBy(row => row.Number("total_parameter_count")).OrderByDescending(g => g.Key).ElementAt(1))
            .Select(row => new TrainingRun
            {
                Parameters = row.Number("N"),
                Tokens = row.Number("D"),
                Loss = row.Number("loss"),
                Experts = double.Parse(row["num_experts"], CultureInfo.InvariantCulture),
            }),
    ];
}
