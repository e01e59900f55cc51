using ScalingSdk.Charts.Plans;
using ScalingSdk.Hardware;
using ScalingSdk.Laws;
using ScalingSdk.Planning;
using ScalingSdk.Quantities;

namespace ScalingSdk.Charts.Tests;

/// <summary>What is drawn of a plan is what its laws say: each place is read back as a value and reckoned anew.</summary>
public sealed class PlanChartTests
{
    // Besiroglu et al. 2024: L = 1.8172 + 482.01 / N^0.3478 + 2085.43 / D^0.3658.
    private static readonly ChinchillaForm Besiroglu = Besiroglu2024.Law.Form;

    private static TrainingPlan Repeated { get; } = Plans.Of(Plans.Repeated);

    private static TrainingPlan Priced { get; } = Plans.Of(Plans.Priced);

    [Fact]
    public void Frontier_Line_IsTheBestSizeOfTheLaw()
    {
        var chart = Draw(Priced, "frontier");

        chart.Follows(chart.Curve("best size, besiroglu-2024"), static flops => Besiroglu.OptimalParameters(flops));
    }

    [Fact]
    public void Frontier_Band_IsTheIntervalOfTheLaw()
    {
        var chart = Draw(Priced, "frontier");
        var edges = chart.Area("90 % interval");

        Assert.All(Enumerable.Range(0, edges.Count / 2), i =>
        {
            var interval = Besiroglu2024.Law.ParametersInterval(new TrainingFlops(chart.X(edges[i].X))).Value;
            Assert.InRange(edges[i].Y, chart.PlaceOfY(interval.High) - DrawnChart.Pixel, chart.PlaceOfY(interval.High) + DrawnChart.Pixel);
            Assert.InRange(edges[^(i + 1)].Y, chart.PlaceOfY(interval.Low) - DrawnChart.Pixel, chart.PlaceOfY(interval.Low) + DrawnChart.Pixel);
        });
    }

    [Fact]
    public void Frontier_Dots_AreThisRunAndThePublishedOnes()
    {
        var chart = Draw(Priced, "frontier");

        IsAt(chart, chart.Dot("this run"), 6 * 7e9 * 300e9, 7e9);
        Assert.All(
            PublishedRuns.All.Where(static run => run.FromScratch).DistinctBy(static run => (run.Flops, run.Parameters)),
            run => IsAt(chart, chart.Dot(run.Name), run.Flops, run.Parameters));
    }

    [Fact]
    public void Frontier_OfSeveralPlans_HasEachByItsName()
    {
        var chart = DrawnChart.Of(ChartSvg.Frontier([("small", Repeated), ("large", Priced)], DrawnChart.Wide)!);

        IsAt(chart, chart.Dot("small"), 6 * 1e9 * 40e9, 1e9);
        IsAt(chart, chart.Dot("large"), 6 * 7e9 * 300e9, 7e9);
    }

    [Fact]
    public void IsoFlop_Line_IsTheLossAtTheComputeOfTheRun()
    {
        var chart = Draw(Priced, "isoflop", linearY: true);

        chart.Follows(chart.Curve("loss at 1.26e22 FLOP, besiroglu-2024"), static size => Besiroglu.Loss(size, 7e9 * 300e9 / size));
        IsAt(chart, chart.Dot("this run"), 7e9, Besiroglu.Loss(7e9, 300e9));
    }

    [Fact]
    public void IsoFlop_MarkAndStretch_AreTheOptimumAndTheSizesOfTheSameLoss()
    {
        var chart = Draw(Priced, "isoflop", linearY: true);
        var optimum = Besiroglu.OptimalParameters(6 * 7e9 * 300e9);
        var (from, to) = chart.Stretch("at most 10 % more compute for the same loss");

        Assert.Equal(1, chart.Mark("compute-optimal " + Text.NumberText.Compact(optimum)) / optimum, 0.001);
        var loss = Besiroglu.Loss(optimum, 7e9 * 300e9 / optimum);
        Assert.All((double[])[from, to], size => Assert.Equal(1.1, size * Besiroglu.TokensFor(loss, size) / (7e9 * 300e9), 0.005));
    }

    [Fact]
    public void Loss_OfRepeatedTokens_IsThatOfWhatTheyAreWorth()
    {
        var chart = Draw(Repeated, "loss", linearY: true);

        chart.Follows(chart.Curve("these tokens, repeated (muennighoff-2023)"), static tokens => Besiroglu.Loss(1e9, Worth(tokens, 10e9)));
        chart.Follows(chart.Curve("if all were unique (besiroglu-2024)"), static tokens => Besiroglu.Loss(1e9, tokens));
        IsAt(chart, chart.Dot("this run"), 40e9, Besiroglu.Loss(1e9, Worth(40e9, 10e9)));
    }

    [Fact]
    public void Loss_OfRepeatedTokens_TellsTokensAndEpochsApart() =>
        Assert.Subset(Draw(Repeated, "loss").Labels.ToHashSet(), new HashSet<string> { "tokens processed, every epoch counted", "epochs over 10B unique tokens", "4", "16" });

    [Fact]
    public void Loss_OfASinglePass_HasTheThreshold()
    {
        var chart = Draw(Priced, "loss", linearY: true);

        chart.Follows(chart.Curve("loss, besiroglu-2024"), static tokens => Besiroglu.Loss(7e9, tokens));
        Assert.Equal(1, chart.Mark("overfitting threshold 95.5B (kaplan-2020)") / Priced.Data!.Threshold.Count, 0.001);
        Assert.Contains("tokens processed, each once (all unique)", chart.Labels);
    }

