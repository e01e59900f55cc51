using ScalingSdk.Laws;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Planning;

/// <summary>Plans by a law that is a formula: what the spec states of experts, batch and rate is what the law is asked at.</summary>
public sealed class FormulaPlanTests
{
    private const string Experts = """
        {
          "law": "mine", "form": "formula", "parameters": "active", "formula": "L = E0 + A*(N*E^g)^(-a) + B/D^b",
          "variables": { "E": "experts" }, "constants": { "E0": 1.61, "A": 352, "g": 0.35, "a": 0.34, "B": 1457, "b": 0.36 },
          "range": { "N": [1.6e7, 1e10], "D": [2e9, 1e12], "E": [1, 64] }
        }
        """;

    private const string Routed = """
        { "architecture": "mixtral", "layers": 12, "hidden_size": 768, "attention_heads": 12, "vocabulary_size": 32000, "experts": 8,
          "active_experts": 2, "intermediate_size": 2048 }
        """;

    private const string ByFormula = "\"laws\": { \"allocation\": \"mine\" }";

    private static readonly string[] Symbols = ["E0", "A", "a", "B", "b"];
    private static readonly (string, string) File = ("dir/mine.law.json", Experts);

    [Fact]
    public void Plan_OfAModelWithExperts_AsksTheLawAtItsExperts()
    {
        var plan = Run($"{{ \"model\": {Routed}, \"data\": {{ \"tokens\": \"10B\" }}, {ByFormula} }}", File).Plan!;
        var n = plan.Size.Counts.Active.Count;

        Assert.Equal(1.61 + (352 * Math.Pow(n * Math.Pow(8, 0.35), -0.34)) + (1457 / Math.Pow(1e10, 0.36)), plan.Loss!.Loss.Value.NatsPerToken, precision: 10);
        Assert.Contains("'mine' is asked at 8 experts", plan.Assumptions);
    }

    [Fact]
    public void Plan_OfADenseModel_AsksTheLawAtOneExpert() =>
        Assert.Contains("'mine' is asked at 1 expert, a dense model", Gpt2Formula("\"data\": { \"tokens\": \"10B\" }").Assumptions);

    [Fact]
    public void Plan_OfAStatedBatch_AsksTheLawAtIt()
    {
        const string Batched = """
            {
              "law": "mine", "form": "formula", "parameters": "active", "formula": "L = E0 + A/N^a + B/D^b + c*S^g",
              "variables": { "S": "batch_tokens" }, "constants": { "E0": 1.61, "A": 352, "a": 0.34, "B": 1457, "b": 0.36, "c": 0.001, "g": 0.4 },
              "range": { "N": [1.6e7, 1e10], "D": [2e9, 1e12], "S": [1e5, 1e7] }
            }
            """;
        var plan = Run($"{{ \"model\": {PaddedGpt2}, \"data\": {{ \"tokens\": \"10B\" }}, \"training\": {{ \"batch_tokens\": \"2M\" }}, {ByFormula} }}", ("dir/mine.law.json", Batched)).Plan!;

        Assert.Equal(
            1.61 + (352 * Math.Pow(plan.Size.Counts.Active.Count, -0.34)) + (1457 / Math.Pow(1e10, 0.36)) + (0.001 * Math.Pow(2e6, 0.4)), plan.Loss!.Loss.Value.NatsPerToken, precision: 10);
    }

    [Fact]
    public void Plan_OfABudgetAlone_ProposesTheBestSizeOfTheFormula()
    {
        var plan = Run($"{{ \"budget\": {{ \"flops\": \"1e21\" }}, {ByFormula} }}", File).Plan!;
        var best = new ChinchillaForm(1.61, 352, 1457, 0.34, 0.36);

        Assert.Equal(1, plan.Size.Counts.Total.Count / best.OptimalParameters(1e21), precision: 9);
    }

    [Fact]
    public void Plan_OfAModelWithExpertsAlone_ProposesTokensThatALawOfExpertsGives()
    {
        var plan = Run($"{{ \"model\": {Routed}, {ByFormula} }}", File).Plan!;

        Assert.NotNull(plan.Run);
        Assert.Equal(plan.Optimum!.Tokens.Value.Count, plan.Run.Tokens.Count, 1e-6);
    }

