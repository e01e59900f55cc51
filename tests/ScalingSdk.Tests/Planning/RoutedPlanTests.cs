using ScalingSdk.Planning;
using ScalingSdk.Reports;

namespace ScalingSdk.Tests.Planning;

/// <summary>What laws of dense models are let say of a routed one: what they are, and nothing of what a dense model would save.</summary>
public sealed class RoutedPlanTests
{
    private static readonly TrainingPlan Plan = PlanSamples.Plan($$"""{ "model": {{PlanSamples.Mixtral}}, "data": { "tokens": "1T", "unique_tokens": "900B" }, "training": { "sequence_length": 4096 } }""");

    [Fact]
    public void Figures_OfADenseLaw_SayThatTheyAreOfADenseModel() => Assert.All(
        new[] { OptimumFigures.OptimalTokens, OptimumFigures.OptimalParametersAtBudget, OptimumFigures.OptimalTokensAtBudget, OptimumFigures.OptimalTokensPerParameter, OptimumFigures.OptimalLossAtBudget, LossFigures.PredictedLoss },
        static key => Assert.Contains("dense model", Plan.Find(key)!.Title, StringComparison.Ordinal));

    [Fact]
    public void Proposals_FarOutsideTheirLaw_SayHowPublicRunsLieToThem() => Assert.Contains(
        PlanNotes.Of(Plan), static note => note.Contains("ling-2025, whose runs end at 3e20 FLOP", StringComparison.Ordinal) && note.Contains("(25 % here)", StringComparison.Ordinal)
            && note.Contains(ScalingSdk.Laws.Ling2025.PublishedRuns, StringComparison.Ordinal));

    // What the run states, or another law gives, is not ling-2025's.
    [Theory]
    [InlineData("", "", "batch and learning rate of a model with experts are")]
    [InlineData(""", "batch_tokens": "4M" """, "", "the learning rate of a model with experts is")]
    [InlineData(""", "learning_rate": 1e-4 """, "", "the batch of a model with experts is")]
    [InlineData(""", "optimizer": "muon" """, "", "the batch of a model with experts is")]
    [InlineData(""", "parametrization": "mup" """, "", "the batch of a model with experts is")]
    [InlineData("", """, "laws": { "batch": "step-law-2025" }""", "the learning rate of a model with experts is")]
    [InlineData(""", "learning_rate": 1e-4, "batch_tokens": "4M" """, "", null)]
    public void Note_OnExperts_IsOfWhatTheirLawProposes(string training, string more, string? start)
    {
        var plan = PlanSamples.Plan($$"""{ "model": {{PlanSamples.Mixtral}}, "data": { "tokens": "1T" }, "training": { "sequence_length": 4096{{training}} }{{more}} }""");
        var notes = PlanNotes.Of(plan).Where(static note => note.Contains("extrapolated from ling-2025", StringComparison.Ordinal)).ToList();

        Assert.Equal(start is null ? 0 : 1, notes.Count);
        Assert.All(notes, note => Assert.StartsWith(start!, note, StringComparison.Ordinal));
    }

    // The law that proposes stands among those that are shown beside each other; one of a single active expert has nothing to say of two.
    [Fact]
    public void LawAnswers_OfBatchAndRate_HaveTheLawInUse()
    {
        Assert.All(
            [BatchFigures.ProposedBatchTokens, LearningRateFigures.ProposedLearningRate],
            static key => Assert.Equal(Plan.Find(key)!.Value, Plan.LawAnswers.Single(answer => answer.Question == key && answer.Law.Id is "ling-2025").Value!.Value, 1e-6 * Plan.Find(key)!.Value));
        Assert.DoesNotContain(Plan.LawAnswers, static answer => answer.Law.Id is "joint-moe-2025");
    }

    [Fact]
    public void LawAnswers_OfASingleActiveExpert_HaveThatOfSuchModels()
    {
        var plan = PlanSamples.Plan($$"""{ "model": {{PlanSamples.Mixtral.Replace("\"num_experts_per_tok\": 2", "\"num_experts_per_tok\": 1", StringComparison.Ordinal)}}, "data": { "tokens": "1T" } }""");

        Assert.Equal(2, plan.LawAnswers.Count(static answer => answer.Law.Id is "joint-moe-2025" && answer.Value is not null));
    }

    [Fact]
    public void Figures_OfSavings_AreNone() => Assert.All(
        new[]
        {
            OptimumFigures.ComputeSaved, OptimumFigures.FlatParametersLow, OptimumFigures.FlatParametersHigh, OptimumFigures.WrongSizeComputeKaplan,
            LossFigures.LossAboveBest, BatchFigures.StepsOverFewest, BatchFigures.ExamplesOverLeast,
        },
        static key => Assert.Null(Plan.Find(key)));

    [Fact]
    public void Tables_OfDenseRuns_AreNone() => Assert.DoesNotContain(
        Plan.Tables, static table => table.Key is "sizes_to_loss" or "limited_data" or "batch_tradeoff" or "batch_schedule" or "vocabulary");

    [Fact]
    public void CriticalBatch_OfARoutedModel_SaysThatItWasMeasuredOnDenseOnes() =>
        Assert.Contains("measured on dense models", Plan.Find(BatchFigures.CriticalBatchTokens)!.Formula, StringComparison.Ordinal);

    [Fact]
    public void Batch_ByAnExtrapolatedLaw_IsMarked()
    {
        Assert.False(Plan.Find(BatchFigures.BatchTokens)!.Outside!.Value.Inside);
        Assert.EndsWith(" *", PlanAnswers.Of(Plan).Single(static answer => answer.Title is "batch").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Batch_ThatIsStated_HasNoMark() => Assert.DoesNotContain('*', PlanAnswers.Of(PlanSamples.Plan(
        $$"""{ "model": {{PlanSamples.Mixtral}}, "data": { "tokens": "1T" }, "training": { "batch_tokens": "4M" } }""")).Single(static answer => answer.Title is "batch").Text);
}
