using System.Globalization;
using System.Numerics;

namespace ScalingSdk.Text;

/// <summary>
/// How numbers are rounded, printed and emitted: from their decimal digits, so that every framework and culture writes
/// the same.
/// </summary>
internal static class NumberText
{
    /// <summary>The digits to which computed figures are rounded before they are compared, printed or emitted.</summary>
    public const int SignificantDigits = 12;

    /// <summary>The double nearest to the 12-digit rounding of a value.</summary>
    public static double RoundTo12(double value)
    {
        if (IsShortWhole(value))
            return value;
        if (QuickRounding.TryRound(value, SignificantDigits, out var digits, out var exponent))
            return exponent < 0 ? digits / QuickRounding.PowerOfTen(-exponent) : digits * QuickRounding.PowerOfTen(exponent);
        return IsFinite(value) ? Round12(value).ToDouble() : value;
    }

    /// <summary>At most 12 significant digits, to be read again: <c>3685469777.4</c>, <c>1.5e+21</c>.</summary>
    public static string Round(double value)
    {
        if (IsShortWhole(value))
            return ((long)value).ToString(CultureInfo.InvariantCulture);
        if (!IsFinite(value))
            return NotFinite(value);

        var number = Round12(value);
        return number.Magnitude is >= -5 and < 15 ? Plain(number) : Exponential(number, "e+");
    }

    /// <summary>A literal of type double in C#: <c>3685469777.4D</c>.</summary>
    public static string Literal(double value) => IsFinite(value)
        ? Round(value) + "D"
        : double.IsNaN(value) ? "double.NaN" : value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";

    /// <summary>Three significant digits for people: <c>3.69B</c>, <c>242K</c>, <c>44,800</c>, <c>512</c>, <c>2.5e-4</c>.</summary>
    public static string Compact(double value)
    {
        if (!IsFinite(value))
            return NotFinite(value);

        // Whole numbers below 10,000 keep their digits: 1,024 is not 1,020.
        var three = RoundTo(value, 3);
        return three.Magnitude switch
        {
            < -3 or >= 15 => Exponential(three, "e"),
            >= 12 => Plain(three.TimesTen(-12)) + "T",
            >= 9 => Plain(three.TimesTen(-9)) + "B",
            >= 6 => Plain(three.TimesTen(-6)) + "M",
            5 => Plain(three.TimesTen(-3)) + "K",
            4 => Plain(three, grouped: true),
            3 => Grouped(value),
            _ => Plain(three),
        };
    }

    /// <summary>Three significant digits without a letter for thousands: <c>1,230</c>, <c>104</c>, <c>0.0357</c>.</summary>
    public static string Three(double value) => IsFinite(value) ? Plain(RoundTo(value, 3), grouped: true) : NotFinite(value);

    /// <summary>As <see cref="Compact"/>, but not below the value: what to type where at least that much is needed.</summary>
    public static string CompactUp(double value) => Compact(ToThree(value, Math.Ceiling));

    /// <summary>As <see cref="Compact"/>, but not above the value: what to type where at most that much is allowed.</summary>
    public static string CompactDown(double value) => Compact(ToThree(value, Math.Floor));

    /// <summary>The nearest whole number with separators: <c>3,685,469,777</c>.</summary>
    public static string Grouped(double value) =>
        IsShortWhole(value) ? Grouped((long)value) : IsFinite(value) ? Plain(Round12(value).RoundAt(0), grouped: true) : NotFinite(value);

    /// <summary>A whole number with separators, every digit kept.</summary>
    public static string Grouped(BigInteger value) => value >= long.MinValue && value <= long.MaxValue ? Grouped((long)value) : Plain(new ExactNumber(value, 0), grouped: true);

    /// <inheritdoc cref="Grouped(BigInteger)"/>
    public static string Grouped(long value) => InGroups(value.ToString(CultureInfo.InvariantCulture), ',');