    [Fact]
    public void Loss_BeyondTheObservedRuns_IsDashed()
    {
        var dashed = Draw(Priced, "loss").Dashed("loss, besiroglu-2024").ToList();

        Assert.Contains(true, dashed);
        Assert.Contains(false, dashed);
    }

    [Fact]
    public void Epochs_Line_IsTheWorthOfRepeatedTokens()
    {
        var chart = Draw(Repeated, "epochs");

        chart.Follows(chart.Curve("worth of repeated tokens, muennighoff-2023"), static epochs => Worth(epochs * 10e9, 10e9));
        IsAt(chart, chart.Dot("this run"), 4, Worth(40e9, 10e9));
    }

    [Fact]
    public void Charts_PastTheEpochsOfARisingLoss_EndThere()
    {
        var plan = Plans.Of("""{ "model": { "parameters": "1B" }, "data": { "tokens": "3B", "unique_tokens": "500M" }, "training": { "weight_decay": 0.1, "dropout": 0 } }""");
        var chart = Draw(plan, "epochs");
        var last = Math.Min(plan.Data!.Turn.Suspect, plan.Data.Turn.Certain);

        Assert.InRange(last, 1.5, 39);
        Assert.Equal(1, chart.X(chart.Curve("worth of repeated tokens, muennighoff-2023")[^1].X) / last, 0.005);
        Assert.Contains("the loss is expected to rise", chart.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Batch_Lines_AreTheCeilingsOfTheirLaws()
    {
        var chart = Draw(Repeated, "batch");
        var size = Repeated.Size.Counts;

        chart.Follows(chart.Curve("ceiling, kaplan-2020"), tokens => Kaplan2020.Law.CriticalBatch(size, new Tokens(tokens)).Value.Count);
        chart.Follows(chart.Curve("ceiling, zhang-2024"), tokens => Zhang2024.Law.CriticalBatch(size, new Tokens(tokens)).Value.Count);
        IsAt(chart, chart.Dot("this run"), 40e9, 1e6);
        Assert.All(chart.Curve("batch"), spot => Assert.Equal(chart.PlaceOfY(1e6), spot.Y, DrawnChart.Pixel));
    }

    [Fact]
    public void Cost_Lines_AreTheLossOfWhatTheMoneyBuys()
    {
        var chart = Draw(Priced, "cost", linearY: true);

        // 989.4e12 FLOP/s of bf16 at 40 % for 2 dollars an hour (H100 data sheet).
        static double Flops(double dollars) => dollars / 2 * 3600 * 989.4e12 * 0.4;
        chart.Follows(chart.Curve("best size for the cost, besiroglu-2024"), static dollars => Besiroglu.OptimalParameters(Flops(dollars)) is var size ? Besiroglu.Loss(size, Flops(dollars) / 6 / size) : 0);
        chart.Follows(chart.Curve("7B parameters on unique tokens"), static dollars => Besiroglu.Loss(7e9, Flops(dollars) / 6 / 7e9));
        IsAt(chart, chart.Dot("this run"), 6 * 7e9 * 300e9 / Flops(1), Besiroglu.Loss(7e9, 300e9));
    }

    [Fact]
    public void Cost_WithAnAssumedUtilization_HasItsBand()
    {
        var plan = Plans.Of("""{ "model": { "parameters": "7B" }, "data": { "tokens": "300B" }, "hardware": { "accelerator": "H100-SXM", "count": 8 } }""");
        var chart = Draw(plan, "cost", linearY: true);
        var band = plan.Hardware!.Devices.Utilization.Fraction;
        var area = chart.Area($"utilization {Text.NumberText.Percent(band.Low)} to {Text.NumberText.Percent(band.High)}");
        var (x, low) = area[^1];

        var flops = chart.X(x) * 3600 * 989.4e12 * band.High;
        Assert.Equal(chart.PlaceOfY(Besiroglu.OptimalParameters(flops) is var size ? Besiroglu.Loss(size, flops / 6 / size) : 0), low, 2 * DrawnChart.Pixel);
    }

    [Fact]
    public void Charts_OfEveryPublishedRun_HaveATextAlternativeThatEnds() => Assert.All(Plans.All(), static run => Assert.All(PlanCharts.Of(run.Plan), static chart =>
    {
        Assert.EndsWith(".", chart.Description.TrimEnd(), StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", ChartSvg.Of(chart, new()), StringComparison.Ordinal);
    }));

    // Muennighoff et al. 2023, eq. 5: R* = 15.387756.
    private static double Worth(double tokens, double unique) =>
        tokens <= unique ? tokens : unique + (unique * 15.387756 * (1 - Math.Exp(-((tokens / unique) - 1) / 15.387756)));

    private static DrawnChart Draw(TrainingPlan plan, string chart, bool linearY = false) => DrawnChart.Of(ChartSvg.Of(plan, chart, DrawnChart.Wide)!, linearY: linearY);

    private static void IsAt(DrawnChart chart, (double X, double Y) spot, double x, double y)
    {
        Assert.Equal(chart.PlaceOfX(x), spot.X, DrawnChart.Pixel);
        Assert.Equal(chart.PlaceOfY(y), spot.Y, DrawnChart.Pixel);
    }
}
