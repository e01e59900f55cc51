using System.Globalization;
using System.Numerics;
using CsCheck;
using ScalingSdk.Json;
using ScalingSdk.Quantities;
using ScalingSdk.Quantities.Units;

namespace ScalingSdk.Tests.Text;

public sealed class QuantityTests
{
    private static readonly Dictionary<string, Unit> Units = new(StringComparer.Ordinal)
    {
        ["Tokens"] = Unit.Tokens,
        ["Parameters"] = Unit.Parameters,
        ["Flops"] = Unit.Flops,
        ["Duration"] = Unit.Duration,
        ["Fraction"] = Unit.Fraction,
        ["Bytes"] = Unit.Bytes,
        ["Money"] = Unit.Money,
        ["HourlyPrice"] = Unit.HourlyPrice,
        ["Count"] = Unit.Count,
        ["Number"] = Unit.Number,
        ["Energy"] = Unit.Energy,
    };

    [Theory]
    [InlineData("Tokens", "10B", 1e10)]
    [InlineData("Tokens", "0.1T", 100_000_000_000)]
    [InlineData("Tokens", "1.4T tokens", 1_400_000_000_000)]
    [InlineData("Tokens", "300 billion tokens", 3e11)]
    [InlineData("Tokens", "0.5M", 500_000)]
    [InlineData("Tokens", " 10b ", 1e10)]
    [InlineData("Tokens", "1e9", 1e9)]
    [InlineData("Tokens", "1.5E+3", 1500)]
    [InlineData("Tokens", "1000000000000000000", 1e18)]
    [InlineData("Parameters", "7B", 7e9)]
    [InlineData("Parameters", "124M", 124_000_000)]
    [InlineData("Parameters", "160m params", 160_000_000)]
    [InlineData("Count", "12", 12)]
    [InlineData("Count", "50k", 50_000)]
    [InlineData("Count", "12.0", 12)]
    public void Read_WholeQuantity_IsExact(string unit, string text, long expected)
    {
        var reading = Quantity.Read(text, Units[unit]);

        Assert.Equal(new QuantityReading(expected, expected, null), reading);
    }

    [Theory]
    [InlineData("Flops", "1e21", 1e21)]
    [InlineData("Flops", "6 PF-days", 5.184e20)]
    [InlineData("Flops", "1 PF-day", 8.64e19)]
    [InlineData("Flops", "1 pflop/s-day", 8.64e19)]
    [InlineData("Flops", "2.5 EFLOP", 2.5e18)]
    [InlineData("Flops", "314 ZFLOPs", 3.14e23)]
    [InlineData("Duration", "3 days", 259_200)]
    [InlineData("Duration", "72 h", 259_200)]
    [InlineData("Duration", "3d", 259_200)]
    [InlineData("Duration", "1.5 hours", 5400)]
    [InlineData("Duration", "90 min", 5400)]
    [InlineData("Duration", "2 Weeks", 1_209_600)]
    [InlineData("Fraction", "40%", 0.4)]
    [InlineData("Fraction", "40 %", 0.4)]
    [InlineData("Fraction", "0.4", 0.4)]
    [InlineData("Fraction", "100%", 1)]
    [InlineData("Fraction", "33.3%", 0.333)]
    [InlineData("Bytes", "80 GB", 80e9)]
    [InlineData("Bytes", "80 GiB", 85_899_345_920)]
    [InlineData("Bytes", "80GB", 80e9)]
    [InlineData("Money", "2000 USD", 2000)]
    [InlineData("Money", "$2000", 2000)]
    [InlineData("Money", "2.5M USD", 2_500_000)]
    [InlineData("HourlyPrice", "2.5", 2.5)]
    [InlineData("HourlyPrice", "$2.50/h", 2.5)]
    [InlineData("HourlyPrice", "2.5 USD per hour", 2.5)]
    [InlineData("Number", "6e-4", 6e-4)]
    [InlineData("Number", ".5", 0.5)]
    [InlineData("Energy", "1.2 MWh", 1200)]
    public void Read_QuantityWithUnit_IsInTheBaseUnit(string unit, string text, double expected)
    {
        var reading = Quantity.Read(text, Units[unit]);

        Assert.Null(reading.Error);
        Assert.Equal(expected, reading.Value);
    }