    /// <summary>The digits of a whole number, which may have a sign, in groups of three.</summary>
    internal static string InGroups(string digits, char separator)
    {
        var first = digits[0] == '-' ? 1 : 0;
        var separators = (digits.Length - first - 1) / 3;
        if (separators == 0)
            return digits;
        var text = new char[digits.Length + separators];
        for (int from = digits.Length, to = text.Length, inGroup = 0; from > 0; inGroup++)
        {
            if (inGroup == 3 && from > first)
                (text[--to], inGroup) = (separator, 0);
            text[--to] = digits[--from];
        }

        return new string(text);
    }

    /// <summary>A fraction in percent, two significant digits or whole: 0.0357 is <c>3.6 %</c>, 1.234 is <c>123 %</c>.</summary>
    public static string Percent(double fraction)
    {
        if (!IsFinite(fraction))
            return NotFinite(fraction);

        var percent = Round12(fraction).TimesTen(2);
        var rounded = percent.RoundTo(2);
        return Plain(rounded.Magnitude >= 1 ? percent.RoundAt(0) : rounded, grouped: true) + " %";
    }

    /// <summary>Powers of ten: <c>8.64e19</c>, <c>2.5e-4</c>, <c>1e21</c>.</summary>
    public static string Scientific(double value, int digits = 3) =>
        IsFinite(value) ? Exponential(RoundTo(value, digits), "e") : NotFinite(value);

    // Through 12 digits first: a value that is printed is the value that is compared.
    /// <summary>A constant of an equation, at most 12 significant digits: <c>0.74</c>, <c>5e3</c>, <c>6.4e13</c>.</summary>
    public static string Constant(double value)
    {
        if (!IsFinite(value))
            return NotFinite(value);
        var number = Round12(value);
        // One digit and its power of ten, as papers print it: 5e3.
        return number.Magnitude is >= -4 and < 6 && number is not { Digits.Length: 1, Exponent: >= 3 } ? Plain(number) : Exponential(number, "e");
    }

    private static ExactNumber Round12(double value) => RoundTo(value, SignificantDigits);

    private static ExactNumber RoundTo(double value, int significant) => QuickRounding.TryRound(value, significant, out var digits, out var exponent)
        ? ExactNumber.OfShort((long)digits, exponent)
        : ExactNumber.From(value).RoundTo(significant);

    private static string Plain(ExactNumber number, bool grouped = false)
    {
        var (digits, magnitude) = (number.Digits, number.Magnitude);
        var text = number.Exponent >= 0 ? digits.PadRight(digits.Length + number.Exponent, '0')
            : magnitude >= 0 ? digits.Insert(magnitude + 1, ".")
            : "0." + new string('0', -magnitude - 1) + digits;
        for (var i = Math.Max(magnitude, 0) - 2; grouped && i > 0; i -= 3)
            text = text.Insert(i, ",");

        return Sign(number) + text;
    }

    private static string Exponential(ExactNumber number, string mark)
    {
        var (digits, magnitude) = (number.Digits, number.Magnitude);
        var text = digits.Length > 1 ? digits.Insert(1, ".") : digits;
        return Sign(number) + text + (magnitude < 0 ? "e" : mark) + magnitude.ToString(CultureInfo.InvariantCulture);
    }

    private static string Sign(ExactNumber number) => number.IsNegative ? "-" : "";

    private static double ToThree(double value, Func<double, double> round)
    {
        if (!IsFinite(value) || value == 0)
            return value;
        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 2);

        // Through 12 digits: 3.69 is not 3.6900000000000004 and then 3.70.
        return RoundTo12(round(RoundTo12(value / unit)) * unit);
    }

    /// <summary>True for a whole number of at most 12 digits, which is its own rounding.</summary>
    internal static bool IsShortWhole(double value) => Math.Abs(value) < 1e12 && Math.Floor(value).Equals(value);

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);

    private static string NotFinite(double value) => double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
}
