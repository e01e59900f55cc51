using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using ScalingSdk.Reports;
using ScalingSdk.Rules;

namespace ScalingSdk.Tests.Planning;

/// <summary>Where no law predicts a loss, the plan says why, and advises nothing by it.</summary>
public sealed class NoLossTests
{
    [Theory]
    [InlineData("""{ "model": { "parameters": "300M" }, "data": { "unique_tokens": "200M", "epochs": 16 }, "training": { "weight_decay": 0.1 } }""", "the loss may turn up before the run ends (epochs-turn)")]
    [InlineData("""{ "model": { "parameters": "10M" }, "data": { "unique_tokens": "1M", "epochs": 82 } }""", "the loss is expected to turn up before the run ends (epochs-turn)")]
    [InlineData("""{ "model": { "parameters": "4M" }, "data": { "unique_tokens": "357K", "epochs": 20 } }""", "more than a model that has learned nothing")]
    public void Loss_ThatNoLawPredicts_IsExplained(string spec, string why)
    {
        var plan = PlanSamples.Plan(spec);

        Assert.Null(plan.Find(LossFigures.PredictedLoss));
        Assert.Contains(PlanNotes.WhatHolds(plan), note => note.StartsWith("no loss is predicted: ", StringComparison.Ordinal) && note.Contains(why, StringComparison.Ordinal));
    }

    [Fact]
    public void Epochs_OfLossesThatNoModelHas_AreNoRows() => Assert.All(
        PlanSamples.Plan("""{ "model": { "parameters": "4M" }, "data": { "unique_tokens": "10M", "epochs": 20 } }""").EpochWorth,
        static row => Assert.InRange(row.Loss.NatsPerToken, 0, Math.Log(32_000)));

    // Records on 100M tokens: 2.7B with decay and dropout beat every smaller model, which muennighoff-2023 cannot say.
    [Theory]
    [InlineData(0.1, true)]
    [InlineData(1.3, false)]
    public void Advice_ToTakeASmallerModel_IsNoneWhereTheDecayIsTuned(double decay, bool advised)
    {
        var plan = PlanSamples.Plan(FormattableString.Invariant($$"""{ "model": { "parameters": "2.7B" }, "data": { "unique_tokens": "100M", "epochs": 2 }, "training": { "weight_decay": {{decay}}, "dropout": 0.1 } }"""));

        var help = RuleCatalog.Check(plan).SelectMany(static remark => remark.Help);

        Assert.Equal(advised, help.OfType<Improvement>().Any());
    }
}
