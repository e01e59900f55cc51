using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Tests.Laws;

/// <summary>What laws of 2025 and 2026 refuse, and how far outside they say they are.</summary>
public sealed class NewerLawTests
{
    [Theory]
    [InlineData(256, 1, "1 to 32 experts")]
    [InlineData(33, 1, "1 to 32 experts")]
    [InlineData(8, 2, "one active expert")]
    [InlineData(0, 1, "1 to 32 experts")]
    public void JointMoe_OtherRouting_HasNoAnswer(double experts, double active, string why)
    {
        Assert.Contains(why, JointMoe2025.Law.Loss(new(1e9), new(2e10), experts, active).WhyNone, StringComparison.Ordinal);
        Assert.Contains(why, JointMoe2025.Law.Allocate(new(1e21), experts, active).WhyNone, StringComparison.Ordinal);
        Assert.Contains(why, JointMoe2025.Law.LearningRate(new NonEmbeddingParameters(1e9), experts, active).WhyNone, StringComparison.Ordinal);
    }

    [Fact]
    public void JointMoe_Optimum_HasTheLowerLossThanItsNeighbours()
    {
        var run = JointMoe2025.Law.Allocate(new(1e21), 8).Value;
        double Loss(double factor) => JointMoe2025.Law.Loss(new(run.Parameters * factor), new(run.Tokens.Count / factor), 8).Value.NatsPerToken;

        Assert.True(Loss(1) < Loss(0.9) && Loss(1) < Loss(1.1));
    }

    [Fact]
    public void Ling_FarOutsideItsCompute_SaysHowFar() =>
        Assert.Equal("extrapolated by 131x in C", Ling2025.Law.LearningRate(new(131 * 3e20)).Outside.ToString());

    [Theory]
    [InlineData(1e18)]
    [InlineData(1e20)]
    [InlineData(1e22)]
    public void Ling_RoundedConstants_SpendTheBudgetWithinAThousandth(double flops)
    {
        var compute = new TrainingFlops(flops);

        Near.Relative(1.00024, Ling2025.Law.Allocate(compute).Value.Parameters * Ling2025.Law.OptimalTokens(compute).Value.Count / flops, 1e-5);
        Near.Relative(0.99941, Ling2025.Law.AllocateDense(compute).Value.Parameters * Ling2025.Law.OptimalTokensDense(compute).Value.Count / flops, 1e-3);
    }

    [Theory]
    [InlineData(0, 8)]
    [InlineData(1.1, 8)]
    [InlineData(0.03, 0)]
    public void Ling_LeverageOfNoRouting_HasNoAnswer(double activation, double granularity) =>
        Assert.NotNull(Ling2025.Law.EfficiencyLeverage(activation, granularity, new(1e20)).WhyNone);

    [Theory]
    [InlineData(1e17)]
    [InlineData(1e26)]
    [InlineData(double.NaN)]
    public void Farseer_BeyondWhereItWasLookedAt_GivesNoBestRun(double flops) => Assert.NotNull(Farseer2025.Law.Allocate(new(flops)).WhyNone);

    [Fact]
    public void Farseer_Optimum_IsTheLeastOfItsNeighbours()
    {
        var run = Farseer2025.Law.Allocate(new(1e22)).Value;
        double Loss(double factor) => Farseer2025.Law.RelativeLoss(new(run.Parameters * factor), new(run.Tokens.Count / factor)).Value;

        Assert.True(Loss(1) < Loss(0.99) && Loss(1) < Loss(1.01));
    }

    [Fact]
    public void EpochsTurn_MoreRegularisation_TurnsLater()
    {
        var turns = Enum.GetValues<Regularisation>().Select(r => EpochsTurn2026.Law.Turn(new(1e9), new(1e9), r).Value).ToArray();

        Assert.Equal(turns.Order(), turns);
    }

    [Fact]
    public void EpochsTurn_FarBelowItsData_SaysSo() =>
        Assert.False(EpochsTurn2026.Law.Turn(new(3e8), new(1e6), Regularisation.Decay).Outside.Inside);

    [Fact]
    public void Marin_RateAboveAHundredth_IsRefused() =>
        Assert.Contains("0.01", Marin2025.Law.LearningRate(BatchTokens.OfSequences(4096, 4096), 512).WhyNone, StringComparison.Ordinal);

    [Fact]
    public void Merrill_SmallCriticalBatch_StaysItself() => Assert.Equal(1e6, Merrill2025.Cap(new(1e6)).Count);

    [Fact]
    public void Recipes_OfNoDepthOrSize_AreNone()
    {
        Assert.NotNull(Nanochat2026.Law.Recipe(0).WhyNone);
        Assert.NotNull(OlmoLadder.Law.Recipe(new(0), 1).WhyNone);
        Assert.NotNull(CompleteP2025.Law.Transfer(0, 1, 1, 1).WhyNone);
        Assert.NotNull(ParScale2025.Code.Loss(new(1e9), 0).WhyNone);
    }

    [Fact]
    public void CompleteP_Logits_FallWithTheWidth() => Assert.Equal(0.125, CompleteP2025.Law.Transfer(256, 2048, 2, 24).Value.Logits);

    // The best run that fills the compute of the tuned ones is inside them; the same size on the longest run of a larger one is not.
    [Theory]
    [InlineData(8.22e8, 2.076e10, true)]
    [InlineData(1.5e9, 3.95e10, false)]
    public void Muon_OfOtherCompute_SaysSo(double n, double tokens, bool inside)
    {
        var size = StandardDecoder.Of(24, 1024, 16).Size with { NonEmbedding = new(n) };

        Assert.Equal(inside, Muon2025.Law.Recipe(new(size) { Tokens = new(tokens) }).Outside.Compute <= 1);
    }

    [Fact]
    public void Vocabulary_OfMoreComputeThanTheRuns_SaysSo()
    {
        Assert.True(Tao2024.Law.VocabularyByProfiles(new(1e20)).Outside.Inside);
        Near.Relative(10, Tao2024.Law.VocabularyByProfiles(new(1.84e21)).Outside.Compute, 1e-12);
    }

    [Fact]
    public void Nanochat_OnOtherTokensThanItsOwn_SaysThatItChangesNothing()
    {
        var model = StandardDecoder.Of(24, 1024, 16).Size;
        var own = Nanochat2026.Law.Recipe(new(model) { Layers = 24, Width = 1024 }).Value.Tokens.Count;

        bool Said(double times) => Nanochat2026.Law.Recipe(new(model) { Layers = 24, Width = 1024, Tokens = new(times * own) }).Value.Notes.Any(
            static note => note.EndsWith("another ratio changes neither batch, rate nor decay", StringComparison.Ordinal));

        Assert.False(Said(1));
        Assert.True(Said(1.1));
    }
}
