using System.Globalization;
using ScalingSdk.Laws;
using ScalingSdk.Models;

namespace ScalingSdk.Tests.Laws;

public sealed class Clark2022Tests
{
    // In-sample: the paper's fit used these runs. Worst over all of them: S-BASE 2.07 %, RL-R 1.68 %, HASH 1.58 %.
    private const double ReleasedRuns = 0.021;

    private static readonly Clark2022[] Routers = [Clark2022.SBase, Clark2022.RlR, Clark2022.Hash];

    public static TheoryData<int, double, int, double> Released
    {
        get
        {
            var data = new TheoryData<int, double, int, double>();
            foreach (var (n, losses) in ReleasedTable)
            {
                for (var i = 0; i < losses.Length; i++)
                {
                    var (router, experts) = ReleasedColumns[i];
                    data.Add(router, n, experts, losses[i]);
                }
            }

            return data;
        }
    }

    private static (int Router, int Experts)[] ReleasedColumns => [(0, 2), (0, 8), (0, 64), (0, 512), (1, 64), (2, 64)];

    private static (double N, double[] Losses)[] ReleasedTable =>
    [
        (16_527_360, [3.1124, 2.9855, 2.7557, 2.6205, 2.7602, 2.8254]),
        (27_279_360, [2.9872, 2.8577, 2.6411, 2.4895, 2.6466, 2.7023]),
        (57_369_600, [2.8078, 2.6856, 2.4938, 2.3732, 2.5031, 2.5567]),
        (132_163_584, [2.6193, 2.5079, 2.3449, 2.2368, 2.3597, 2.4105]),
        (368_123_904, [2.4360, 2.3405, 2.2108, 2.1351, 2.2316, 2.2699]),
        (1_308_819_456, [2.2288, 2.1470, 2.0544, 1.9991, 2.0847, 2.1123]),
    ];

    [Theory, MemberData(nameof(Released))]
    public void Loss_OfReleasedRuns_IsWithinTheFit(int router, double n, int experts, double loss) =>
        Near.Relative(loss, Routers[router].Loss(new ActiveParameters(n), experts).Value.NatsPerToken, ReleasedRuns);

    [Theory]
    [InlineData(0, 8, 8.61524602286)]
    [InlineData(0, 64, 53.768667262)]
    [InlineData(0, 512, 194.942015816)]
    [InlineData(1, 8, 8.72260253474)]
    [InlineData(1, 64, 57.0157353824)]
    [InlineData(1, 512, 245.249144848)]
    [InlineData(2, 8, 10.9547176975)]
    [InlineData(2, 64, 58.9222324344)]
    [InlineData(2, 512, 247.884695216)]
    public void Saturated_ComputedRows_Agree(int router, double experts, double saturated) =>
        Near.Relative(saturated, Routers[router].Form.Saturated(experts), Near.Computed);

    [Theory]
    [InlineData(0, 1, 1.847)]
    [InlineData(0, 2, 2.8322)]
    [InlineData(0, 128, 91.4047)]
    [InlineData(1, 1, 1.880)]
    [InlineData(1, 2, 2.8699)]
    [InlineData(1, 128, 101.1486)]
    [InlineData(2, 1, 4.175)]
    [InlineData(2, 2, 5.1556)]
    [InlineData(2, 128, 102.9394)]
    public void Saturated_RoundedRows_Agree(int router, double experts, double saturated) =>
        Near.Relative(saturated, Routers[router].Form.Saturated(experts), 2e-5);

    [Theory]
    [InlineData(0, 16527360, 64, 2.74092622824)]
    [InlineData(0, 368123904, 64, 2.23058919543)]
    [InlineData(0, 1308819456, 512, 1.98353898443)]
    [InlineData(1, 16527360, 64, 2.73375257023)]
    [InlineData(1, 368123904, 64, 2.24997288235)]
    [InlineData(1, 1308819456, 512, 2.01542204934)]
    [InlineData(2, 16527360, 64, 2.80165478969)]
    [InlineData(2, 368123904, 64, 2.29020667569)]
    [InlineData(2, 1308819456, 512, 2.04215209112)]
    public void Loss_ComputedRows_Agree(int router, double n, double experts, double loss) =>
        Near.Relative(loss, Routers[router].Loss(new ActiveParameters(n), experts).Value.NatsPerToken, Near.Computed);

    [Theory]
    [InlineData(0, 5.18e7, 0.15)]
    [InlineData(1, 5.71e7, 0.15)]
    [InlineData(2, 4.19e7, 0.30)]
    public void EffectiveParameters_Of5MWith128Experts_AreNearThePublished55M(int router, double computed, double tolerance)
    {
        var effective = Routers[router].EffectiveParameters(new(5e6), 128).Value.Count;

        Near.Relative(computed, effective, 0.007);
        Near.Relative(55e6, effective, tolerance);
    }

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

    [SharedDataFact("runs/routed-models.csv")]
    public void Loss_OfEveryReleasedRunOfTheLawsRecipe_IsWithinTheFit()
    {
        var runs = SharedData.Rows("runs/routed-models.csv").Select(Run.Read).ToArray();
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

        public static Run Read(IReadOnlyDictionary<string, string> row)
        {
            double Number(string column) => double.Parse(row[column], CultureInfo.InvariantCulture);
            var router = row["router_type"] switch
            {
                "S-Base" => Clark2022.SBase,
                "RL-R" => Clark2022.RlR,
                "Hash" => Clark2022.Hash,
                _ => null,
            };
            return new(router, Number("N"), Number("num_experts"), Number("k"), Number("total_parameter_count"), Number("loss"));
        }
    }
}
