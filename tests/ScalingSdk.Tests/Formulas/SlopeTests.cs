using ScalingSdk.Formulas;

namespace ScalingSdk.Tests.Formulas;

/// <summary>Derivatives of every operation against differences.</summary>
public sealed class SlopeTests
{
    private const double Step = 1e-4;

    [Theory]
    [InlineData("x + y*x - x/y")]
    [InlineData("x^y + x^2 + 2^x + x^-0.5")]
    [InlineData("exp(x*y) + log(x + y) + log10(x)*ln(y)")]
    [InlineData("sqrt(x*y) + abs(x - y) + abs(y - x)")]
    [InlineData("tanh(x*y) + softplus(x - 2*y) - softplus(-50*x)")]
    [InlineData("min(x, y)*max(x, y^2) - min(x, 3)")]
    public void At_EachOperation_HasTheDerivativesThatDifferencesShow(string text)
    {
        var program = new FormulaProgram(Formula.Parse("z = " + text).Equations[0].Right, ["x", "y"]);
        double At(double x, double y) => program.At([new(x), new(y)], program.Stack()).Value;
        const double X = 0.7, Y = 1.3;
        var slope = program.At([new(X, X: 1), new(Y, Y: 1)], program.Stack());

        Near((At(X + Step, Y) - At(X - Step, Y)) / (2 * Step), slope.X, 1e-6);
        Near((At(X, Y + Step) - At(X, Y - Step)) / (2 * Step), slope.Y, 1e-6);
        Near((At(X + Step, Y) - (2 * At(X, Y)) + At(X - Step, Y)) / (Step * Step), slope.XX, 1e-5);
        Near((At(X, Y + Step) - (2 * At(X, Y)) + At(X, Y - Step)) / (Step * Step), slope.YY, 1e-5);
        Near((At(X + Step, Y + Step) - At(X + Step, Y - Step) - At(X - Step, Y + Step) + At(X - Step, Y - Step)) / (4 * Step * Step), slope.XY, 1e-5);
    }

    private static void Near(double expected, double actual, double within) =>
        Assert.True(Math.Abs(expected - actual) <= within * (1 + Math.Abs(expected)), FormattableString.Invariant($"differences give {expected}, the rules {actual}"));
}
