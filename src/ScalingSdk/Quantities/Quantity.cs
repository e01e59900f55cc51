using System.Numerics;
using ScalingSdk.Json;
using ScalingSdk.Quantities.Units;
using ScalingSdk.Text;

namespace ScalingSdk.Quantities;

/// <summary>Reads numbers, and text of a number with a unit: <c>10B</c>, <c>6 PF-days</c>, <c>40%</c>.</summary>
internal static class Quantity
{
    private const int LongestText = 100;

    public static QuantityReading Read(JsonNode node, Unit unit, bool allowZero = false) => node switch
    {
        JsonNumber number => Read(number.Text, unit, allowZero),
        JsonString text => Read(text.Value, unit, allowZero),
        _ => QuantityReading.Fail($"found {node.Kind}; {unit.Expected}"),
    };

    public static QuantityReading Read(string text, Unit unit, bool allowZero = false)
    {
        text = text.Trim();
        if (text.Length == 0)
            return QuantityReading.Fail($"the text is empty; {unit.Expected}");

        if (text.Length > LongestText)
            return Fail(text, "is too long for a quantity", unit);

        var body = unit.WithoutPrefix(text);
        var length = NumberLength(body);
        if (length == 0)
            return IsNotFinite(body) ? Fail(text, "is not a finite number", unit) : Misread(text, "does not start with a number", unit);

        if (WithoutSeparators(text) is { } plain)
            return QuantityReading.Fail($"'{Excerpt.Of(text)}' has a separator between its digits; write '{plain}'");

        var suffix = body.Substring(length).Trim();
        if (unit.FactorOf(suffix) is not { } factor)
        {
            if (unit == Unit.Parameters && suffix.Length > 1 && (suffix[0] is 'x' or 'X' or '×') && IsDigit(suffix[1]))
                return QuantityReading.Fail($"'{Excerpt.Of(text)}' names the experts, not the parameters; state all of them, such as '46.7B', and 'active_parameters' beside them, such as '12.9B'");
            var problem = suffix.Length == 0 ? "has no unit" : $"has the unit '{Excerpt.Of(suffix)}'";
            return Misread(text, problem, unit);
        }

        var reading = Scale(text, body.Substring(0, length), factor, unit, allowZero);
        return reading.Error is not null && unit == Unit.Fraction && MeantQuantity.Advice(text, unit) is { } advice
            ? QuantityReading.Fail($"'{Excerpt.Of(text)}' is more than the whole; {advice}")
            : reading;
    }

    private static QuantityReading Scale(string text, string number, ExactNumber factor, Unit unit, bool allowZero)
    {
        if (number[0] == '-')
            return Fail(text, "is negative", unit);

        var value = ExactNumber.Parse(number) * factor;
        if (value.IsZero)
            return allowZero ? new QuantityReading(0, BigInteger.Zero, null) : Fail(text, "is zero", unit);

        // Magnitudes first: a power of ten of a foreign text is not computed unseen.
        if (value.Magnitude < -300)
            return Fail(text, "is too small", unit);

        if (value.Magnitude > 300 || value.ToDouble() is var real && real > unit.Maximum)
            return Fail(text, "is too large", unit, $", at most '{unit.MaximumText}'");

        var whole = value.Whole;
        return unit.IsWhole && whole is null
            ? Fail(text, "is not a whole number", unit)
            : new QuantityReading(real, whole, null);
    }

    /// <summary>True where the text is a quantity of the unit, without a word on what is wrong with it otherwise.</summary>
    internal static bool TryRead(string text, Unit unit)
    {
        var length = NumberLength(text);
        return length > 0 && text[0] != '-' && text.Length <= LongestText && unit.FactorOf(text.Substring(length).Trim()) is { } factor
            && Scale(text, text.Substring(0, length), factor, unit, allowZero: false).Error is null;
    }

    // What is meant, where that is plain.
    private static QuantityReading Misread(string text, string problem, Unit unit, string limit = "") => MeantQuantity.Advice(text, unit) is { } advice
        ? QuantityReading.Fail($"'{Excerpt.Of(text)}' {problem}; {advice}")
        : Fail(text, problem, unit, limit);

    private static QuantityReading Fail(string text, string problem, Unit unit, string limit = "") =>
        QuantityReading.Fail($"'{Excerpt.Of(text)}' {problem}; {unit.Expected}{limit}");

    /// <summary>The length of the number that a text starts with: sign, digits, point, exponent.</summary>
    internal static int NumberLength(string text)
    {
        var sign = text[0] is '-' or '+' ? 1 : 0;
        var end = SkipDigits(text, sign);
        var digits = end - sign;
        if (end < text.Length && text[end] == '.')
        {
            var fraction = SkipDigits(text, end + 1);
            digits += fraction - end - 1;
            end = fraction;
        }

        if (digits == 0)
            return 0;

        if (end < text.Length && text[end] is 'e' or 'E')
        {
            var start = end + 1 < text.Length && text[end + 1] is '+' or '-' ? end + 2 : end + 1;
            var exponent = SkipDigits(text, start);
            if (exponent > start)
                end = exponent;
        }

        return end;
    }

    private static int SkipDigits(string text, int start)
    {
        while (start < text.Length && text[start] is >= '0' and <= '9')
            start++;

        return start;
    }

    private static bool IsNotFinite(string text)
    {
        var word = text.TrimStart('+', '-');
        return word.StartsWith("nan", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("inf", StringComparison.OrdinalIgnoreCase)
            || word is "∞";
    }

    /// <summary>For <c>1,000</c> and <c>1 000</c> 1000, for <c>1,5</c> 1.5; null where no digits are set apart.</summary>
    private static string? WithoutSeparators(string text)
    {
        var plain = text;
        for (var i = plain.Length - 2; i > 0; i--)
        {
            if (!IsDigit(plain[i - 1]) || !IsDigit(plain[i + 1]) || plain[i] is not (',' or '_' or ' ' or '\'' or '\u00a0' or '\u202f'))
                continue;

            var group = SkipDigits(text, i + 1) - i - 1;
            plain = plain.Remove(i, 1).Insert(i, plain[i] == ',' && group != 3 ? "." : "");
        }

        return string.Equals(plain, text, StringComparison.Ordinal) ? null : plain;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