    [Theory]
    [InlineData("Duration", "3 dayz", "'3 dayz' has the unit 'dayz'; expected a duration such as '3 days' or '72 h'")]
    [InlineData("Duration", "3", "'3' has no unit; expected a duration such as '3 days' or '72 h'")]
    [InlineData("Tokens", "10 GB", "'10 GB' has the unit 'GB'; it is a size in bytes: English text has about 4 bytes a token, so write '2.5B'")]
    [InlineData("Tokens", "10B params", "'10B params' has the unit 'B params'; expected a number of tokens such as '10B' or '1.4T tokens'")]
    [InlineData("Tokens", "-5", "'-5' is negative; expected a number of tokens such as '10B' or '1.4T tokens'")]
    [InlineData("Tokens", "0", "'0' is zero; expected a number of tokens such as '10B' or '1.4T tokens'")]
    [InlineData("Tokens", "1e999", "'1e999' is too large; expected a number of tokens such as '10B' or '1.4T tokens', at most '1e18'")]
    [InlineData("Tokens", "1e99999999999", "'1e99999999999' is too large; expected a number of tokens such as '10B' or '1.4T tokens', at most '1e18'")]
    [InlineData("Tokens", "1000000000000001000", "'1000000000000001000' is too large; expected a number of tokens such as '10B' or '1.4T tokens', at most '1e18'")]
    [InlineData("Tokens", "1.5", "'1.5' is not a whole number; expected a number of tokens such as '10B' or '1.4T tokens'")]
    [InlineData("Tokens", "1,000", "'1,000' has a separator between its digits; write '1000'")]
    [InlineData("Tokens", "1,000,000 tokens", "'1,000,000 tokens' has a separator between its digits; write '1000000 tokens'")]
    [InlineData("Tokens", "1_000", "'1_000' has a separator between its digits; write '1000'")]
    [InlineData("Tokens", "10 000", "'10 000' has a separator between its digits; write '10000'")]
    [InlineData("Tokens", "1,5B", "'1,5B' has a separator between its digits; write '1.5B'")]
    [InlineData("Number", "NaN", "'NaN' is not a finite number; expected a number such as '0.5' or '6e-4'")]
    [InlineData("Number", "-Infinity", "'-Infinity' is not a finite number; expected a number such as '0.5' or '6e-4'")]
    [InlineData("Number", "1e-999", "'1e-999' is too small; expected a number such as '0.5' or '6e-4'")]
    [InlineData("Number", "1e-9999999999", "'1e-9999999999' is too small; expected a number such as '0.5' or '6e-4'")]
    [InlineData("Number", "  ", "the text is empty; expected a number such as '0.5' or '6e-4'")]
    [InlineData("Number", "abc", "'abc' does not start with a number; expected a number such as '0.5' or '6e-4'")]
    [InlineData("Tokens", "=", "'=' does not start with a number; expected a number of tokens such as '10B' or '1.4T tokens'")]
    [InlineData("Tokens", "~", "'~' does not start with a number; expected a number of tokens such as '10B' or '1.4T tokens'")]
    [InlineData("Number", "-", "'-' does not start with a number; expected a number such as '0.5' or '6e-4'")]
    [InlineData("Fraction", "40", "'40' is more than the whole; write '40%'")]
    [InlineData("Fraction", "400", "'400' is too large; expected a fraction such as '40%' or '0.4', at most '1'")]
    [InlineData("Bytes", "80 Gb", "'80 Gb' has the unit 'Gb'; expected an amount of memory such as '80 GB' or '80 GiB'")]
    [InlineData("Flops", "1 PFLOP/s", "'1 PFLOP/s' has the unit 'PFLOP/s'; expected an amount of compute such as '6 PF-days' or '1e21 FLOP'")]
    [InlineData("Money", "2000 EUR", "'2000 EUR' has the unit 'EUR'; expected an amount of money such as '2000 USD' or '2000'")]
    [InlineData("Money", "$", "'$' does not start with a number; expected an amount of money such as '2000 USD' or '2000'")]
    public void Read_WrongQuantity_SaysWhatToType(string unit, string text, string error) =>
        Assert.Equal(error, Quantity.Read(text, Units[unit]).Error);

    [Theory]
    [InlineData("10000000000", 1e10)]
    [InlineData("1e10", 1e10)]
    [InlineData("\"10B\"", 1e10)]
    public void Read_Node_TakesNumbersAndText(string json, double expected) =>
        Assert.Equal(expected, Quantity.Read(JsonReader.Read(json).Root!, Unit.Tokens).Value);

    [Theory]
    [InlineData("true", "found true; expected a whole number such as '12'")]
    [InlineData("{}", "found an object; expected a whole number such as '12'")]
    [InlineData("null", "found null; expected a whole number such as '12'")]
    [InlineData("-12", "'-12' is negative; expected a whole number such as '12'")]
    public void Read_NodeOfAnotherKind_SaysWhatWasFound(string json, string error) =>
        Assert.Equal(error, Quantity.Read(JsonReader.Read(json).Root!, Unit.Count).Error);

    [Fact]
    public void Read_ZeroWhereAllowed_IsZero() =>
        Assert.Equal(new QuantityReading(0, BigInteger.Zero, null), Quantity.Read("0", Unit.Count, allowZero: true));

    [Fact]
    public void Read_LongNumber_IsRefusedAtOnce()
    {
        var error = Quantity.Read(new string('9', 4_000_000), Unit.Tokens).Error!;

        Assert.StartsWith("'99999999999999999999999999999999...' is too long for a quantity; expected", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnyDouble_IsTheDoubleThatTheFrameworkParses() =>
        Gen.Double[1e-30, 1e29].Select(Gen.Int[1, 17]).Sample((value, digits) =>
        {
            var text = value.ToString("E" + (digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), Quantity.Read(text, Unit.Number).Value);
        }, iter: 10_000);

    [Fact]
    public void Read_AnyText_NeverThrows() =>
        Gen.Select(Gen.OneOf("", "1", "1e", "1e9", "-", "$", "0.", "9e99"), Gen.String, Gen.OneOf([.. Units.Values]))
            .Sample((start, rest, unit) => { _ = Quantity.Read(start + rest, unit); }, iter: 10_000);
}
