using System.Globalization;
using ScalingSdk.Json;
using ScalingSdk.Laws;
using ScalingSdk.Models;
using ScalingSdk.Models.Reading;
using ScalingSdk.Planning;
using ScalingSdk.Reports;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Planning;

public sealed class PlanPartsTests
{
    private const string T5 =
        """{ "model_type": "t5", "d_model": 512, "d_kv": 64, "d_ff": 2048, "num_layers": 6, "num_heads": 8, "vocab_size": 32128 }""";

    [Fact]
    public void EncoderDecoder_HasCountsAndTime_ButNoOptimum()
    {
        var plan = PlanSamples.Plan($$"""{ "model": {{T5}}, "data": { "tokens": "10B" }, "hardware": { "accelerator": "H100-SXM", "count": 8 } }""");

        Assert.NotNull(plan.Find(HardwareFigures.Days));
        Assert.Equal("3ND", plan.Find(ComputeFigures.TrainingFlops)!.Convention);
        Assert.All(["optimal_tokens", "predicted_loss", "proposed_batch_tokens", "proposed_learning_rate", "overfitting_threshold_tokens"],
            key => Assert.Null(plan.Find(key)));
        Assert.Contains(PlanNotes.Of(plan), note => note.StartsWith("'t5' is an encoder-decoder: the laws were measured on decoders", StringComparison.Ordinal));
    }

    [Fact]
    public void AnotherLaw_AnswersWithItsOwnEquation()
    {
        var figure = PlanSamples.Plan("""{ "budget": { "flops": "1e21" }, "laws": { "allocation": "kaplan-2020" } }""").Find(OptimumFigures.OptimalParametersAtBudget)!;

        Assert.Contains("N_opt = 1.3e9 C_min^0.73", figure.Formula, StringComparison.Ordinal);
        Assert.StartsWith("kaplan-2020 Table 6", figure.Source, StringComparison.Ordinal);
        Assert.Equal("non-embedding weights", figure.Convention);
        Assert.Null(figure.Range);
    }

    [Fact]
    public void OwnAccelerator_IsReckonedWithItsNumbers()
    {
        var plan = PlanSamples.Plan("""
            { "model": { "parameters": "1B" }, "data": { "tokens": "20B" },
              "hardware": { "accelerator": "Mine", "count": 4, "peak_flops": "100 TFLOP/s", "memory": "48 GB", "power": "300 W", "utilization": 0.5 } }
            """);

        // 6 x 1e9 x 20e9 FLOP at half of 1e14 FLOP/s are 2.4e6 s.
        Assert.Equal(1.2e20 / 5e13 / 3600, plan.Find(HardwareFigures.DeviceHours)!.Value, 1e-6);
        Assert.Equal(plan.Find(HardwareFigures.DeviceHours)!.Value * 0.3, plan.Find(HardwareFigures.EnergyKwh)!.Value, 1e-6);
        Assert.Equal(48e9, plan.Memory.Accelerator!.MemoryBytes);
    }

