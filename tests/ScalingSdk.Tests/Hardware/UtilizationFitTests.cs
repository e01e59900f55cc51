using ScalingSdk.Hardware;

namespace ScalingSdk.Tests.Hardware;

public sealed class UtilizationFitTests
{
    // Runs whose hours lie outside the band that the other figures make.
    private static readonly string[] Outside =
    [
        "OPT-175B",      // 20.7 %, its hours are the estimate of other authors
        "Trinity Large", // 10.1 %, the first on B300: four of 256 experts
        "SmolLM2 135M",  // 9.1 %: a small model on 64 devices
    ];

    [Fact]
    public void Clusters_MadeAnewFromThePublishedRuns_AreTheSameConstants() => AssertSame(UtilizationFit.Clusters, UtilizationFigures.Clusters, static fit => fit.PerDecadeOfCount);

    [Fact]
    public void Node_MadeAnewFromTheMeasurements_IsTheSameConstants()
    {
        AssertSame(UtilizationFit.Node, UtilizationFigures.Node, static fit => fit.PerDoublingOfLength);
        Assert.Equal(UtilizationFit.Node.PerDoublingOfLength, UtilizationFit.Clusters.PerDoublingOfLength);
    }

    [Fact]
    public void SpeedOf8Bits_IsTheMiddleOfTheMeasuredPairs()
    {
        var rows = Csv.Read("hardware", "mosaic-utilization.csv").Where(static row => row.Is("gpu", "h100_80gb")).ToLookup(
            static row => (row["model"], row["sequence_length"], row["gpus"]), static row => (Precision: row["precision"], Speed: row.Number("tokens_per_second_per_gpu")));
        var mosaic = rows.Where(static pair => pair.Any(static row => row.Precision is "amp_fp8") && pair.Any(static row => row.Precision is "amp_bf16"))
            .Select(static pair => Fastest(pair, "amp_fp8") / Fastest(pair, "amp_bf16"));

        // torchtitan, tables 1 and 3: FSDP + torch.compile with and without Float8.
        double[] gains = [.. mosaic, 8_532 / 6_667.0, 8_380 / 6_514.0];

        Assert.Equal(8, gains.Length);
        Assert.Equal((1.00, 1.35), (Math.Round(gains.Min(), 2), Math.Round(gains.Max(), 2)));
        Assert.Equal(UtilizationFit.SpeedOf8Bits, Math.Round(Math.Exp(gains.Average(static gain => Math.Log(gain))), 2));

        static double Fastest(IEnumerable<(string Precision, double Speed)> rows, string precision) =>
            rows.Where(row => string.Equals(row.Precision, precision, StringComparison.Ordinal)).Max(static row => row.Speed);
    }

    [Fact]
    public void StandardErrors_OfSizeAndCount_AreThoseOfTheRemarks()
    {
        var (coefficients, errors, _) = Fit(UtilizationFigures.Clusters);

        Assert.Equal((0.17, 0.10), (Math.Round(coefficients[2], 2), Math.Round(errors[2], 2)));
        Assert.Equal((-0.07, 0.15), (Math.Round(coefficients[3], 2), Math.Round(errors[3], 2)));
    }

    [Fact]
    public void Ends_OfSizesAndCounts_AreThoseOfTheFigures()
    {
        var runs = UtilizationFigures.FromScratch.Where(static run => !UtilizationFigures.OnOneNode(run)).ToArray();

        Assert.Equal(runs.Max(static run => run.Parameters), UtilizationFit.Clusters.Sizes.High);
        Assert.Equal(runs.Min(static run => run.Parameters), UtilizationFit.Clusters.Sizes.Low, tolerance: 1e4);
        Assert.Equal((16, 16_384), (runs.Min(static run => run.Devices ?? 512), runs.Max(static run => run.Devices ?? 512)));
        Assert.Equal((UtilizationFigures.Clusters.Count, UtilizationFigures.Node.Count), (UtilizationFit.Clusters.Figures, UtilizationFit.Node.Figures));
    }

    [Fact]
    public void Band_OfTheHighest_EndsAtTheHighestFigure()
    {
        var highest = UtilizationFigures.Node.Concat(UtilizationFigures.Clusters).Max(static figure => figure.Utilization);

        Assert.Equal(highest, UtilizationFit.Clusters.At(newer: false, 4e11, 16, 4_096).High, tolerance: 6e-5);
    }

    [Fact]
    public void Bands_EachRunLeftOut_HoldMoreThan85Percent()
    {
        string[] missed = [.. Missed(UtilizationFigures.Clusters), .. Missed(UtilizationFigures.Node).Where(static name => name is not "MosaicML" and not "torchtitan")];

        Assert.Equal(Outside, missed);
        var distilled = PublishedRuns.All.Count - UtilizationFigures.FromScratch.Count;
        Assert.True(PublishedRuns.All.Count - missed.Length - distilled >= 0.85 * PublishedRuns.All.Count, FormattableString.Invariant($"{missed.Length + distilled} of {PublishedRuns.All.Count} missed"));
    }

    [Fact]
    public void Bands_EachRunOf2025And2026LeftOut_HoldMoreThan85Percent()
    {
        var recent = PublishedRuns.All.SkipWhile(static run => run.Name is not "Phi-4-mini").Select(static run => run.Name).ToArray();

        Assert.Equal(14, recent.Length);
        Assert.True(recent.Except(Outside, StringComparer.Ordinal).Count() >= 0.85 * recent.Length, "too few of the newest runs lie in their bands");
    }

    private static IEnumerable<string> Missed(IReadOnlyList<UtilizationFigure> figures)
    {
        foreach (var figure in figures)
        {
            UtilizationFigure[] others = [.. figures.Where(other => other != figure)];
            var (coefficients, _, deviation) = Fit(others);
            if (Math.Abs(Math.Log(figure.Utilization) - LeastSquares.At(coefficients, figure.Causes)) > UtilizationFigures.Width(others, deviation))
                yield return figure.Name;
        }
    }

    private static (double[] Coefficients, double[] Errors, double Deviation) Fit(IReadOnlyList<UtilizationFigure> figures) =>
        LeastSquares.Fit([.. figures.Select(static figure => figure.Causes)], [.. figures.Select(static figure => Math.Log(figure.Utilization))]);

    private static void AssertSame(UtilizationFit fit, IReadOnlyList<UtilizationFigure> figures, Func<UtilizationFit, double> last)
    {
        var (coefficients, _, deviation) = Fit(figures);

        double[] constants = [fit.Level, fit.Newer, fit.PerDecadeOfSize, last(fit)];
        Assert.All(constants.Zip(coefficients), static pair => Assert.Equal(pair.Second, pair.First, tolerance: 6e-5));
        Assert.Equal(UtilizationFigures.Width(figures, deviation), fit.Width, tolerance: 6e-5);
    }
}
