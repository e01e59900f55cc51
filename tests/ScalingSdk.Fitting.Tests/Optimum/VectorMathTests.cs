using System.Runtime.Intrinsics;
using CsCheck;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Tests.Optimum;

public sealed class VectorMathTests
{
    [Fact]
    public void Exp_AnyArgument_IsWithinTwoUnitsOfTheLastPlace() =>
        Gen.Double[-690, 690].Sample(x => AssertUlps(Math.Exp(x), VectorMath.Exp(Vector256.Create(x))[0]));

    [Fact]
    public void Log_AnyPositiveNumber_IsWithinTwoUnitsOfTheLastPlace() =>
        Gen.Double[-600, 600].Select(Math.Exp).Sample(x => AssertUlps(Math.Log(x), VectorMath.Log(Vector256.Create(x))[0]));

    [Fact]
    public void Log_NearOne_KeepsItsDigits() =>
        Gen.Double[-0.2, 0.2].Sample(x => AssertUlps(Math.Log(1 + x), VectorMath.Log(Vector256.Create(1 + x))[0]));

    private static void AssertUlps(double expected, double actual) =>
        Assert.InRange(actual - expected, -2 * Math.BitIncrement(Math.Abs(expected)) * 2.3e-16, 2 * Math.BitIncrement(Math.Abs(expected)) * 2.3e-16);
}
