using System.Globalization;

namespace ScalingSdk.Tests.Planning;

/// <summary>What the plan proposes is as good as what a grid with refinement finds, for 1,000 random inputs each.</summary>
public sealed class BruteForceTests
{
    private const int Inputs = 1000;
    private const double Tolerance = 1e-9;

    private static double Between(Random random, double low, double high) => low * Math.Pow(high / low, random.NextDouble());

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The least value of a function over ln x: a grid of 200 points, refined around its best until it no longer moves.</summary>
    private static double Least(Func<double, double> objective, double low, double high)
    {
        var (from, to) = (Math.Log(low), Math.Log(high));
        var least = double.PositiveInfinity;
        for (var round = 0; round < 8; round++)
        {
            var step = (to - from) / 200;
            var grid = Enumerable.Range(0, 201).Select(i => (At: from + (i * step), Value: objective(Math.Exp(from + (i * step))))).ToList();
            var best = grid.MinBy(static point => point.Value);
            least = Math.Min(least, best.Value);
            (from, to) = (best.At - (2 * step), best.At + (2 * step));
        }

        return least;
    }

    // Written out anew: E + A/N^alpha + B/D^beta.
    private static double Besiroglu(double n, double d) => 1.8172 + (482.01 / Math.Pow(n, 0.3478)) + (2085.43 / Math.Pow(d, 0.3658));

    private static double Muennighoff(double n, double d, double unique)
    {
        const double Alpha = 0.3526596;
        var (a, b) = (Math.Exp(6.255414), Math.Exp(7.3049974));
        static double Worth(double x, double of, double star) =>
            x <= of ? x : of + (of * star * (1 - Math.Exp(-((x / of) - 1) / star)));
        var g = Math.Pow(a / b, 1 / (2 * Alpha));
        return Math.Exp(0.6254804) + (a / Math.Pow(Worth(n, g * g * unique, 5.309743), Alpha)) + (b / Math.Pow(Worth(d, unique, 15.387756), Alpha));
    }

    [Fact]
    public void ComputeAlone_IsSplitAtTheLeastLoss()
    {
        var random = new Random(1);
        for (var i = 0; i < Inputs; i++)
        {
            var flops = Between(random, 1e16, 1e27);

            var plan = PlanSamples.Plan($$"""{ "budget": { "flops": {{Text(flops)}} } }""");

            var found = Besiroglu(plan.Size.Counts.Active.Count, plan.Run!.Tokens.Count);
            Assert.InRange(found / Least(n => Besiroglu(n, flops / (6 * n)), 1e4, 1e15), 1 - Tolerance, 1 + Tolerance);
        }
    }

    [Fact]
    public void LimitedData_IsUsedAtTheLeastLoss()
    {
        var random = new Random(2);
        for (var i = 0; i < Inputs; i++)
        {
            var (flops, unique) = (Between(random, 1e18, 1e25), Math.Round(Between(random, 1e7, 1e12)));

            var plan = PlanSamples.Plan(
                $$"""{ "model": { "parameters": "1B" }, "data": { "unique_tokens": {{Text(unique)}} }, "budget": { "flops": {{Text(flops)}} } }""");

            // A run that ends before the data do has seen fewer of them; a best run whose loss turns up is not shown.
            if (plan.Data is not { Unique.Count: var seen })
            {
                Assert.True(plan.Size.IsOfNoRun, "only of a compute or epochs that no run has nothing is said");
                continue;
            }

            if (plan.LimitedData.FirstOrDefault(row => Math.Abs((row.Compute.Flops / flops) - 1) < 1e-9) is not { } best)
                continue;
            var found = Muennighoff(best.Parameters, best.Epochs * seen, seen);
            Assert.InRange(found / Least(n => Muennighoff(n, flops / (6 * n), seen), 1e3, 1e16), 1 - Tolerance, 1 + Tolerance);
        }
    }

    [Fact]
    public void LifetimeOfUse_IsServedAtTheLeastCompute()
    {
        var random = new Random(3);
        for (var i = 0; i < Inputs; i++)
        {
            var (n, perParameter, served) = (Between(random, 1e8, 1e12), Between(random, 5, 500), Between(random, 1e9, 1e15));
            var (size, tokens) = (Math.Round(n), Math.Round(n * perParameter));

            var best = PlanSamples.Plan($$"""
                { "model": { "parameters": {{Text(size)}} }, "data": { "tokens": {{Text(tokens)}} },
                  "inference": { "lifetime_tokens": {{Text(Math.Round(served))}} } }
                """).Inference!.Best.Value;

            var loss = Besiroglu(size, tokens);
            double Lifetime(double parameters)
            {
                var gap = loss - 1.8172 - (482.01 / Math.Pow(parameters, 0.3478));
                return gap > 0 ? (6 * parameters * Math.Pow(2085.43 / gap, 1 / 0.3658)) + (2 * parameters * Math.Round(served)) : double.PositiveInfinity;
            }

            Assert.InRange(best.LifetimeFlops / Least(Lifetime, size * 1e-4, size * 1e4), 1 - Tolerance, 1 + Tolerance);
        }
    }

    [Fact]
    public void TargetLoss_IsReachedAtTheLeastCompute()
    {
        var random = new Random(4);
        for (var i = 0; i < Inputs; i++)
        {
            var loss = 1.8172 + Between(random, 0.03, 2);

            var plan = PlanSamples.Plan($$"""{ "budget": { "target_loss": {{Text(loss)}} } }""");

            double Compute(double n)
            {
                var gap = loss - 1.8172 - (482.01 / Math.Pow(n, 0.3478));
                return gap > 0 ? 6 * n * Math.Pow(2085.43 / gap, 1 / 0.3658) : double.PositiveInfinity;
            }

            Assert.InRange(plan.Compute!.SixND.Flops / Least(Compute, 1e3, 1e16), 1 - Tolerance, 1 + Tolerance);
        }
    }

    [Fact]
    public void FlatOptimum_EndsWhereTheSameLossCostsATenthMore()
    {
        var random = new Random(5);
        for (var i = 0; i < Inputs; i++)
        {
            var flops = Between(random, 1e17, 1e26);

            var (least, most) = PlanSamples.Plan($$"""{ "budget": { "flops": {{Text(flops)}} } }""").Optimum!.FlatSizes!.Value;

            var best = Least(n => Besiroglu(n, flops / (6 * n)), 1e4, 1e15);
            Assert.Equal(best, Besiroglu(least, 1.1 * flops / (6 * least)), 1e-9);
            Assert.Equal(best, Besiroglu(most, 1.1 * flops / (6 * most)), 1e-9);
            Assert.True(least < most);
        }
    }
}
