using System.Globalization;
using System.Numerics;
using CsCheck;
using ScalingSdk.Text;

namespace ScalingSdk.Tests.Text;

public sealed class ExactNumberTests
{
    // Mantissas of 1 to 25 digits: 18 are held in another way than 19.
    private static readonly Gen<BigInteger> Mantissas =
        from high in Gen.Long[-9_999_999, 9_999_999]
        from low in Gen.Long[0, 999_999_999_999_999_999]
        from kept in Gen.Int[0, 25]
        select BigInteger.Divide((high * BigInteger.Pow(10, 18)) + low, BigInteger.Pow(10, kept));

    [Fact]
    public void New_AnyMantissa_KeepsTheValueWithoutTrailingZeros() =>
        Gen.Select(Mantissas, Gen.Int[-30, 30], Gen.Int[0, 12]).Sample(
            (mantissa, exponent, zeros) =>
            {
                var number = new ExactNumber(mantissa * BigInteger.Pow(10, zeros), exponent - zeros);

                Assert.Equal(mantissa * BigInteger.Pow(10, exponent + 30), number.Mantissa * BigInteger.Pow(10, number.Exponent + 30));
                Assert.Equal(BigInteger.Abs(number.Mantissa).ToString(CultureInfo.InvariantCulture), number.Digits);
                Assert.True(number.IsZero || !number.Digits.EndsWith('0'));
                Assert.Equal(mantissa.Sign < 0, number.IsNegative);
            },
            iter: 20_000);

    [Fact]
    public void RoundAt_AnyPlace_IsHalfAwayFromZero() =>
        Gen.Select(Mantissas, Gen.Int[0, 30]).Sample(
            (mantissa, place) =>
            {
                var unit = BigInteger.Pow(10, place);
                var units = (BigInteger.Abs(mantissa * 2) + unit) / (unit * 2) * mantissa.Sign;

                var rounded = new ExactNumber(mantissa, 0).RoundAt(place);

                Assert.Equal(units * unit, rounded.Whole);
            },
            iter: 20_000);

    [Theory]
    [InlineData(1.0)]
    [InlineData(-999_999_999_999_999_999.0)]
    [InlineData(1e18)]
    [InlineData(1e22)]
    [InlineData(0.5)]
    public void From_Double_IsItsExactValue(double value) => Assert.Equal(value, ExactNumber.From(value).ToDouble());

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-0.0000000000000000000000000001")]
    [InlineData("1000000000000000000000000")]
    public void Parse_AllDigitsOfADecimal_IsItsExactValue(string text)
    {
        var value = decimal.Parse(text, CultureInfo.InvariantCulture);

        var number = ExactNumber.Parse(text);

        Assert.Equal(value, (decimal)number.Mantissa * Power(number.Exponent));
    }

    [Fact]
    public void ToDouble_AnyDigitsAndExponent_IsTheNearestDouble() =>
        Gen.Select(Mantissas, Gen.Int[-40, 40]).Sample(
            (mantissa, exponent) =>
            {
                var text = mantissa.ToString(CultureInfo.InvariantCulture) + "e" + exponent.ToString(CultureInfo.InvariantCulture);

                Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), ExactNumber.Parse(text).ToDouble());
            },
            iter: 20_000);

    // The 53 bits of the result carry into one more, which few random digits do.
    [Theory]
    [InlineData("9007199254740991.6", 9007199254740992.0)]
    [InlineData("1.99999999999999999999", 2.0)]
    [InlineData("-0.99999999999999999999", -1.0)]
    public void ToDouble_DigitsThatCarryIntoThePowerOfTwo_IsThatPower(string text, double power) => Assert.Equal(power, ExactNumber.Parse(text).ToDouble());

    [Fact]
    public void Times_ShortAndLongNumbers_IsTheExactProduct() =>
        Gen.Select(Mantissas, Mantissas, Gen.Int[0, 6]).Sample(
            (left, right, exponent) =>
            {
                var product = new ExactNumber(left, exponent) * new ExactNumber(right, 0);

                Assert.Equal(left * right * BigInteger.Pow(10, exponent), product.Whole);
            },
            iter: 20_000);

    private static decimal Power(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < Math.Abs(exponent); i++)
            power = exponent < 0 ? power / 10 : power * 10;
        return power;
    }
}
