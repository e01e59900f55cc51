using ScalingSdk.Planning;
using ScalingSdk.Reports;

namespace ScalingSdk.Tests.Planning;

public sealed class PlanHeadlineTests
{
    [Fact]
    public void Compute_OfATiedAndAnUntiedHead_IsTheSame()
    {
        var (tied, untied) = (Compute(Pythia(true)), Compute(Pythia(false)));

        Assert.True(string.Equals(tied.Value, untied.Value, StringComparison.Ordinal), $"looking up a token is not work: {tied.Value} is {untied.Value}");
        Assert.Equal(("6ND", "6ND, no input table"), (tied.Source, untied.Source));
    }

    [Fact]
    public void Compute_OfAStatedBudget_IsTheBudget()
    {
        var answer = Compute($$"""{ "model": {{Model(false)}}, "budget": { "flops": "1e18" } }""");

        Assert.Equal(("1e18 FLOP", "6ND"), (answer.Value, answer.Source));
    }

    [Fact]
    public void TrainingFlops_OfAnUntiedHead_KeepAllParameters()
    {
        var plan = PlanSamples.Plan(Pythia(false));

        Assert.Equal(6e9 * plan.Size.Counts.Active.Count, plan.Find(ComputeFigures.TrainingFlops)!.Value);
    }

    [Fact]
    public void Time_HasTheTokensOfOneDeviceInASecond()
    {
        var plan = PlanSamples.Plan($$"""{ "model": {{Model(false)}}, "data": { "tokens": "1B" }, "hardware": { "accelerator": "H100-SXM", "count": 8, "utilization": "40%" } }""");
        var hours = plan.Find(HardwareFigures.DeviceHours)!.Value;

        Assert.EndsWith($" device-hours, {ScalingSdk.Text.NumberText.Compact(1e9 / 3600 / hours)} tokens/s each", Answer(plan, PlanAnswers.Time).Source, StringComparison.Ordinal);
    }

    private static PlanAnswer Compute(string spec) => Answer(PlanSamples.Plan(spec), PlanAnswers.Compute);

    private static PlanAnswer Answer(TrainingPlan plan, string title) => PlanAnswers.Of(plan).Single(answer => string.Equals(answer.Title, title, StringComparison.Ordinal));

    private static string Pythia(bool tied) => $$"""{ "model": {{Model(tied)}}, "data": { "tokens": "1B" } }""";

    // Pythia 70M: the input table is a third of it.
    private static string Model(bool tied) =>
        $$"""
        { "model_type": "gpt_neox", "hidden_size": 512, "intermediate_size": 2048, "num_hidden_layers": 6, "num_attention_heads": 8,
          "vocab_size": 50304, "tied_embeddings": {{(tied ? "true" : "false")}} }
        """;
}
