using System.Reflection;
using ScalingSdk.Laws;
using ScalingSdk.Models.Flops;
using ScalingSdk.Quantities;

namespace ScalingSdk.Tests.Laws;

public sealed class TrapTests
{
    [Fact]
    public void Table_OfTraps_IsComplete() => Assert.Equal(Enumerable.Range(1, 31), Traps.All.Select(static trap => trap.Number));

    [Fact]
    public void Trap_Guards_Exist() => Assert.All(Traps.All, static trap =>
    {
        Assert.True(trap.Type is not null || trap.Test is not null);
        Assert.True(trap.Type?.IsVisible ?? true);
        if (trap.Test is var (tests, name))
            Assert.NotNull(tests.GetMethod(name)!.GetCustomAttributes<FactAttribute>().SingleOrDefault());
    });

    // What makes the types of the table a guard: nothing converts one count or budget into another unasked.
    [Fact]
    public void CountsAndBudgets_ConvertIntoEachOther_OnlyByName() => Assert.All(
        typeof(Tokens).Assembly.GetTypes().Where(static type => type.Namespace is "ScalingSdk.Laws" or "ScalingSdk.Models"),
        static type => Assert.DoesNotContain(type.GetMethods(), static method => method.Name is "op_Implicit"));

    [Fact]
    public void PetaflopDay_InFlop_Is864e17() => Assert.Equal(8.64e19, new MinimumCompute(1).Flops);

    [Fact]
    public void Allocate_RawComputeAsLeast_OverstatesTheSize()
    {
        var raw = Kaplan2020.Law.Table6(new(new TrainingFlops(1e21).PetaflopDays)).Value.Parameters.Count;
        Assert.Equal(Math.Pow(2, 0.73), raw / Kaplan2020.Law.Allocate(new(1e21)).Value.Parameters, precision: 12);
    }

    [Fact]
    public void NaiveLoss_AtOnePetaflopDay_IsAnother()
    {
        var naive = Kaplan2020.Law.LossAtFixedBatch(new(8.64e19)).Value;
        var least = Kaplan2020.Law.LossOfCompute(new(1)).Value;

        Assert.NotEqual(least.ConstantSet, naive.ConstantSet);
        Assert.Equal(0.0839, least.NatsPerToken - naive.NatsPerToken, precision: 4);
    }

    [Fact]
    public void Batch_OfSequences_KeepsTheirLength() =>
        Assert.Equal(1024, BatchTokens.OfSequences(4096, 512).Sequences(2048));

    [Fact]
    public void LearningRateRule_IsInNaturalLogarithms() =>
        Assert.Equal(0.003239 - (0.0001395 * 18.420680743952367), Kaplan2020.Law.ShownLearningRate(new(1e8)).Value, precision: 12);

    [Fact]
    public void Threshold_OfTotalParameters_IsTooHigh()
    {
        var gpt2Small = Kaplan2020.Law.Threshold(new NonEmbeddingWeights(84_934_656)).Value.Count;
        var ofItsTotal = Kaplan2020.Law.Threshold(new NonEmbeddingWeights(124_439_808)).Value.Count;

        Assert.Equal((3.69e9, 4.89e9), (Math.Round(gpt2Small / 1e7) * 1e7, Math.Round(ofItsTotal / 1e7) * 1e7));
    }

    [Fact]
    public void SixN_AtALongContext_MissesAttention()
    {
        var model = StandardDecoder.Of(12, 768, heads: 12);
        var exact = model.SizeAt(8192).FlopsPerToken!.Value.Flops;

        Assert.Equal(1 + (8192.0 / (6 * 768)), exact / (6 * model.Size.Weights.Count), precision: 6);
        Assert.NotEqual(FlopsConventions.SixN.Training(model, 8192).Flops, FlopsConventions.DeepSeekM.Training(model, 8192).Flops);
    }

    [Fact]
    public void Contradiction_OfTheTwoPrintedFactors_Differs() => Assert.InRange(
        Kaplan2020.ContradictionOfEquation67.Compute.PetaflopDays / Kaplan2020.Contradiction.Compute.PetaflopDays, 9, 10);

    [Fact]
    public void Rounding_OfApproach3_MovesTokensPerParameter()
    {
        Assert.Equal(58.93, TokensPerParameter(Chinchilla2022.Approach3Tex), precision: 2);
        Assert.Equal(92.65, TokensPerParameter(Chinchilla2022.Approach3Rounded), precision: 2);

        static double TokensPerParameter(ParametricLaw law) => law.Allocate(new(5.76e23)).Value is var run
            ? run.Tokens.Count / run.Parameters
            : double.NaN;
    }

    [Theory]
    [InlineData("llama-2023")]
    [InlineData("llama-3")]
    [InlineData("efficiency-leverage-2025")]
    public void Find_LawsNotToShip_AreAbsent(string id) => Assert.Null(LawRegistry.Find(id));

    [Fact]
    public void Threshold_TakesUniqueTokens() => Assert.All(
        typeof(Kaplan2020).GetMethods()
            .Where(static method => method.Name is nameof(Kaplan2020.Threshold) or nameof(Kaplan2020.Penalty) or nameof(Kaplan2020.LargestModel))
            .SelectMany(static method => method.GetParameters()),
        static parameter => Assert.NotEqual(typeof(Tokens), parameter.ParameterType));

    [Fact]
    public void Llama7B_AgainstThreeAnswers_IsAboveTwo()
    {
        var tokens = 1e12;
        var threshold = Kaplan2020.Law.Threshold(new NonEmbeddingWeights(6.7e9)).Value.Count;
        var optimal = Besiroglu2024.Law.OptimalTokens(new ActiveParameters(6.7e9)).Value.Count;

        Assert.Equal(10.7, tokens / threshold, precision: 1);
        Assert.Equal(7.2, tokens / optimal, precision: 1);
    }

    [Fact]
    public void Above_LossOfAnotherSet_Throws()
    {
        var (n, d) = (new ActiveParameters(1e9), new Tokens(2e10));
        var besiroglu = Besiroglu2024.Law.Loss(n, d).Value;

        Assert.Equal(0, besiroglu.Above(besiroglu));
        Assert.Throws<ArgumentException>(() => besiroglu.Above(Chinchilla2022.Approach3Tex.Loss(n, d).Value));
    }

    [Fact]
    public void Threshold_OfASmallModel_IsFarBelow22B() =>
        Assert.Equal(4.16e9, Kaplan2020.Law.Threshold(new NonEmbeddingWeights(1e8)).Value.Count, tolerance: 5e6);

    [Fact]
    public void Compute_BeyondLong_IsExactEnough()
    {
        var run = Besiroglu2024.Law.Allocate(new(1e26)).Value;
        Assert.Equal(1, 6 * run.Parameters * run.Tokens.Count / 1e26, precision: 14);
    }

    [Fact]
    public void CriticalBatch_AtALossOfThree_IsNotThatOfTheNote() =>
        Assert.Equal(1.12e6, Kaplan2020.Law.CriticalBatch(new KaplanLoss(3)).Value.Count, tolerance: 5e3);
}
