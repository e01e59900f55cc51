using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Tests.Forms;

public sealed class FormTests
{
    public static TheoryData<string, double[]> Truths => new()
    {
        { "chinchilla", [1.8, 480, 2100, 0.348, 0.366] },
        { "chinchilla-equal-exponents", [1.8, 480, 1500, 0.35] },
        { "over-training", [1.51, 141, 190, 0.121] },
        { "kaplan-joint", [6.4e13, 1.8e13, 0.076, 0.103] },
        { "kaplan-parameters", [8.8e13, 0.076] },
        { "kaplan-tokens", [5.4e13, 0.095] },
        { "kaplan-compute", [2.3e28, 0.05] },
        { "kaplan-learning-curve", [6.5e13, 2.1e3, 0.077, 0.76] },
        { "data-constrained", [1.87, 521, 1488, 0.353, 15.4, 5.3] },
        { "data-constrained-two-exponents", [1.87, 521, 1488, 0.33, 0.37, 15.4, 5.3] },
        { "repetition-penalty", [2.17298, 1325.3, 17599, 0.4002, 0.4571, 2.8981e-3] },
        { "repetition-penalty-free-exponents", [2.166, 1380, 14955, 0.403, 0.4481, 1.345e-4, 1.7174, 1.2912] },
        { "routed", [-0.082, -0.108, 0.009, 1.104, 1.847, 314.5] },
        { "critical-batch", [2.1e8, 0.21] },
        { "power-of-parameters-and-tokens", [1.79, -0.713, 0.307] },
    };

    [Theory]
    [MemberData(nameof(Truths))]
    public void Fit_NoiseFreeRuns_GivesTheirTruthBack(string id, double[] truth)
    {
        var form = LossForm.All.Single(form => form.Id == id);

        var fit = LawFit.Fit(form, Runs(form, truth, noise: 0));

        for (var i = 0; i < truth.Length; i++)
            Assert.Equal(1, fit.Constants[i].Value / truth[i], 1e-4);
        Assert.True(fit.Trusted, string.Join("; ", fit.Findings));
    }

    [Theory]
    [MemberData(nameof(Truths))]
    public void Fit_NoisyRuns_AreWithinThreeStandardErrorsOfTheTruth(string id, double[] truth)
    {
        var form = LossForm.All.Single(form => form.Id == id);

        var fit = LawFit.Fit(form, Runs(form, truth, noise: 0.002));

        for (var i = 0; i < truth.Length; i++)
            Assert.InRange((fit.Constants[i].Value - truth[i]) / fit.Constants[i].StandardError, -3.5, 3.5);
    }

    [Theory]
    [MemberData(nameof(Truths))]
    public void ThetaOf_ConstantsOf_AreInverse(string id, double[] truth)
    {
        var form = LossForm.All.Single(form => form.Id == id);
        var logs = new RunLogs(Runs(form, truth, noise: 0));

        var back = form.ConstantsOf(form.ThetaOf(truth, logs), logs);

        for (var i = 0; i < truth.Length; i++)
            Assert.Equal(1, back[i] / truth[i], 1e-9);
    }

    [Theory]
    [MemberData(nameof(Truths))]
    public void LogLoss_DerivativesOfTheJet_AreTheSlopesOfTheValue(string id, double[] truth)
    {
        var form = LossForm.All.Single(form => form.Id == id);
        var logs = new RunLogs(Runs(form, truth, noise: 0));
        var jets = new JetObjective(form, logs, Penalty.Squares);
        var theta = form.ThetaOf(truth, logs);
        foreach (var run in new[] { 3, 17, logs.Count - 1 })
        {
            for (var i = 0; i < theta.Length; i++)
            {
                double[] up = [.. theta], down = [.. theta];
                up[i] += 1e-5;
                down[i] -= 1e-5;
                var slope = (jets.At(up, run).Value - jets.At(down, run).Value) / 2e-5;
                Assert.Equal(slope, jets.At(theta, run).Slope(i), 1e-7);
                var curvature = (jets.At(up, run).Slope(i) - jets.At(down, run).Slope(i)) / 2e-5;
                Assert.Equal(curvature, jets.At(theta, run).Curvature(i, i), 1e-6);
            }
        }
    }

    internal static List<TrainingRun> Runs(LossForm form, double[] truth, double noise)
    {
        var random = new SplitMix64(11);
        var runs = new List<TrainingRun>();
        for (var i = 0; i < 7; i++)
        {
            for (var j = 0; j < 7; j++)
            {
                for (var k = 0; k < (form.Id is "routed" || form.Equation.Contains('U', StringComparison.Ordinal) ? 5 : 1); k++)
                    runs.Add(Run(i, j, k));
            }
        }

        var logs = new RunLogs(runs);
        var jets = new JetObjective(form, logs, Penalty.Squares);
        var theta = form.ThetaOf(truth, logs);
        return [.. runs.Select((run, i) => run with { Loss = Math.Exp(jets.At(theta, i).Value + (noise * random.NextNormal())) })];
    }

    // Every size on every number of tokens, each over several epochs and with several numbers of experts.
    private static TrainingRun Run(int i, int j, int k)
    {
        var tokens = 3e8 * Math.Pow(4, j);
        return new()
        {
            Parameters = 2e7 * Math.Pow(3, i),
            Tokens = tokens,
            Loss = 1,
            Steps = 1000 * Math.Pow(2.3, j),
            UniqueTokens = tokens / Math.Pow(3, k),
            Experts = Math.Pow(4, k),
        };
    }
}
