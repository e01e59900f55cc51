using ScalingSdk.Laws;
using ScalingSdk.Planning;
using ScalingSdk.Reports;

namespace ScalingSdk.Tests.Planning;

/// <summary>The critical batch: what laws extrapolate to is held to the measured plateau, and what is contested is said.</summary>
public sealed class CriticalBatchTests
{
    [Fact]
    public void Ceiling_BeyondTheMeasuredPlateau_IsThePlateauAndSaysWhatTheLawExtrapolatesTo()
    {
        var plan = Plan("7B", "15T");

        Assert.Equal(Merrill2025.Plateau.Count, plan.Find(BatchFigures.CriticalBatchTokensZhang)!.Value);
        Assert.Equal("merrill-2025", plan.Find(BatchFigures.CriticalBatchTokensZhang)!.Law);
        Assert.Equal("B_crit = 4096 4096", plan.Find(BatchFigures.CriticalBatchTokensZhang)!.Formula.Split(';')[0]);
        Assert.Contains(PlanNotes.Of(plan), static note => note.Contains("levels off at 16.8M tokens", StringComparison.Ordinal) && note.Contains("zhang-2024 extrapolates to 132M", StringComparison.Ordinal));
    }

    [Fact]
    public void Ceiling_BelowThePlateau_IsThatOfItsLaw()
    {
        var plan = Plan("0.5B", "20B");

        Assert.Equal("kaplan-2020", plan.Find(BatchFigures.CriticalBatchTokens)!.Law);
        Assert.Equal("zhang-2024", plan.Find(BatchFigures.CriticalBatchTokensZhang)!.Law);
        Assert.DoesNotContain(PlanNotes.Of(plan), static note => note.Contains("levels off", StringComparison.Ordinal));
    }

    // Kaplan's is 7.62M tokens at 7B on 1T: the same size was measured to have 16.8M.
    [Theory]
    [InlineData("1B")]
    [InlineData("7B")]
    public void Ceiling_AtASizeThatWasMeasured_IsWhatWasMeasured(string size)
    {
        var plan = Plan(size, "1T");

        Assert.Equal((Merrill2025.Plateau.Count, "merrill-2025"), (plan.Find(BatchFigures.CriticalBatchTokens)!.Value, plan.Find(BatchFigures.CriticalBatchTokens)!.Law));
        Assert.Contains(PlanNotes.Of(plan), static note => note.StartsWith("measured at this size, the critical batch is 16.8M tokens (merrill-2025", StringComparison.Ordinal));
    }

    [Fact]
    public void Proposal_OfAHugeRun_IsAtMostThePlateau() =>
        Assert.InRange(Plan("1000B", "100T").Find(BatchFigures.ProposedBatchTokens)!.Value, 1e6, Merrill2025.Plateau.Count);

    // kaplan-2020: L = (6.5e13/N)^0.077 + (2.1e3/S)^0.76 after 1,000 updates of at least 2 S_min steps (eq. 5.6, table 3), B = 2.1e8 L^(-1/0.21) (eq. 5.3, appendix A).
    [Fact]
    public void Schedule_FirstStage_BeginsWhereAThousandUpdatesEnd()
    {
        var plan = Plan("1B", "20B");
        var loss = Math.Pow(6.5e13 / plan.Size.Counts.Weights.Count, 0.077) + Math.Pow(2.1, 0.76);
        var batch = 2.1e8 * Math.Pow(loss, -1 / 0.21);

        var first = plan.BatchSchedule[0];

        Assert.Equal(1, first.Batch.Count / batch, 1e-9);
        Assert.Equal(1, first.Tokens.Count / (2 * 1000 * batch), 1e-9);
    }

    [Fact]
    public void TradeOff_UnderAnExtrapolatedCeiling_IsExtrapolated()
    {
        Assert.False(Plan("70B", "15T").Find(BatchFigures.StepsOverFewest)!.Outside!.Value.Inside);
        Assert.True(Plan("0.5B", "20B").Find(BatchFigures.StepsOverFewest)!.Outside!.Value.Inside);
    }

    [Fact]
    public void Notes_OfADenseRun_SayThatTheExponentOfTheBestBatchIsContested() => Assert.Contains(
        PlanNotes.Of(Plan("1B", "20B")), static note => note.StartsWith("best batch by laws of the tokens: 442K (step-law-2025) to 624K (bergsma-2025); its exponent is contested", StringComparison.Ordinal));

    [Theory]
    [InlineData("""{ "model": { "parameters": "7B" }, "data": { "tokens": "2T" }, "laws": { "allocation": "deepseek-2024" } }""", "no compute-optimal run: 'deepseek-2024' counts")]
    [InlineData("""{ "model": { "parameters": "7B" }, "data": { "tokens": "2T" }, "laws": { "allocation": "chinchilla-a1" } }""", "no loss is predicted: 'chinchilla-a1'")]
    public void Law_ThatIsNamedAndHasNoAnswer_SaysSo(string spec, string note) =>
        Assert.Contains(PlanNotes.Of(PlanSamples.Plan(spec)), one => one.StartsWith(note, StringComparison.Ordinal));

    private static TrainingPlan Plan(string size, string tokens) => PlanSamples.Plan($$"""{ "model": { "parameters": "{{size}}" }, "data": { "tokens": "{{tokens}}" } }""");
}