    [Fact]
    public void ComputeAndTokens_GiveTheSize()
    {
        var plan = PlanSamples.Plan("""{ "data": { "tokens": "100B" }, "budget": { "flops": "6e20" } }""");

        Assert.Equal("1000000000", plan.Find(SizeFigures.TotalParameters)!.Number);
        Assert.Contains(plan.Assumptions, line => line.StartsWith("the size is the plan's proposal", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{ "data": { "tokens": "100B" }, "budget": { "target_loss": 2.4 } }""")]
    [InlineData("""{ "model": { "parameters": "3B" }, "budget": { "target_loss": 2.4 } }""")]
    public void TargetLoss_GivesWhatIsMissing(string spec) =>
        Assert.Equal(2.4, PlanSamples.Plan(spec).Find(LossFigures.PredictedLoss)!.Value, 1e-9);

    [Fact]
    public void StepsAndBatch_GiveTheTokens() => Assert.Equal(
        "2097152000",
        PlanSamples.Plan("""
            { "model": { "parameters": "1B" }, "training": { "steps": 1000, "batch_sequences": 512, "sequence_length": 4096 } }
            """).Find(RunFigures.Tokens)!.Number);

    [Fact]
    public void Time_IsTheInverseOfTheBudget()
    {
        const string Hardware = "\"hardware\": { \"accelerator\": \"H100-SXM\", \"count\": 8, \"utilization\": \"40%\", \"price_per_hour\": 2 }";
        var byTime = PlanSamples.Plan($$"""{ "model": {{Gpt2SmallModel}}, "budget": { "time": "2 h" }, {{Hardware}} }""");
        var byCost = PlanSamples.Plan($$"""{ "model": {{Gpt2SmallModel}}, "budget": { "cost": 32 }, {{Hardware}} }""");

        Assert.Equal(2, byTime.Find(HardwareFigures.Hours)!.Value, 1e-9);
        Assert.Equal(32, byCost.Find(HardwareFigures.Cost)!.Value, 1e-9);
        Assert.Equal(byTime.Run!.Tokens.Count, byCost.Run!.Tokens.Count, 1);
    }

    [Fact]
    public void UtilizationThatIsNotGiven_IsABandWithItsReason()
    {
        var plan = PlanSamples.Plan("""{ "model": { "parameters": "7B" }, "data": { "tokens": "1T" }, "hardware": { "accelerator": "H100-SXM", "count": 512 } }""");

        var days = plan.Find(HardwareFigures.Days)!;
        Assert.True(days.Range!.Low < days.Value && days.Value < days.Range.High);
        Assert.Contains(plan.Assumptions, line => line.StartsWith("utilization 10 to 39 % (95 % of 46 published runs on clusters, for 7B parameters, ", StringComparison.Ordinal));
    }

    // The plan's own size, typed in, has the plan's own time: utilization and size were found together.
    [Theory]
    [InlineData(8, "3 days")]
    [InlineData(512, "3 days")]
    [InlineData(64, "30 days")]
    public void SizeProposedForATime_TypedIn_TakesThatTime(int devices, string time)
    {
        var hardware = FormattableString.Invariant($$""" "hardware": { "accelerator": "H100-SXM", "count": {{devices}} } """);
        var proposed = PlanSamples.Plan($$"""{ "budget": { "time": "{{time}}" }, {{hardware}} }""");

        var typed = PlanSamples.Plan(FormattableString.Invariant(
            $$"""{ "model": { "parameters": {{Math.Round(proposed.Size.Counts.Total.Count)}} }, "data": { "tokens": {{Math.Round(proposed.Run!.Tokens.Count)}} }, {{hardware}} }"""));

        Assert.Equal(proposed.Find(HardwareFigures.Days)!.Value, typed.Find(HardwareFigures.Days)!.Value, tolerance: 1e-6);
        Assert.Equal(proposed.Hardware!.Devices.Utilization.Fraction.Mid, typed.Hardware!.Devices.Utilization.Fraction.Mid, tolerance: 1e-9);
    }

    [Fact]
    public void BatchTradeOff_LiesOnTheCurve_ThroughThePlansOwnRun()
    {
        var plan = PlanSamples.Plan("""{ "model": { "parameters": "7B" }, "data": { "tokens": "140B" }, "training": { "batch_tokens": "4M" } }""");

        var ceiling = plan.Batch.CeilingByKaplan.Value.Count;
        Assert.All(plan.BatchTradeOff, point =>
        {
            Assert.Equal(1, (point.StepsOverFewest - 1) * (point.TokensOverLeast - 1), 1e-9);
            Assert.Equal(35_000 / (1 + (ceiling / 4e6)), point.Steps!.Value / point.StepsOverFewest, 1e-6);
            Assert.Equal(point.Steps.Value * point.Batch.Count, point.Tokens!.Value.Count, 1);
        });
    }

    [Fact]
    public void BudgetOfTime_CarriesTheUtilizationIntoTheTokens_NotIntoTheTime()
    {
        var plan = PlanSamples.Plan("""
            { "model": { "parameters": "7B" }, "budget": { "time": "3 days" }, "hardware": { "accelerator": "H100-SXM", "count": 8 } }
            """);

        Assert.Equal(3, plan.Find(HardwareFigures.Days)!.Value, 1e-9);
        Assert.Null(plan.Find(HardwareFigures.Days)!.Range);
        Assert.NotNull(plan.Find(HardwareFigures.DaysToOptimalTokens)!.Range);
        var tokens = plan.Find(RunFigures.Tokens)!;

        Assert.Equal(Math.Exp(-0.21), tokens.Range!.Low / tokens.Value, 1e-9);
        Assert.Equal(Math.Exp(0.21), tokens.Range.High / tokens.Value, 1e-9);
    }

    [Fact]
    public void BatchSchedule_DoublesTheBatchForEach13PercentOfLoss()
    {
        var stages = PlanSamples.Plan("""{ "model": { "parameters": "7B" }, "data": { "tokens": "1T" } }""").BatchSchedule;

        Assert.True(stages.Count >= 4);
        Assert.All(stages.Zip(stages.Skip(1)), pair =>
        {
            Assert.Equal(2, pair.Second.Batch.Count / pair.First.Batch.Count, 1e-9);
            Assert.Equal(0.8645, pair.Second.Loss.NatsPerToken / pair.First.Loss.NatsPerToken, 0.0001);
            Assert.True(pair.Second.Tokens.Count > pair.First.Tokens.Count);
        });
    }

    [Fact]
    public void BatchSchedule_InSequences_IsWhole()
    {
        var stage = PlanSamples.Plan("""{ "model": { "parameters": "7B" }, "data": { "tokens": "1T" } }""").BatchSchedule[0];

        Assert.Equal(Math.Round(stage.Batch.Count / 2048), stage.Sequences(2048));
        Assert.Equal(1, stage.Sequences(int.MaxValue));
    }

    [Theory]
    [InlineData("1", 62)] // 488.28 sequences, 8 at once
    [InlineData("8", 8)]
    public void MicroBatch_OnSomeCopies_GivesThePassesOfAStep(string devices, double passes)
    {
        var plan = PlanSamples.Plan($$"""
            { "model": {{Gpt2SmallModel}}, "data": { "tokens": "2B" }, "hardware": { "accelerator": "H100-SXM", "count": {{devices}} },
              "training": { "batch_tokens": "0.5M", "micro_batch_sequences": 8 } }
            """);

        Assert.Equal(passes, plan.Find(BatchFigures.AccumulationPasses)!.Value);
    }

    [Theory]
    [InlineData(30e6)]
    [InlineData(700e6)]
    [InlineData(1e9)]
    [InlineData(7e9)]
    [InlineData(405e9)]
    public void Shapes_CountWhatTheySay_NearTheWantedSize(double wanted)
    {
        var shapes = PlanSamples.Plan($$"""{ "model": { "parameters": {{wanted.ToString("R", CultureInfo.InvariantCulture)}} } }""").Shapes;

        Assert.NotEmpty(shapes);
        Assert.All(shapes, shape =>
        {
            var config = JsonReader.Read(string.Format(CultureInfo.InvariantCulture,
                """
                {{ "model_type": "llama", "hidden_size": {0}, "intermediate_size": {1}, "num_hidden_layers": {2}, "num_attention_heads": {3},
                   "vocab_size": 32000, "tie_word_embeddings": false }}
                """,
                shape.HiddenSize, shape.IntermediateSize, shape.Layers, shape.AttentionHeads));
            Assert.Equal(shape.Parameters, ModelReader.Read((JsonObject)config.Root!, ModelOrigin.ConfigFile).Model!.Parameters.Total);
            Assert.InRange(shape.Parameters / wanted, 0.9, 1.1);
            Assert.Equal(0, shape.HiddenSize % shape.AttentionHeads);
            Assert.Equal(0, shape.HiddenSize % (shape.HiddenSize >= 2048 ? 512 : shape.HiddenSize >= 1024 ? 256 : shape.HiddenSize >= 256 ? 128 : 64));
        });
    }

    [Theory]
    [InlineData("1M", 12.2)]
    [InlineData("8M", 55.5)]
    public void FewUniqueTokensPerParameter_GiveTheEpochsAtWhichRunsTurnedUp(string unique, double epochs)
    {
        var plan = PlanSamples.Plan($$"""{ "model": { "parameters": "11M" }, "data": { "tokens": "80M", "unique_tokens": "{{unique}}" } }""");

        Assert.Equal(epochs, plan.Find(DataFigures.RiseEpochs)!.Value, 0.1);
    }

    [Fact]
    public void ManyUniqueTokensPerParameter_GiveNoSuchEpochs() =>
        Assert.Null(PlanSamples.Plan("""{ "model": { "parameters": "1M" }, "data": { "tokens": "80M", "unique_tokens": "1.4M" } }""").Find(DataFigures.RiseEpochs));

    [Fact]
    public void Transfer_AddsTheMeasuredOffset()
    {
        var plan = PlanSamples.Plan("""
            { "model": { "parameters": "1B" }, "data": { "tokens": "20B" }, "transfer": { "training_loss": 3, "other_loss": 3.25 } }
            """);

        Assert.Equal(plan.Find(LossFigures.PredictedLoss)!.Value + 0.25, plan.Find(LossFigures.OtherLoss)!.Value, 1e-9);
    }

    [Fact]
    public void LawsSideBySide_SayWhyTheyDisagree()
    {
        var plan = PlanSamples.Plan(PlanSamples.MixtralOnATrillion);

        var spread = plan.LawSpreads.Single(spread => spread.Question == OptimumFigures.OptimalTokens);
        Assert.True(spread.Factor > 2);
        Assert.Contains("kaplan-2020 says 51.3B (N without embeddings, matrices alone, extrapolated by 8.4x in N", spread.Why!, StringComparison.Ordinal);
        Assert.Contains(spread.Why, PlanNotes.Of(plan));
    }

    [Theory]
    [InlineData("porian-2024", "N without the input embedding")]
    [InlineData("kaplan-2020", "N without embeddings, matrices alone")]
    [InlineData("parscale-2025", "N without embeddings")]
    [InlineData("deepseek-2024", "FLOPs per token in place of N")]
    [InlineData("wd-limited", "N of all parameters")]
    [InlineData("gadre-2024", "N of active parameters")]
    public void LawsSideBySide_SayWhatEachCountsAsN(string id, string counts)
    {
        var info = LawRegistry.Find(id)!.Info;

        var spread = Assert.Single(LawSpread.Of(
        [
            new(OptimumFigures.OptimalTokens, info, 3, "tokens", "within its runs"), new(OptimumFigures.OptimalTokens, info, null, "tokens", ""),
            new(OptimumFigures.OptimalTokens, Besiroglu2024.Law.Info, 12, "tokens", "beyond its runs"),
        ]));

        Assert.StartsWith($"laws disagree 4-fold on optimal_tokens: {id} says 3 ({counts}, within its runs", spread.Why!, StringComparison.Ordinal);
    }

    // wd-limited: 0.48 (N/U)^0.78 with dropout 0.1, 1.09 (N/U)^0.75 without. N of GPT-2 small with a padded vocabulary, U 0.11B.
    [Theory]
    [InlineData("", 0.48, 0.78)]
    [InlineData("\"dropout\": 0.1, ", 0.48, 0.78)]
    [InlineData("\"dropout\": 0, ", 1.09, 0.75)]
    public void WeightDecay_OfManyEpochs_IsThatOfTheStatedDropout(string dropout, double factor, double power)
    {
        var plan = PlanSamples.Plan($$"""{ "model": {{PaddedGpt2}}, "data": { "tokens": "2B", "unique_tokens": "0.11B" }, "training": { {{dropout}}"batch_tokens": "0.5M" } }""");

        Assert.Equal(factor * Math.Pow(124_475_904 / 0.11e9, power), plan.WeightDecay!.Proposed.Value, 1e-9);
    }

    // Where the band of published runs comes from stands behind its equation; a law's own rate has no such words.
    [Fact]
    public void LearningRate_OfPublishedRuns_SaysOfWhichRuns()
    {
        var plan = PlanSamples.Plan($$"""{ "model": {{PaddedGpt2}}, "data": { "tokens": "10B" } }""");

        Assert.EndsWith("; " + PublishedRates.Law.Info.Facts[0], plan.Find(LearningRateFigures.ProposedLearningRateLow)!.Formula, StringComparison.Ordinal);
        Assert.Equal("eta = 1.79 N^-0.713 D^0.307", plan.Find(LearningRateFigures.StepLawLearningRate)!.Formula);
    }

    [Fact]
    public void LawsSideBySide_GiveTheCaveatOfTheQuestion()
    {
        var plan = PlanSamples.Plan(PlanSamples.MixtralOnATrillion);

        var spread = plan.LawSpreads.Single(spread => spread.Question == OptimumFigures.OptimalTokens);

        Assert.Contains("the uncounted head bias the allocation towards size", spread.Why!, StringComparison.Ordinal);
        Assert.DoesNotContain("4.4 bounds", spread.Why!, StringComparison.Ordinal);
    }

    [Fact]
    public void LawsSideBySide_OfANominalSize_HaveThePlansLearningRate()
    {
        var plan = PlanSamples.Plan("""{ "model": { "parameters": "7B" }, "data": { "tokens": "140B" } }""");

        var answer = plan.LawAnswers.Single(static answer => answer.Question == LearningRateFigures.ProposedLearningRate && answer.Law.Id == "deepseek-2024");

        Assert.Equal(LearningRatePlan.ByDeepSeek(plan.Size, plan.Run!).Value, answer.Value);
    }

    [Fact]
    public void LifetimeWithoutTokens_IsPlannedFromTheOptimalRun()
    {
        const string Lifetime = """ "inference": { "lifetime_tokens": "2T" } """;
        var plan = PlanSamples.Plan($$"""{ "model": { "parameters": "7B" }, {{Lifetime}} }""");

        var optimal = plan.Find(OptimumFigures.OptimalTokens)!.Number;
        var same = PlanSamples.Plan($$"""{ "model": { "parameters": "7B" }, "data": { "tokens": {{optimal}} }, {{Lifetime}} }""");
        Assert.Equal(same.Find(InferenceFigures.ServingParameters)!.Value, plan.Find(InferenceFigures.ServingParameters)!.Value, same.Find(InferenceFigures.ServingParameters)!.Value * 1e-6);
        Assert.Contains(plan.Assumptions, static line => line.StartsWith("the run is compute-optimal for this size", StringComparison.Ordinal));
    }

    [Fact]
    public void LifetimeUnderALawWithoutLoss_SaysWhyThereIsNoBestSize()
    {
        var plan = PlanSamples.Plan("""
            { "model": { "parameters": "7B" }, "inference": { "lifetime_tokens": "2T" }, "laws": { "allocation": "chinchilla-a1" } }
            """);

        Assert.Contains("no best size with use counted in: 'chinchilla-a1' predicts no loss", PlanNotes.Of(plan));
    }

    [Theory]
    [InlineData("optimal_tokens_per_parameter")]
    [InlineData("optimal_loss_at_budget")]
    public void Optimum_HasTheIntervalOfTheJointSample(string key)
    {
        var figure = PlanSamples.Plan("""{ "budget": { "flops": "1e21" } }""").Find(key)!;

        Assert.InRange(figure.Value, figure.Range!.Low, figure.Range.High);
    }

    [Fact]
    public void OptimalLoss_AtALargeBudget_IsLessCertainThanAmongTheRuns()
    {
        static double Width(string flops)
        {
            var range = PlanSamples.Plan($$"""{ "budget": { "flops": "{{flops}}" } }""").Find(OptimumFigures.OptimalLossAtBudget)!.Range!;
            return range.High - range.Low;
        }

        Assert.True(Width("1e26") > 2 * Width("1e21"));
    }

    [Theory]
    [InlineData(PlanSamples.MixtralOnATrillion, "Tokens per active parameter")]
    [InlineData(PlanSamples.SevenBillionForThreeDays, "Tokens per parameter")]
    public void TokensPerParameter_SaysWhichParametersWhereThereAreTwoCounts(string spec, string title) =>
        Assert.Equal(title, PlanSamples.Plan(spec).Find(RunFigures.TokensPerParameter)!.Title);

    [Fact]
    public void Explanation_HasALineForEachFigureAssumptionAndNote()
    {
        var plan = PlanSamples.Plan(PlanSamples.SevenBillionForThreeDays);

        var lines = plan.Explain();

        Assert.Equal(plan.Figures.Count + plan.Assumptions.Count + PlanNotes.Of(plan).Count, lines.Count);
        Assert.Contains(lines, line => line.StartsWith(
            "training_flops = 8.20647936e+20 FLOP [6ND]: 6 N D, N = 7,000,000,000", StringComparison.Ordinal));
    }

    [Fact]
    public void Inputs_AreFiguresOfThePlan() => Assert.All(PlanSamples.Specs.Select(PlanSamples.Plan), plan =>
    {
        var keys = plan.Figures.Select(figure => figure.Key).ToHashSet(StringComparer.Ordinal);
        Assert.All(plan.Figures.SelectMany(figure => figure.Inputs), input => Assert.Contains(input.Name, keys));
    });

    private const string FittedLaw =
        """{ "law": "my-runs", "form": "chinchilla", "parameters": "active", "constants": { "E": 1.8172, "A": 482.01, "B": 2085.43, "alpha": 0.3478, "beta": 0.3658 } }""";

    private const string ByFittedLaw = """{ "budget": { "flops": "1e21" }, "laws": { "allocation": "fits/my-runs.law.json" } }""";

    [Fact]
    public void FittedLaw_NamedByItsFile_AnswersWithItsConstants()
    {
        var plan = Run(ByFittedLaw, ("dir/fits/my-runs.law.json", FittedLaw)).Plan!;

        Assert.Equal(
            PlanSamples.Plan("""{ "budget": { "flops": "1e21" } }""").Find(OptimumFigures.OptimalParametersAtBudget)!.Number,
            plan.Find(OptimumFigures.OptimalParametersAtBudget)!.Number);
        Assert.StartsWith("my-runs", plan.Find(OptimumFigures.OptimalParametersAtBudget)!.Source, StringComparison.Ordinal);
        Assert.Equal("my-runs", plan.Spec.Laws.Stated.Single().Law.Info.Id);
    }

    [Theory]
    [InlineData(null, "SCALE0001", "<ScalingModelFile Include=\"fits/my-runs.law.json\" />")]
    [InlineData("{", "SCALE0001", "fits/my-runs.law.json(1,2): ")]
    [InlineData("""{ "law": "my-runs" }""", "SCALE0003", "fits/my-runs.law.json(1,1): ")]
    public void FittedLaw_ThatIsNotOne_IsSaidOnItsName(string? law, string id, string message)
    {
        var result = law is null ? Run(ByFittedLaw) : Run(ByFittedLaw, ("dir/fits/my-runs.law.json", law));

        Assert.Null(result.Plan);
        Assert.All(result.Findings, finding => Assert.Equal("\"fits/my-runs.law.json\"", Underlined(ByFittedLaw, finding)));
        Assert.Contains(result.Findings, finding => finding.Rule.Id == id && finding.Text.Contains(message, StringComparison.Ordinal));
    }
}
