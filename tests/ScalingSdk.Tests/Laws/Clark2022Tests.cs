using ScalingSdk.Laws;

namespace ScalingSdk.Tests.Laws;

public sealed class Clark2022Tests
{
    // In-sample: the paper's fit used these runs. Worst over all of them: S-BASE 2.07 %, RL-R 1.68 %, HASH 1.58 %.
    private const double ReleasedRuns = 0.021;

    private static readonly Clark2022[] Routers = [Clark2022.SBase, Clark2022.RlR, Clark2022.Hash];

    [Theory]
    [InlineData(0, 0.009, 3.905e9, 5.946e9)]
    [InlineData(1, 0.012, 2.649e9, 3.592e9)]
    [InlineData(2, 0.012, 3.154e9, 5.102e9)]
    public void EffectiveParameters_WithThePrintedInteraction_AreTheComputedRows(int router, double c, double at64, double at512)
    {
        var printed = Routers[router].Form with { C = c };

        Near.Relative(at64, printed.EffectiveParameters(1.3e9, 64), 2e-4);
        Near.Relative(at512, printed.EffectiveParameters(1.3e9, 512), 2e-4);
    }

    [Fact]
    public void Interaction_Inferred_ReproducesThePublishedCutoff()
    {
        Assert.Equal([0.009021, 0.011529, 0.012455], Routers.Select(r => Math.Round(r.Form.C, 6)));
        foreach (var router in Routers)
            Near.Relative(router.Cutoff.Count, router.Form.Cutoff, 1e-9);
        Assert.Equal([937e9, 85e9, 83e9], Routers.Select(r => r.Cutoff.Count));
    }

    [Fact]
    public void EffectiveParameters_OfOneExpert_AreTheModels()
    {
        foreach (var router in Routers)
            Near.Relative(3e8, router.EffectiveParameters(new(3e8), 1).Value.Count, 1e-12);
    }

    [Fact]
    public void EffectiveParameters_HaveTheLossOfTheRoutedModel()
    {
        foreach (var router in Routers)
        {
            var effective = router.EffectiveParameters(new(3e8), 64).Value;
            Near.Relative(
                router.Loss(new(3e8), 64).Value.NatsPerToken, router.Loss(effective, 1).Value.NatsPerToken, 1e-12);
        }
    }

    [Fact]
    public void EffectiveParameters_AroundTheCutoff_StopGrowing()
    {
        foreach (var router in Routers)
        {
            var cutoff = router.Cutoff.Count;
            Assert.True(router.EffectiveParameters(new(cutoff * 0.9), 64).Value.Count > cutoff * 0.9);
            Assert.True(router.EffectiveParameters(new(cutoff * 1.1), 64).Value.Count < cutoff * 1.1);
        }
    }

    [Fact]
    public void EffectiveParameters_BelowOneExpert_SayWhy() =>
        Assert.Equal("a routed model has at least 1 expert", Clark2022.SBase.EffectiveParameters(new(1e9), 0.5).WhyNone);

    [Fact]
    public void EffectiveParameters_OfAHugeModel_SayHowFarOutside() =>
        Near.Relative(20, Clark2022.SBase.EffectiveParameters(new(1.3e10), 1024).Outside.Parameters, 1e-9);

    [Fact]
    public void Loss_OfEveryReleasedRunOfTheLawsRecipe_IsWithinTheFit()
    {
        var runs = Csv.Read("runs", "routed-models.csv").Select(Run.Read).ToArray();
        var checkedRuns = 0;
        foreach (var run in runs.Where(r => r.Router is not null && r.ExpertsPerToken == 1))
        {
            // Every other layer is routed where an expert weighs what the one extra expert of the E = 2 run of this size does.
            var pair = runs.FirstOrDefault(r => r.Router == run.Router && r.Size == run.Size && r.Experts == 2);
            if (pair is null || Math.Abs((run.ExpertWeight / pair.ExpertWeight) - 1) > 0.1)
                continue;
            Near.Relative(run.Loss, run.Router!.Loss(new(run.Size), run.Experts).Value.NatsPerToken, ReleasedRuns);
            checkedRuns++;
        }

        Assert.InRange(checkedRuns, 150, 180);
    }

    private sealed record Run(Clark2022? Router, double Size, double Experts, double ExpertsPerToken, double Total, double Loss)
    {
        public double ExpertWeight => (Total - Size) / (Experts - 1);

        public static Run Read(CsvRow row)
        {
            var router = row["router_type"] switch
            {
                "S-Base" => Clark2022.SBase,
                "RL-R" => Clark2022.RlR,
                "Hash" => Clark2022.Hash,
                _ => null,
            };
            return new(
                router, row.Number("N"), row.Number("num_experts"), row.Number("k"), row.Number("total_parameter_count"), row.Number("loss"));
        }
    }
}
