using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using ScalingSdk.Specs;

namespace ScalingSdk.Tests.Laws;

/// <summary>A law that is a formula: what it answers against closed forms, and what its file is refused for.</summary>
public sealed class FormulaLawTests
{
    private const string Constants = "\"constants\": { \"E\": 1.8, \"A\": 400, \"B\": 1500, \"alpha\": 0.34, \"beta\": 0.36 }";
    private static readonly ChinchillaForm Closed = new(1.8, 400, 1500, 0.34, 0.36);

    // The same function, written so that it is not known as Hoffmann's form.
    private static FormulaLaw Written => Law("L = E + A*exp(-alpha*log(N)) + B*D^(-beta)", Constants);

    [Theory]
    [InlineData(1e18)]
    [InlineData(1e21)]
    [InlineData(1e25)]
    public void Allocate_OfChinchillasFunction_GivesItsClosedForm(double flops)
    {
        var best = Written.Allocate(new(flops)).Value;
        Near(Closed.OptimalParameters(flops), best.Parameters, 1e-9);
        Near(flops / (6 * best.Parameters), best.Tokens.Count, 1e-12);
    }

    [Theory]
    [InlineData(1e8)]
    [InlineData(7e9)]
    public void OptimalTokens_OfChinchillasFunction_GivesItsClosedForm(double n) =>
        Near(Closed.OptimalTokens(n), Written.OptimalTokens(Size(n)).Value.Count, 1e-9);

    [Fact]
    public void Reach_OfChinchillasFunction_GivesItsClosedForm()
    {
        var reach = Written.Reach!;
        Near(Closed.TokensFor(2.5, 1e9), reach.Tokens(1e9, 2.5), 1e-9);
        Near(Math.Pow(400 / (2.5 - 1.8 - (1500 / Math.Pow(2e10, 0.36))), 1 / 0.34), reach.Parameters(2e10, 2.5), 1e-9);
        var (size, tokens) = ScalingSdk.Planning.CheapestRun.To(Closed, 2.5);
        Near(size, reach.Cheapest(2.5).Parameters, 1e-8);
        Near(tokens, reach.Cheapest(2.5).Tokens, 1e-8);
        Assert.True(double.IsNaN(reach.Tokens(1e6, 2)), "a model of a million parameters does not reach 2 nats");
    }

    [Fact]
    public void Allocate_OfALawWithCompute_IsThatOfTheTokensItStandsFor()
    {
        var law = Law("L = E + A/N^alpha + B/(C/(6*N))^beta + 0*sqrt(C)", Constants);
        Near(Closed.OptimalParameters(1e21), law.Allocate(new(1e21)).Value.Parameters, 1e-9);
    }

    [Fact]
    public void Allocate_WithExperts_IsTheClosedFormOfTheSizeThatTheyEqual()
    {
        var law = Law("L = E + A*(N*X^g)^(-alpha) + B/D^beta", Constants.Replace(" }", ", \"g\": 0.3 }", StringComparison.Ordinal), "\"variables\": { \"X\": \"experts\" }, \"range\": { \"X\": [1, 64] }")
            .At(new Dictionary<FormulaMeaning, double> { [FormulaMeaning.Experts] = 8 });
        var equal = new ChinchillaForm(1.8, 400 * Math.Pow(8, -0.3 * 0.34), 1500, 0.34, 0.36);
        Near(equal.OptimalParameters(1e21), law.Allocate(new(1e21)).Value.Parameters, 1e-9);
        Near(equal.Loss(1e9, 2e10), law.Loss(new ActiveParameters(1e9), new(2e10)).Value.NatsPerToken, 1e-12);
    }

    [Fact]
    public void LearningRate_LeftFree_IsTheOneOfTheLeastLoss()
    {
        var law = Settings();
        Near(Math.Exp(-1 - (0.3 * Math.Log(1e9))), law.LearningRate(Size(1e9), new(2e10)).Value, 1e-9);
        Near(Math.Exp(2 + (0.45 * Math.Log(2e10))), law.Batch(Size(1e9), new(2e10)).Value.Count, 1e-9);
        Near(Closed.Loss(1e9, 2e10), law.Loss(new ActiveParameters(1e9), new(2e10)).Value.NatsPerToken, 1e-12);
    }

    [Fact]
    public void Loss_AtAStatedRate_IsWorseByWhatTheRateIsOff()
    {
        var law = Settings().At(new Dictionary<FormulaMeaning, double> { [FormulaMeaning.LearningRate] = Math.Exp(1) * Math.Exp(-1 - (0.3 * Math.Log(1e9))) });
        Near(Closed.Loss(1e9, 2e10) + 0.03, law.Loss(new ActiveParameters(1e9), new(2e10)).Value.NatsPerToken, 1e-12);
    }

    [Fact]
    public void LearningRate_BeyondTheRunsRange_StaysAtItsEnd() =>
        Near(1e-2, Settings().LearningRate(Size(1e2), new(2e10)).Value, 1e-12);

    [Fact]
    public void Law_OfHoffmannsForm_IsPlannedInClosedForm() =>
        Assert.IsType<FittedLaw>(Read("L = E + A/N^alpha + B/D^beta", Constants).Law);

