using ScalingSdk.Laws;

namespace ScalingSdk.Tests.Laws;

/// <summary>A sample of draws that are all the law itself: each interval is the law's own answer.</summary>
public sealed class JointSampleTests
{
    private const double Flops = 1e21;

    private static readonly ChinchillaForm Form = Besiroglu2024.Law.Form;
    private static readonly JointSample Sample = new(
        [.. Enumerable.Repeat<double[]>([Math.Log(Form.E), Math.Log(Form.A), Math.Log(Form.B), Form.Alpha, Form.Beta], 20).SelectMany(static row => row)]);

    private static readonly double Best = Form.OptimalParameters(Flops);

    [Fact]
    public void OptimalParameters_OfEqualDraws_AreTheLaws() => IsPoint(Best, Sample.OptimalParameters(Flops, 0.9));

    [Fact]
    public void OptimalTokens_OfEqualDraws_SpendTheBudget() => IsPoint(Flops / (6 * Best), Sample.OptimalTokens(Flops, 0.9));

    [Fact]
    public void TokensPerParameter_OfEqualDraws_AreTheirRatio() => IsPoint(Flops / (6 * Best) / Best, Sample.TokensPerParameter(Flops, 0.9));

    [Fact]
    public void BestLoss_OfEqualDraws_IsThatOfTheBestRun() => IsPoint(Form.Loss(Best, Flops / (6 * Best)), Sample.BestLoss(Flops, 0.9));

    [Fact]
    public void Loss_OfEqualDraws_IsTheLaws() => IsPoint(Form.Loss(7e9, 1e11), Sample.Loss(7e9, 1e11, 0.9));

    [Fact]
    public void TokensFor_OfEqualDraws_AreTheLaws() => IsPoint(Form.OptimalTokens(7e9), Sample.TokensFor(7e9, 0.9));

    [Fact]
    public void LossAboveBest_OfEqualDraws_IsTheDifferenceAtTheSameCompute()
    {
        const double Parameters = 7e9, Tokens = 1e10;
        var best = Form.OptimalParameters(6 * Parameters * Tokens);

        IsPoint(Form.Loss(Parameters, Tokens) - Form.Loss(best, Parameters * Tokens / best), Sample.LossAboveBest(Parameters, Tokens, 0.9));
    }

    private static void IsPoint(double expected, Interval actual)
    {
        Near.Relative(expected, actual.Low, 1e-9);
        Near.Relative(expected, actual.High, 1e-9);
    }
}
