using System.Globalization;
using ScalingSdk.Diagnostics;
using ScalingSdk.Json.Editing;
using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using ScalingSdk.Rules;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Tests.Rules;

/// <summary>Published runs through the whole catalogue: each gets what an expert would say, and the proposals are near what was published.</summary>
public sealed class PublishedRunsTests
{
    private static readonly PublishedRun[] WithUsualRate = [.. PublishedRun.All.Where(static run => run.HasUsualRate)];

    /// <summary>Without those whose batch a finding calls too large: a proposal is not meant to be near them.</summary>
    private static readonly PublishedRun[] WithBatch = [.. PublishedRun.All.Where(static run =>
        run.Batch is not null && run.Plan.Batch.Proposed.HasValue && !run.Found.Contains("SCALE2001 suggestion", StringComparer.Ordinal))];

    private static readonly PublishedRun[] First = [.. WithBatch.Where(static run => run.IsFirst)];

    private static readonly PublishedRun[] Recent = [.. WithBatch.Where(static run => !run.IsBefore2023)];

    public static TheoryData<string> Names => [.. PublishedRun.All.Select(static run => run.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Run_GetsTheFindingsOfTheTable(string name)
    {
        var run = Find(name);
        Assert.True(run.Found.SequenceEqual(run.Expected, StringComparer.Ordinal),
            $"'{name}' gets [{string.Join(", ", run.Result.Findings)}] where an expert says '{run.Expert}'; correct the rule, or the table if the expert was wrong");
    }

    [Theory, MemberData(nameof(Names))]
    public void Help_Typed_EndsItsFindingAndRaisesNoOtherWarning(string name)
    {
        var run = Find(name);
        foreach (var finding in run.Result.Findings)
        {
            foreach (var help in finding.Help.Where(static help => help.Edits.Count > 0))
            {
                var after = PublishedRun.Run(SpecEditor.Apply(run.Text, help.Edits)!).Findings;
                Assert.False(help is Remedy && after.Any(one => one.Rule == finding.Rule), $"'{help.Typed}' does not end {finding.Rule.Id} of {name}");
                Assert.False(
                    after.Any(one => one.Severity >= Severity.Warning && !run.Result.Findings.Any(before => before.Rule == one.Rule && before.Severity >= one.Severity)),
                    $"'{help.Typed}' raises another warning than {finding.Rule.Id} of {name}");
            }
        }
    }

    // The clause that plans, rules and the law's page say of ling-2025, without the run whose batch was unstable.
    [Fact]
    public void RoutedRuns_ToTheLawOfExperts_LieAsItsClauseSays()
    {
        var runs = PublishedRun.All.Where(static run => run.Plan.Size.Counts.IsRouted && (run.Rate ?? run.Batch) is not null && !run.Found.Contains("SCALE2001 suggestion", StringComparer.Ordinal)).ToList();
        static TrainingFlops Compute(PublishedRun run) => run.Plan.Compute!.SixND;
        var beyond = runs.ConvertAll(static run => Compute(run).Flops / 3e20);
        var rates = runs.Where(static run => run.Rate is not null).Select(static run => run.Rate!.Value / Ling2025.Law.LearningRate(Compute(run)).Value).ToList();
        var batches = runs.Where(static run => run.Batch is not null).Select(static run => run.Batch!.Value / Ling2025.Law.Batch(Compute(run)).Value.Count).ToList();

        Assert.Equal(
            string.Create(CultureInfo.InvariantCulture, $"{beyond.Min():0} to {beyond.Max() / 10:0}0 times beyond its compute, have {rates.Min():0.00} to {rates.Max():0.00} times its learning rate and {batches.Min():0.00} to {batches.Max():0.0} times its batch"),
            Ling2025.PublishedRuns.Replace(",120", "120", StringComparison.Ordinal));
    }

    /// <summary>The compute of a run over the least for its loss on the same tokens, and its effective over compute-optimal tokens.</summary>
    [Theory]
    [InlineData("Cerebras-GPT 111M", 1.00, 0.783)]
    [InlineData("nanochat d20", 1.00, 0.855)]
    [InlineData("Datablations 8.7B, 4 epochs", 1.01, 0.936)]
    [InlineData("Datablations 8.7B, 7 epochs", 1.04, 0.855)]
    [InlineData("GPT-2 XL", 1.08, 2.19)]
    [InlineData("TinyStories 33M", 1.46, 3.3)]
    [InlineData("BabyLM 100M words, 10 epochs", 1.48, 0.35)]
    [InlineData("BLOOM 176B", 2.1, 0.118)]
    [InlineData("GPT-3 175B", 2.5, 0.0976)]
    [InlineData("Galactica 120B", 2.5, 0.191)]
    [InlineData("OPT 175B", 3.1, 0.0967)]
    [InlineData("Gopher 280B", 3.7, 0.0623)]
    public void Waste_OfARun_IsThatOfTheTable(string name, double waste, double ratio)
    {
        var plan = Find(name).Plan;
        Assert.Equal(waste, LimitedData.Waste(plan)!.Value, 0.05 * waste);
        Assert.Equal(ratio, plan.Data!.OptimalRatio, 0.01 * ratio);
    }

    [Fact]
    public void Rates_OfPublishedRuns_LieInTheBand()
    {
        var (alone, _) = RateBand.Shares(RateBand.Points(WithUsualRate));
        Assert.True(alone >= 0.85 * WithUsualRate.Length, $"{Grouped(alone)} of {Grouped(WithUsualRate.Length)} published rates lie in the band by size; refit PublishedRates");
        var inside = WithUsualRate.Count(HasRateInRange);
        Assert.True(inside >= 0.8 * WithUsualRate.Length, $"{Grouped(inside)} of {Grouped(WithUsualRate.Length)} published rates lie in the proposed range; refit PublishedRates");
    }

    [Fact]
    public void Band_RefittedToTheRuns_IsThatOfTheLaw()
    {
        var (power, low) = RateBand.Fit(RateBand.Points(WithUsualRate));
        var (lawPower, atBillion) = PublishedRates.Constants;
        Assert.Equal(power, lawPower, 0.02);
        Assert.InRange(PublishedRates.Band.Least * atBillion / low, 0.93, 1.07);
    }

    [Fact]
    public void Band_WithEachRunLeftOut_StillHoldsIt()
    {
        var points = RateBand.Points(WithUsualRate);
        var (inside, leftOut) = RateBand.Shares(points);
        Assert.Equal($"{Grouped(inside)} of the {Grouped(points.Count)} runs lie in the band, and {Grouped(leftOut)} where each run is left out of the fit", PublishedRates.Law.Info.Facts[0]);
    }

    /// <summary>Of all runs fewer are: suites before 2023 took over GPT-3's table, whose batches follow the size alone, and count with each of their sizes.</summary>
    [Theory, InlineData(true), InlineData(false)]
    public void Batches_OfPublishedRuns_AreNearTheProposal(bool first)
    {
        var (runs, which) = first ? (First, "that the rule was first tried on") : (Recent, "published from 2023 on");
        var near = runs.Count(HasBatchNearProposal) / (double)runs.Length;
        Assert.True(near >= 0.75, $"{Percent(near)} of the batches {which} are within a factor 2 of the proposal: " + string.Join("; ", runs
            .Where(static run => !HasBatchNearProposal(run)).Select(static run => $"{run.Name} {Compact(run.Batch!.Value)} against {Compact(run.Plan.Batch.Proposed.Value.Count)}")));
    }

    [Fact]
    public void Page_HasWhatThePlansSay() => GeneratedTable.Check("verdicts.md", "verdicts",
    [
        "| Run | Size | Tokens | Epochs | Rate | Proposed | Batch | Proposed | Findings | What an expert says |",
        "|---|---|---|---|---|---|---|---|---|---|",
        .. PublishedRun.All.Select(Row),
    ]);

    [Fact]
    public void Page_HasTheShares() => GeneratedTable.Check("verdicts.md", "shares",
    [
        Share("learning rates inside the proposed range (AdamW, dense, standard parametrization)", WithUsualRate, HasRateInRange),
        $"- the same by size alone, without the batch: {PublishedRates.Law.Info.Facts[0]}",
        Share("batches within a factor 2 of the proposal, of the runs that the rule was first tried on (about one of each publication)", First, HasBatchNearProposal),
        Share("the same of the runs published from 2023 on", Recent, HasBatchNearProposal),
        Share("the same of all runs (before 2023 they took over GPT-3's batches, which follow the size alone: 0.5M for small models)", WithBatch, HasBatchNearProposal),
    ]);

    /// <summary>The batches that are farther than a factor 2 from the proposal, each with its ratio: none is left out.</summary>
    [Fact]
    public void Page_HasTheBatchesThatAreFar() => GeneratedTable.Check("verdicts.md", "batches",
    [
        "| Run | Size | Tokens | Batch over proposal |",
        "|---|---|---|---|",
        .. WithBatch.Where(static run => !HasBatchNearProposal(run)).OrderBy(static run => run.Batch / run.Plan.Batch.Proposed.Value.Count)
            .Select(static run => $"| {run.Name} | {Compact(run.Plan.Size.Counts.Active.Count)} | {Compact(run.Plan.Run!.Tokens.Count)} | {Compact(run.Batch!.Value / run.Plan.Batch.Proposed.Value.Count)} |"),
    ]);

    [Fact]
    public void Page_SaysWhichNumbersWereLookedUpOnce() => GeneratedTable.Check("verdicts.md", "unchecked",
    [
        $"Rate and batch of {Grouped(PublishedRun.All.Count(static run => run.Checked is not null))} runs were looked up in a second place, named in the file. Those of "
            + $"{Grouped(PublishedRun.All.Count(static run => run.Checked is null))} were not: {string.Join(", ", PublishedRun.All.Where(static run => run.Checked is null).Select(static run => run.Name))}.",
    ]);

    private static string Share(string what, PublishedRun[] runs, Func<PublishedRun, bool> holds) =>
        string.Create(CultureInfo.InvariantCulture, $"- {what}: {runs.Count(holds)} of {runs.Length} ({Percent(runs.Count(holds) / (double)runs.Length)})");

    private static bool HasRateInRange(PublishedRun run) => run.Rate >= run.Plan.LearningRate!.Low.Value && run.Rate <= run.Plan.LearningRate.High.Value;

    private static bool HasBatchNearProposal(PublishedRun run) => run.Batch / run.Plan.Batch.Proposed.Value.Count is >= 0.5 and <= 2;

    private static string Row(PublishedRun run)
    {
        var plan = run.Plan;
        var counts = plan.Size.Counts;
        var size = counts.IsRouted ? $"{Compact(counts.Total.Count)}, {Compact(counts.Active.Count)} active" : Compact(counts.Total.Count);
        var rate = plan.LearningRate;
        var proposed = rate is not { Middle.HasValue: true } ? "-" : rate.IsPoint ? Compact(rate.Middle.Value) : $"{Compact(rate.Low.Value)} to {Compact(rate.High.Value)}";
        return $"| {run.Name} | {size} | {Compact(plan.Run!.Tokens.Count)} | {Compact(plan.Run.Epochs)} | {Number(run.Rate)} | {proposed} | {Number(run.Batch)} | "
            + $"{Number(plan.Batch.Proposed.HasValue ? plan.Batch.Proposed.Value.Count : null)} | {(run.Found.Count == 0 ? "none" : string.Join(", ", run.Found))} | {run.Expert} |";
    }

    private static string Number(double? value) => value is { } number ? Compact(number) : "-";

    private static PublishedRun Find(string name) => PublishedRun.All.Single(run => run.Name == name);
}
