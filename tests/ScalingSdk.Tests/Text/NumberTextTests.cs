using System.Globalization;
using System.Numerics;
using CsCheck;
using ScalingSdk.Quantities;
using ScalingSdk.Quantities.Units;
using ScalingSdk.Text;

namespace ScalingSdk.Tests.Text;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData(3_685_469_777.4123456, 3_685_469_777.41)]
    [InlineData(0.1 + 0.2, 0.3)]
    [InlineData(-2.0000000000001, -2)]
    [InlineData(5e-324, 4.94065645841e-324)]
    [InlineData(double.MaxValue, 1.79769313486e308)]
    [InlineData(0, 0)]
    [InlineData(13_842_526.40625, 13_842_526.4063)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    public void RoundTo12_Value_KeepsTwelveDigits(double value, double expected) =>
        Assert.Equal(expected, NumberText.RoundTo12(value));

    [Theory]
    [InlineData(3_685_469_777.4, "3685469777.4")]
    [InlineData(0.0357, "0.0357")]
    [InlineData(-0.5, "-0.5")]
    [InlineData(0, "0")]
    [InlineData(6e-4, "0.0006")]
    [InlineData(1e-5, "0.00001")]
    [InlineData(1.5e-6, "1.5e-6")]
    [InlineData(85_056_000, "85056000")]
    [InlineData(1e21, "1e+21")]
    [InlineData(8.64e19, "8.64e+19")]
    [InlineData(123_456_789_012_345, "123456789012000")]
    public void Round_Value_IsPlainOrExponential(double value, string expected)
    {
        Assert.Equal(expected, NumberText.Round(value));
        Assert.Equal(expected + "D", NumberText.Literal(value));
    }

    [Theory]
    [InlineData(double.NaN, "double.NaN")]
    [InlineData(double.PositiveInfinity, "double.PositiveInfinity")]
    [InlineData(double.NegativeInfinity, "double.NegativeInfinity")]
    public void Literal_NotFinite_NamesTheConstant(double value, string expected) =>
        Assert.Equal(expected, NumberText.Literal(value));

    [Theory]
    [InlineData(3_685_469_777, "3.69B")]
    [InlineData(84_934_656, "84.9M")]
    [InlineData(1.04428e12, "1.04T")]
    [InlineData(512, "512")]
    [InlineData(1024, "1,024")]
    [InlineData(9999.6, "10,000")]
    [InlineData(44_823, "44,800")]
    [InlineData(99_960, "100K")]
    [InlineData(500_000, "500K")]
    [InlineData(438_000, "438K")]
    [InlineData(999_600_000, "1B")]
    [InlineData(10_000_000_000, "10B")]
    [InlineData(2.3571, "2.36")]
    [InlineData(0.0357, "0.0357")]
    [InlineData(0.00025, "2.5e-4")]
    [InlineData(8.2e20, "8.2e20")]
    [InlineData(-1_690_000_000, "-1.69B")]
    [InlineData(0, "0")]
    public void Compact_Value_HasThreeDigits(double value, string expected) =>
        Assert.Equal(expected, NumberText.Compact(value));

    [Theory]
    [InlineData(3_685_469_777.4, "3,685,469,777")]
    [InlineData(999.5, "1,000")]
    [InlineData(0.4, "0")]
    [InlineData(-0.4, "0")]
    [InlineData(-1234.5, "-1,235")]
    [InlineData(123, "123")]
    [InlineData(1e21, "1,000,000,000,000,000,000,000")]
    public void Grouped_Value_IsWholeWithSeparators(double value, string expected) =>
        Assert.Equal(expected, NumberText.Grouped(value));

    [Fact]
    public void Grouped_LongNumber_KeepsEveryDigit()
    {
        Assert.Equal("9,223,372,036,854,775,807", NumberText.Grouped(long.MaxValue));
        Assert.Equal("1,000,000,000,000,000,000,001", NumberText.Grouped(BigInteger.Pow(10, 21) + 1));
    }

    [Theory]
    [InlineData(0.0357, "3.6 %")]
    [InlineData(0.02, "2 %")]
    [InlineData(0.54, "54 %")]
    [InlineData(0.0996, "10 %")]
    [InlineData(1.234, "123 %")]
    [InlineData(0.00123, "0.12 %")]
    [InlineData(-0.05, "-5 %")]
    [InlineData(0, "0 %")]
    [InlineData(40.4, "4,040 %")]
    public void Percent_Fraction_HasTwoDigits(double fraction, string expected) =>
        Assert.Equal(expected, NumberText.Percent(fraction));

    [Theory]
    [InlineData(8.64e19, 3, "8.64e19")]
    [InlineData(1e21, 3, "1e21")]
    [InlineData(9.996e20, 3, "1e21")]
    [InlineData(2.54e-4, 2, "2.5e-4")]
    public void Scientific_Value_IsAPowerOfTen(double value, int digits, string expected) =>
        Assert.Equal(expected, NumberText.Scientific(value, digits));

    [Fact]
    public void RoundTo12_AnyDouble_IsWhatTheFrameworkRoundsTo() =>
        Gen.Double.Where(value => double.IsFinite(value) && !IsHalfway(value)).Sample(
            value =>
            {
                var text = value.ToString("E11", CultureInfo.InvariantCulture);
                Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), NumberText.RoundTo12(value));
                Assert.Equal(NumberText.RoundTo12(value), double.Parse(NumberText.Round(value), CultureInfo.InvariantCulture));
            },
            iter: 20_000);

    [Fact]
    public void ToDouble_ExactExpansion_IsTheSameDouble() =>
        Gen.Long.Select(BitConverter.Int64BitsToDouble).Where(double.IsFinite).Sample(
            value => Assert.Equal(value, ExactNumber.From(value).ToDouble()),
            iter: 20_000);

    [Fact]
    public void Format_UnderACultureWithItsOwnSigns_IsTheSame()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        var foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        foreign.NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NegativeSign = "~" };
        try
        {
            Thread.CurrentThread.CurrentCulture = foreign;

            Assert.Equal("-3.69B", NumberText.Compact(-3.69e9));
            Assert.Equal("-1,024", NumberText.Grouped(-1024L));
            Assert.Equal("-2.5e-4", NumberText.Scientific(-2.5e-4));
            Assert.Equal("-0.0357D", NumberText.Literal(-0.0357));
            Assert.Equal(-1.5e-3, ExactNumber.From(-1.5e-3).ToDouble());
            Assert.Equal(1.5e-3, Quantity.Read("1.5e-3", Unit.Number).Value);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    /// <summary>Halves are rounded away from zero here, by the framework to even.</summary>
    private static bool IsHalfway(double value)
    {
        var digits = value.ToString("E100", CultureInfo.InvariantCulture);
        return digits[(digits.IndexOf('.', StringComparison.Ordinal) + 12)..].StartsWith("500000000000000000000000", StringComparison.Ordinal);
    }

    [Fact]
    public void RoundTo12_IsThatOfExactArithmetic()
    {
        var random = new Random(12);
        for (var i = 0; i < 100_000; i++)
        {
            // Every other one ends in a five at the thirteenth digit: halves are where roundings differ.
            var value = Math.Pow(10, (random.NextDouble() * 80) - 40) * (random.Next(2) == 0 ? -1 : 1);
            if (i % 2 == 0)
                value = (random.NextInt64(100_000_000_000, 1_000_000_000_000) + 0.5) * Math.Pow(10, random.Next(-30, 20));

            Assert.Equal(ExactNumber.From(value).RoundTo(12).ToDouble(), NumberText.RoundTo12(value));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Scientific_OfFewDigits_IsThatOfExactArithmetic(int digits)
    {
        var random = new Random(digits);
        for (var i = 0; i < 100_000; i++)
        {
            // Every other one lies at or beside a half.
            var value = i % 2 == 0
                ? Math.Pow(10, (random.NextDouble() * 80) - 40)
                : (random.Next(10, 1000) + 0.5 + (random.Next(3) - 1) * 1e-12) * Math.Pow(10, random.Next(-30, 30));

            var exact = ExactNumber.From(value).RoundTo(digits);
            var fraction = exact.Digits.Length > 1 ? "." + exact.Digits[1..] : "";
            Assert.Equal(FormattableString.Invariant($"{exact.Digits[0]}{fraction}e{exact.Magnitude}"), NumberText.Scientific(value, digits));
        }
    }
}
