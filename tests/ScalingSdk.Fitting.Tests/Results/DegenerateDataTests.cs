using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Fits;
using ScalingSdk.Fitting.Uncertainty;

namespace ScalingSdk.Fitting.Tests.Results;

public sealed class DegenerateDataTests
{
    private const double Noise = 0.004;

    [Fact]
    public void Chinchilla_OneSize_SaysThatTheSizeTermIsUnknown()
    {
        var fit = LawFit.Chinchilla([.. Made.Grid(6, 9, Noise).Where(run => run.Parameters == 5e7)]);

        AssertNotIdentified(fit, "A", "alpha");
        Assert.Contains(fit.Findings, f => f.Text.Contains("one size", StringComparison.Ordinal));
    }

    [Fact]
    public void Chinchilla_OneTokenCount_SaysThatTheTokenTermIsUnknown()
    {
        var fit = LawFit.Chinchilla([.. Made.Grid(9, 6, Noise).Where(run => run.Tokens == 1e9)]);

        AssertNotIdentified(fit, "B", "beta");
        Assert.Contains(fit.Findings, f => f.Text.Contains("one number of tokens", StringComparison.Ordinal));
    }

    [Fact]
    public void Chinchilla_AllLossesEqual_IdentifiesNoExponent()
    {
        var fit = LawFit.Chinchilla([.. Made.Grid().Select(run => run with { Loss = 3 })]);

        AssertNotIdentified(fit, "A", "B", "alpha", "beta");
        Assert.Contains(fit.Findings, f => f.Text.Contains("all losses are equal", StringComparison.Ordinal));
    }

    [Fact]
    public void Chinchilla_ThreeRuns_IdentifiesNothing()
    {
        var fit = LawFit.Chinchilla([.. Made.Grid().Take(3)]);

        AssertNotIdentified(fit, "E", "A", "B", "alpha", "beta");
    }

    [Fact]
    public void Chinchilla_TokensProportionalToSize_CannotTellTheTermsApart()
    {
        var runs = Enumerable.Range(0, 12).Select(i => 2e7 * Math.Pow(2, i))
            .Select((n, i) => Made.Run(n, 20 * n, Made.Loss(n, 20 * n, Made.Truth) * (1 + (Noise * (((i * 7) % 5) - 2))))).ToList();

        AssertNotIdentified(LawFit.Chinchilla(runs), "A", "B");
    }

    [Fact]
    public void Chinchilla_TokensProportionalToSizeWithoutNoise_StillSaysSo()
    {
        var runs = Enumerable.Range(0, 12).Select(i => 2e7 * Math.Pow(2, i)).Select(n => Made.Run(n, 20 * n, 2 + (400 / Math.Pow(n, 0.34)))).ToList();

        Assert.False(LawFit.Chinchilla(runs).Trusted);
    }

    [Fact]
    public void Chinchilla_NoRuns_SaysSoAndPredictsNothing()
    {
        var fit = LawFit.Chinchilla([]);

        Assert.False(fit.Trusted);
        Assert.All(fit.Constants, c => Assert.True(double.IsNaN(c.Value)));
        Assert.Empty(Bootstrap.Run(fit).Rows);
    }

    [Fact]
    public void Chinchilla_NonsenseNumbers_AreLeftOutWithAFinding()
    {
        var bad = new[] { Made.Run(double.NaN, 1e9, 3), Made.Run(1e9, -1, 3), Made.Run(1e9, 1e9, double.PositiveInfinity), Made.Run(1e9, 1e9, 3) with { Weight = -1 } };

        var fit = LawFit.Chinchilla([.. Made.Grid(6, 6, Noise), .. bad]);

        Assert.Equal(36, fit.Runs.Count);
        Assert.Equal(4, fit.Findings.Count(f => f.Kind == FitFindingKind.RunsLeftOut));
    }

    [Fact]
    public void Chinchilla_SoundRuns_AreTrustedWithoutFindings()
    {
        var fit = LawFit.Chinchilla(Made.Grid(6, 6, 0.002));

        Assert.True(fit.Trusted);
        Assert.Empty(fit.Findings);
    }

    [Fact]
    public void Chinchilla_OneSize_NamesARunOfAnotherSize()
    {
        var fit = LawFit.Chinchilla([.. Made.Grid(6, 9, Noise).Where(run => run.Parameters == 5e7)]);

        Assert.Contains("parameters on", fit.Constants[3].WhyNotIdentified!, StringComparison.Ordinal);
        Assert.DoesNotContain("'50M' parameters", fit.Constants[3].WhyNotIdentified!, StringComparison.Ordinal);
    }

    [Fact]
    public void Chinchilla_NoiseFarAboveTheSeeds_SaysThatTheFormMisses()
    {
        var fit = LawFit.Chinchilla(Made.Grid(6, 6, 0.01), new() { SeedNoise = 0.001 });

        Assert.Contains(fit.Findings, f => f.Kind == FitFindingKind.LackOfFit);
    }

    [Fact]
    public void Findings_OneRun_AreOneSentence()
    {
        var fit = LawFit.Chinchilla(new RunSet { Runs = [new() { Parameters = 1e8, Tokens = 2e9, Loss = 3.2 }] });

        Assert.Equal("'E', 'A', 'B', 'alpha', 'beta' are not identified: 1 run cannot determine 5 constants; they take at least 6 runs of several sizes and several numbers of tokens", Assert.Single(fit.Findings).Text);
    }

    private static void AssertNotIdentified(FitResult fit, params string[] names)
    {
        Assert.False(fit.Trusted);
        foreach (var name in names)
            Assert.False(fit.Constants.Single(c => c.Name == name).Identified, $"'{name}' passes as identified");
    }
}
