using ScalingSdk.Laws;
using ScalingSdk.Models;
using ScalingSdk.Models.Parts;
using ScalingSdk.Quantities;
using ScalingSdk.Tests.Models;
using ScalingSdk.Tests.Text;

namespace ScalingSdk.Tests.Laws;

/// <summary>A mistake that laws invite, and what keeps it from being made: a type that does not let it compile, or a test.</summary>
/// <param name="Number">Its number in the list.</param>
/// <param name="Mistake">The mistake.</param>
/// <param name="Type">The type that makes it impossible, if one does.</param>
/// <param name="Test">The test that would fail, if one would.</param>
internal sealed record Trap(int Number, string Mistake, Type? Type, (Type In, string Name)? Test);

/// <summary>The 31 traps.</summary>
internal static class Traps
{
    private const string Golden = nameof(GoldenTests.Law_GoldenRow_Agrees);

    public static IReadOnlyList<Trap> All { get; } =
    [
        Of(1, "PF-days for FLOP", typeof(MinimumCompute), nameof(TrapTests.PetaflopDay_InFlop_Is864e17)),
        Of(2, "C for C_min", typeof(MinimumCompute), nameof(TrapTests.Allocate_RawComputeAsLeast_OverstatesTheSize)),
        Of(3, "naive L(C) for L(C_min)", typeof(MinimumCompute), nameof(TrapTests.NaiveLoss_AtOnePetaflopDay_IsAnother)),
        Of(4, "sequences for tokens", typeof(BatchTokens), nameof(TrapTests.Batch_OfSequences_KeepsTheirLength)),
        Of(5, "bits for nats, log10 for ln", typeof(PredictedLoss), nameof(TrapTests.LearningRateRule_IsInNaturalLogarithms)),
        In(6, "Zhang's D in millions of tokens", typeof(Tokens), typeof(GoldenTests), Golden),
        Of(7, "embeddings counted where the law counts none", typeof(NonEmbeddingWeights), nameof(TrapTests.Threshold_OfTotalParameters_IsTooHigh)),
        In(8, "tied embeddings counted twice", typeof(ParameterCounts), typeof(GoldenCountTests), nameof(GoldenCountTests.Count_GoldenRow_IsThePublishedOne)),
        In(9, "total for active parameters of a routed model", typeof(ActiveParameters), typeof(LawAnswerTests), nameof(LawAnswerTests.StepLaw_RoutedModel_HasNoAnswer)),
        In(10, "12 L d^2 where the shape is another", typeof(ModelDescription), typeof(GoldenCountTests), nameof(GoldenCountTests.Count_GoldenRow_IsThePublishedOne)),
        Of(11, "6 N D for exact FLOPs", typeof(NonEmbeddingFlops), nameof(TrapTests.SixN_AtALongContext_MissesAttention)),
        In(12, "one set of alpha_N and N_c for another", typeof(KaplanLoss), typeof(Kaplan2020Tests), nameof(Kaplan2020Tests.Penalty_IsTheJointLossOverThatOfUnlimitedData)),
        In(13, "0.80 of eqs. 1.1 and 1.2 for 0.74", null, typeof(Kaplan2020Tests), nameof(Kaplan2020Tests.Threshold_WithTheExponentsOfTable2_GrowsAs074)),
        Of(14, "B* 2e8 for 2.1e8, C_c 2.3e8 for 3.1e8, 4e10 for 2e10", null, nameof(TrapTests.Contradiction_OfTheTwoPrintedFactors_Differs)),
        Of(15, "rounded constants of approach 3", null, nameof(TrapTests.Rounding_OfApproach3_MovesTokensPerParameter)),
        In(16, "misprints of Tables A3, 2 and A4", null, typeof(GoldenTests), Golden),
        In(17, "Clark's c as printed", null, typeof(GoldenTests), Golden),
        Of(18, "Llama 3's token law for one of parameters", null, nameof(TrapTests.Find_LawsNotToShip_AreAbsent)),
        In(19, "Gadre's eta on N or D", null, typeof(GoldenTests), Golden),
        Of(20, "tokens processed for unique ones in 4.4", typeof(UniqueTokens), nameof(TrapTests.Threshold_TakesUniqueTokens)),
        Of(21, "optimal for overfit-safe for deployment-optimal", null, nameof(TrapTests.Llama7B_AgainstThreeAnswers_IsAboveTwo)),
        Of(22, "losses of two constant sets compared", typeof(PredictedLoss), nameof(TrapTests.Above_LossOfAnotherSet_Throws)),
        In(23, "extrapolation unseen", typeof(Extrapolation), typeof(LawAnswerTests), nameof(LawAnswerTests.Outside_FarBeyondTheRuns_SaysHowFar)),
        In(24, "an optimum taken for sharp", typeof(RunRatio), typeof(GoldenTests), Golden),
        Of(25, "22B required below 1B", null, nameof(TrapTests.Threshold_OfASmallModel_IsFarBelow22B)),
        In(26, "float or decimal", null, typeof(LawPropertyTests), nameof(LawPropertyTests.Answers_Over30Orders_AreFiniteAndPositive)),
        In(27, "a power of a negative number", typeof(Answer<>), typeof(Kaplan2020Tests), nameof(Kaplan2020Tests.WrongSize_TooSmallToReachTheLoss_SaysWhy)),
        Of(28, "6 N D in a long", typeof(TrainingFlops), nameof(TrapTests.Compute_BeyondLong_IsExactEnough)),
        In(29, "a culture's decimal comma, 1B as 2^30", null, typeof(QuantityTests), nameof(QuantityTests.Read_WholeQuantity_IsExact)),
        In(30, "7B for the real count", typeof(ModelSize), typeof(LawAnswerTests), nameof(LawAnswerTests.FromNominal_SevenBillion_HasTheCountsOfPearce)),
        Of(31, "B_crit(3.0) = 4e6 from a note", null, nameof(TrapTests.CriticalBatch_AtALossOfThree_IsNotThatOfTheNote)),
    ];

    private static Trap Of(int number, string mistake, Type? type, string test) => In(number, mistake, type, typeof(TrapTests), test);

    private static Trap In(int number, string mistake, Type? type, Type tests, string test) => new(number, mistake, type, (tests, test));
}