    [Fact]
    public void Intervals_OfDraws_HoldTheAnswerOfTheConstants()
    {
        var rows = string.Join(", ", Enumerable.Range(0, 40).Select(i => FormattableString.Invariant($"[{1.8 + (0.001 * (i - 20))}, {400 + i - 20}, {1500 + (3 * (i - 20))}, {0.34 + (0.0001 * (i - 20))}, 0.36]")));
        var law = Law("L = E + A*exp(-alpha*log(N)) + B*D^(-beta)", Constants, $"\"sample\": [{rows}]");
        var sizes = law.ParametersInterval(new(1e21)).Value;
        Assert.InRange(Closed.OptimalParameters(1e21), sizes.Low, sizes.High);
        Assert.InRange(Closed.Loss(1e9, 2e10), law.LossInterval(new ActiveParameters(1e9), new(2e10)).Value.Low, law.LossInterval(new ActiveParameters(1e9), new(2e10)).Value.High);
        Assert.True(sizes.High > sizes.Low * 1.001, "draws of different constants have different best sizes");
    }

    [Fact]
    public void Allocate_OfALossThatFallsForEver_SaysSo() =>
        Assert.Contains("falls to the end of all sizes", Law("L = E + A/N^alpha + 0*B*D^beta", Constants).Allocate(new(1e21)).WhyNone!, StringComparison.Ordinal);

    [Theory]
    [InlineData("L = E + A/N^alpha + B/", "expected a number, a name or '('")]
    [InlineData("loss = E + A/N^alpha + B/D^beta", "'loss' is predicted")]
    [InlineData("L = E + A/N^alpha + B/D^beta + k*width", "'constants.k' is missing")]
    [InlineData("L = E + A/N^alpha + B/D^beta, L2 = E", "several equations do not plan")]
    [InlineData("L = E + A/N^alpha + B", "'beta' is not in the formula")]
    public void Read_AFormulaThatDoesNotPlan_SaysWhy(string formula, string expected) =>
        Assert.Contains(Read(formula, Constants).Problems, problem => problem.Contains(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("\"variables\": { \"X\": \"width\" }", "known are 'parameters'")]
    [InlineData("\"variables\": { \"X\": \"experts\" }", "'range.X' is missing")]
    [InlineData("\"variables\": { \"X\": \"tokens\" }", "both mean 'tokens'")]
    [InlineData("\"variables\": { \"X\": \"experts\" }, \"range\": { \"X\": [64, 1] }", "expected the least and the most of the runs")]
    [InlineData("\"fixed\": { \"X\": \"many\" }", "expected a number")]
    [InlineData("\"fixed\": { \"X\": 2, \"Y\": 2 }", "'Y' is not in the formula")]
    [InlineData("\"fixed\": { \"X\": 2 }, \"sample\": [[1, 2]]", "expected 20 to 10,000 draws")]
    public void Read_AVariableThatDoesNotPlan_SaysWhy(string members, string expected) =>
        Assert.Contains(Read("L = E + A/(N*X)^alpha + B/D^beta", Constants, members).Problems, problem => problem.Contains(expected, StringComparison.Ordinal));

    [Fact]
    public void WhyNot_AQuestionThatTheFormulaLacksASymbolFor_NamesIt()
    {
        var law = Law("L = E + A/N^alpha", "\"constants\": { \"E\": 1.8, \"A\": 400, \"alpha\": 0.34 }");
        Assert.Contains("'D'", law.WhyNot(LawQuestions.Allocation)!, StringComparison.Ordinal);
        Assert.Contains("'lr = ...'", Written.WhyNot(LawQuestions.LearningRate)!, StringComparison.Ordinal);
    }

    [Fact]
    public void Law_OfTheBatchAlone_AnswersThatQuestion()
    {
        var law = Law("B = k*D^q", "\"constants\": { \"k\": 0.58, \"q\": 0.571 }");
        Near(0.58 * Math.Pow(2e10, 0.571), law.Batch(Size(1e9), new(2e10)).Value.Count, 1e-12);
        Assert.Null(law.WhyNot(LawQuestions.Batch));
        Assert.NotNull(law.WhyNot(LawQuestions.Allocation));
    }

    private static FormulaLaw Settings() => Law(
        "L = E + A/N^alpha + B/D^beta + k*(log(lr) - (m - mn*log(N)))^2 + q*(log(b) - (v + vd*log(D)))^2",
        Constants.Replace(" }", ", \"k\": 0.03, \"m\": -1, \"mn\": 0.3, \"q\": 0.02, \"v\": 2, \"vd\": 0.45 }", StringComparison.Ordinal),
        "\"variables\": { \"lr\": \"learning_rate\", \"b\": \"batch_tokens\" }, \"range\": { \"lr\": [1e-5, 1e-2], \"b\": [1e4, 1e7] }");

    private static FormulaLaw Law(string formula, params string[] members)
    {
        var reading = Read(formula, members);
        Assert.True(reading.Problems.Count == 0, string.Join('\n', reading.Problems));
        return Assert.IsType<FormulaLaw>(reading.Law);
    }

    private static LawFileReading Read(string formula, params string[] members) =>
        LawFile.Read($"{{ \"law\": \"mine\", \"form\": \"formula\", \"parameters\": \"active\", \"formula\": \"{formula}\", {string.Join(", ", members)} }}");

    private static ModelSize Size(double n) => NominalSize.Of(new TotalParameters(n));

    private static void Near(double expected, double actual, double within) =>
        Assert.True(Math.Abs((actual / expected) - 1) <= within, FormattableString.Invariant($"expected {expected}, got {actual}"));
}