    [Theory]
    [InlineData("allocation", "L = E0 + A/N^a", "'mine' has no variable of the tokens ('D') or the compute ('C'): it does not split compute")]
    [InlineData("batch", "L = E0 + A/N^a + B/D^b", "a law of the form 'chinchilla' answers the question of 'allocation', not of 'batch'")]
    [InlineData("learning_rate", "B = A*D^b", "'mine' says nothing of the learning rate: write 'lr = ...'")]
    [InlineData("allocation", "B = A*D^b", "'mine' predicts 'B': a law that splits compute predicts the loss, 'L = ...'")]
    public void Plan_ByALawThatDoesNotAnswer_IsRefusedWithWhatIsMissing(string key, string formula, string expected)
    {
        var constants = string.Join(", ", Symbols.Where(name => formula[2..].Contains(name, StringComparison.Ordinal)
            && !(name is "B" && formula.StartsWith('B'))).Select(static name => $"\"{name}\": 1.5"));
        var law = $"{{ \"law\": \"mine\", \"form\": \"formula\", \"parameters\": \"active\", \"formula\": \"{formula}\", \"constants\": {{ {constants} }} }}";

        var result = Run($"{{ \"model\": {PaddedGpt2}, \"data\": {{ \"tokens\": \"10B\" }}, \"laws\": {{ \"{key}\": \"mine\" }} }}", ("dir/mine.law.json", law));

        Assert.Contains(result.Findings, finding => finding.Headline.Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData($"\"model\": {PaddedGpt2}, ")]
    [InlineData("\"data\": { \"tokens\": \"20B\" }, ")]
    [InlineData("")]
    public void Plan_OfALossToReach_ReachesIt(string stated)
    {
        var plan = Run($"{{ {stated}\"budget\": {{ \"target_loss\": 3.2 }}, {ByFormula} }}", File).Plan!;

        Assert.Equal(3.2, plan.Loss!.Loss.Value.NatsPerToken, 7);
    }

    [Theory]
    [InlineData($"\"model\": {PaddedGpt2}, ", "a model of this size with any tokens")]
    [InlineData("\"data\": { \"tokens\": \"20B\" }, ", "a model of any size with 20B tokens")]
    [InlineData("", "a model of any size with any tokens")]
    public void Plan_OfALossThatNoRunReaches_IsRefused(string stated, string what) =>
        Assert.Contains(
            Run($"{{ {stated}\"budget\": {{ \"target_loss\": 0.3 }}, {ByFormula} }}", File).Findings,
            finding => finding.Headline.Contains($"{what} does not reach '0.3' nats per token (mine)", StringComparison.Ordinal));

    private const string Endless = """
        { "law": "mine", "form": "formula", "parameters": "active", "formula": "L = E - A*log(N) - B*log(D)", "constants": { "E": 10, "A": 0.2, "B": 0.1 } }
        """;

    [Fact]
    public void Plan_OfABudgetThatTheFormulaHasNoBestSizeFor_IsRefused() =>
        Assert.Contains(
            Run($"{{ \"budget\": {{ \"flops\": \"1e20\" }}, {ByFormula} }}", ("dir/mine.law.json", Endless)).Findings,
            static finding => finding.Headline.Contains("its loss falls to the end of all sizes", StringComparison.Ordinal));

    [Fact]
    public void Plan_OfATimeThatTheFormulaHasNoBestSizeFor_SaysWhoseSizeItTakes()
    {
        var plan = Run($"{{ \"budget\": {{ \"time\": \"3d\" }}, \"hardware\": {{ \"accelerator\": \"H100-SXM\", \"count\": 8 }}, {ByFormula} }}", ("dir/mine.law.json", Endless)).Plan!;

        Assert.Single(plan.Assumptions, static said => said.EndsWith("the size is that of besiroglu-2024", StringComparison.Ordinal));
    }

    private static ScalingSdk.Planning.TrainingPlan Gpt2Formula(string sections) => Run($"{{ \"model\": {PaddedGpt2}, {sections}, {ByFormula} }}", File).Plan!;
}
