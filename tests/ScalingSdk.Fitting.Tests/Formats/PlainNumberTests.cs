using System.Globalization;
using System.Text;
using ScalingSdk.Fitting.Tables;

namespace ScalingSdk.Fitting.Tests.Formats;

/// <summary>Numbers are the doubles that the framework reads, to the last bit.</summary>
public sealed class PlainNumberTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("44000000")]
    [InlineData("4.727847267447709")]
    [InlineData("3.141592653589")]
    [InlineData("0.000000000000001")]
    [InlineData("999999999999999")]
    [InlineData("9007199254740993")]
    [InlineData("123456789012345.6")]
    [InlineData("-2.5")]
    [InlineData("1e-3")]
    [InlineData("4.40E+07")]
    [InlineData("2.52984e+07")]
    [InlineData("123456789012345e22")]
    [InlineData("1e23")]
    [InlineData("3e-22")]
    [InlineData("3e-24")]
    [InlineData("1.5E5")]
    [InlineData("1e308")]
    [InlineData(".5")]
    [InlineData("5.")]
    public void Read_ANumber_IsWhatTheFrameworkReads(string text)
    {
        var expected = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

        Assert.Equal(expected, PlainNumber.Read(text));
        Assert.Equal(expected, PlainNumber.Read(Encoding.UTF8.GetBytes(text)));
    }

    // A hundred thousand numbers of every length: one that is rounded twice is off by a bit.
    [Fact]
    public void Read_NumbersOfEveryLength_AreTheNearestDoubles()
    {
        var random = new Random(1);
        for (var i = 0; i < 100_000; i++)
        {
            var digits = random.NextInt64(0, (long)Math.Pow(10, random.Next(1, 17))).ToString(CultureInfo.InvariantCulture);
            var point = random.Next(0, digits.Length + 1);
            var text = digits[..point] + "." + digits[point..] + (i % 2 == 0 ? "" : "e" + random.Next(-30, 31).ToString(CultureInfo.InvariantCulture));
            var expected = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

            Assert.True(PlainNumber.Read(text) == expected && PlainNumber.Read(Encoding.UTF8.GetBytes(text)) == expected, $"'{text}' is not read as the nearest double: mend PlainNumber.Short");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("1.2.3")]
    [InlineData("1,5")]
    [InlineData("1e")]
    [InlineData("e5")]
    [InlineData("1e+")]
    [InlineData("1e5.0")]
    [InlineData("12M")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    public void Read_WhatIsNoNumber_IsNull(string text)
    {
        Assert.Null(PlainNumber.Read(text));
        Assert.Null(PlainNumber.Read(Encoding.UTF8.GetBytes(text)));
    }
}
