using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Fitting.Uncertainty;

namespace ScalingSdk.Fitting.Tests.Uncertainty;

/// <summary>Against Besiroglu et al. 2024, Table 1 and their bootstrap of 4,000 resamples over the same 240 points.</summary>
public sealed class BesirogluTests
{
    [Fact]
    public void Chinchilla_The240Points_AreWithinAFewPerCentOfThePublication()
    {
        var fit = LawFit.Chinchilla(PublicRuns.Read("chinchilla-figure-4", dropOutliers: true));

        Assert.InRange(fit["A"] / 482.01, 0.99, 1.01);
        Assert.InRange(fit["B"] / 2085.43, 0.97, 1.03);
        Assert.Equal(1.8172, fit["E"], 0.001);
        Assert.Equal(0.3478, fit["alpha"], 0.001);
        Assert.Equal(0.3658, fit["beta"], 0.002);
    }

    [Fact]
    public void Bootstrap_FourThousandResamplesOfPoints_HasThePublishedStandardErrors()
    {
        var fit = LawFit.Chinchilla(PublicRuns.Read("chinchilla-figure-4", dropOutliers: true));

        var sample = Bootstrap.Run(fit, new() { Resamples = 4000, Resampling = Resampling.Runs });

        Assert.Equal(0, sample.NotConverged);
        Assert.InRange(sample.StandardError("alpha") / 0.01540, 0.95, 1.05);
        Assert.InRange(sample.StandardError("beta") / 0.02060, 0.95, 1.05);
        Assert.InRange(sample.StandardError("E") / 0.02566, 0.95, 1.05);
        Assert.InRange(sample.StandardError("A") / 124.58, 0.92, 1.08);
        Assert.InRange(sample.StandardError("B") / 1293.23, 0.80, 1.20);
    }

    [Fact]
    public void Bootstrap_JointSample_GivesTheIntervalsOfTheOptimalSize()
    {
        var fit = LawFit.Chinchilla(PublicRuns.Read("chinchilla-figure-4", dropOutliers: true));

        var sample = Bootstrap.Run(fit, new() { Resampling = Resampling.Runs });
        var interval = sample.Of(row => new ScalingSdk.Laws.ChinchillaForm(row[0], row[1], row[2], row[3], row[4]).OptimalParameters(1e24));

        Assert.Equal(1, interval.Low / 7.16e10, 0.04);
        Assert.Equal(1, interval.High / 1.42e11, 0.04);
    }

    [Fact]
    public void ProfileLikelihood_OfAlpha_LiesAboutTheOptimumAndAgreesWithTheBootstrap()
    {
        var fit = LawFit.Chinchilla(PublicRuns.Read("chinchilla-figure-4", dropOutliers: true), new() { Penalty = Penalty.Squares });

        var profile = ProfileLikelihood.Of(fit, "alpha")!.Value;
        var sample = Bootstrap.Run(fit, new() { Resampling = Resampling.Runs }).Of("alpha");

        Assert.InRange(fit["alpha"], profile.Low, profile.High);
        Assert.InRange((profile.High - profile.Low) / (sample.High - sample.Low), 0.5, 2);
    }
}
