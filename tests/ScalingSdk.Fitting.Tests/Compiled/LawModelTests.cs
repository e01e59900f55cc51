using ScalingSdk.Fitting.Compiled;
using ScalingSdk.Formulas;

namespace ScalingSdk.Fitting.Tests.Compiled;

public sealed class LawModelTests
{
    private static readonly double[] X = [.. Enumerable.Range(0, 300).Select(static i => 0.3 + (0.01 * i))];
    private static readonly double[] Z = [.. Enumerable.Range(0, 300).Select(static i => 1 + (0.5 * (i % 17)))];

    [Theory]
    [InlineData("a - b - c", 0.5 - 0.7 - 1.3)]
    [InlineData("a/b/c", 0.5 / 0.7 / 1.3)]
    [InlineData("2^3^2", 512)]
    [InlineData("-2^2", -4)]
    [InlineData("2^-2", 0.25)]
    [InlineData("a - -b", 1.2)]
    [InlineData("1e3*log10(100) + ln(1)", 2000)]
    [InlineData("min(a, b) + max(a, b)", 1.2)]
    [InlineData("0^0 + 0^2", 1)]
    public void Evaluate_Operators_BindAsInArithmetic(string text, double expected)
    {
        var model = LawModel.Bind(Formula.Parse("L = " + text), ["a", "b", "c"], 3, static _ => [1, 2, 3]);
        var predictions = new double[model.Rows];
        model.Evaluate([0.5, 0.7, 1.3], predictions, null);
        Assert.Equal(expected, predictions[1], 12);
    }

    /// <summary>A plan evaluates a law without the tape of a fit: the two read one grammar and must give one number.</summary>
    [Theory]
    [InlineData("a*x^b*z^(-c)/(1 + c*z) - (a*x + b)^3")]
    [InlineData("exp(a + b*log(x) - c*log(z)*log(x)) + tanh(b*x) + softplus(c*x - z) + log10(z)")]
    [InlineData("sqrt(a*x + z) + abs(b - x)^c + min(a*x, b*z) + max(x - 2, 0)^c + 0^0")]
    [InlineData("(x^(-a*b) + z^(-c*b))^(1/b) + x^z/z^x")]
    public void Evaluate_AFormulaOfAPlan_GivesTheNumberOfTheFit(string text)
    {
        double[] theta = [0.6, 0.8, 1.1];
        var model = Bind(text);
        var fitted = new double[model.Rows];
        model.Evaluate(theta, fitted, null);
        var planned = new FormulaProgram(Formula.Parse("L = " + text).Equations[0].Right, ["x", "z", "a", "b", "c"]);
        for (var run = 0; run < X.Length; run++)
        {
            var value = planned.At([new(X[run]), new(Z[run]), .. theta.Select(static constant => new Slope(constant))], planned.Stack()).Value;
            Assert.True(Math.Abs(value - fitted[model.Row(0, run)]) <= 1e-12 * (1 + Math.Abs(value)), FormattableString.Invariant($"'{text}' at run {run}: a plan has {value}, the fit {fitted[model.Row(0, run)]}"));
        }
    }

    [Theory]
    [InlineData("a + b*x^(-c)", 0)]
    [InlineData("a*x^b*z^(-c)/(1 + c*z)", 0)]
    [InlineData("exp(a + b*log(x) - c*log(z)*log(x)) + tanh(b*x) + softplus(c*x - z)", 0)]
    [InlineData("sqrt(a*x + z) + abs(b - x)^c + min(a*x, b*z) + max(x - 2, 0)^c", 0)]
    [InlineData("(a/(x*(c*log(z) + 1)))^b + c", 0)]
    [InlineData("a*exp(max(-50, min(50, log(max(b, 1e-6)) - c*log(x))))", 0)]
    [InlineData("(x^(-a*b) + z^(-c*b))^(1/b)", 0)]
    [InlineData("softplus(a)*exp(-softplus(b)*log(x)) + 2*tanh(c)*(log(x) - (a + b*log(z)))^2", 0)]
    [InlineData("(a*x + b)^3 - (a*x + b)^2*c + x/x - a^0.5", 0)]
    public void Evaluate_Derivatives_AgreeWithDifferences(string text, int equation)
    {
        double[] theta = [0.6, 0.8, 1.1];
        var model = Bind(text);
        double[] predictions = new double[model.Rows], jacobian = new double[model.Rows * 3], above = new double[model.Rows], below = new double[model.Rows];
        model.Evaluate(theta, predictions, jacobian);
        for (var c = 0; c < 3; c++)
        {
            var step = 1e-5;
            model.Evaluate([.. theta.Select((v, i) => i == c ? v + step : v)], above, null);
            model.Evaluate([.. theta.Select((v, i) => i == c ? v - step : v)], below, null);
            for (var run = 0; run < X.Length; run++)
            {
                var row = model.Row(equation, run);
                var difference = (above[row] - below[row]) / (2 * step);
                Assert.True(
                    Math.Abs(difference - jacobian[(c * model.Rows) + row]) <= 1e-6 * (1 + Math.Abs(difference)),
                    FormattableString.Invariant($"'{text}' by constant {c} at run {run}: {jacobian[(c * model.Rows) + row]} instead of {difference}"));
            }
        }
    }

    [Theory]
    [InlineData("a + b*x^(-c)", 2)]
    [InlineData("exp(a)*x^(-b) + exp(c)", 2)]
    [InlineData("softplus(a)*x^(-b) + tanh(c)*z", 2)]
    [InlineData("a*(1 + b*x) + c", 2)]
    [InlineData("exp(a + b*log(x)) + c", 2)]
    [InlineData("a*a*x + b*z", 2)]
    [InlineData("tanh(a*x) + exp(b*z) + x^c", 0)]
    public void Bind_ALaw_FindsWhatItIsLinearIn(string text, int linear) => Assert.Equal(linear, Bind(text).Linear.Count);

    [Fact]
    public void Evaluate_InTheLoop_AllocatesNothing()
    {
        var model = Bind("exp(a + b*log(x) - c*log(z)*log(x)) + tanh(b*x) + softplus(c*x - z) + a/z^b");
        double[] theta = [0.6, 0.8, 1.1], predictions = new double[model.Rows], jacobian = new double[model.Rows * 3];
        for (var i = 0; i < 50; i++)
            model.Evaluate(theta, predictions, jacobian);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 200; i++)
            model.Evaluate(theta, predictions, jacobian);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000, "an evaluation allocates: look for boxed enumerators and closures");
    }

    private static LawModel Bind(string text) =>
        LawModel.Bind(Formula.Parse("L = " + text), ["a", "b", "c"], X.Length, static name => name is "x" ? X : Z);
}
