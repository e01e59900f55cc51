#if NET8_0_OR_GREATER
using System.Buffers.Text;
using System.Globalization;
using System.Numerics;

namespace ScalingSdk.Fitting.Tables;

/// <summary>Finite numbers from the letters of a file. Nearly all have at most 15 digits and a small power of ten: both are exact, so that their product or quotient is the nearest double.</summary>
internal static class PlainNumber
{
    private const int ExactDigits = 15;

    private static readonly double[] Powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    internal static double? Read(ReadOnlySpan<byte> text) => Short(text)
        ?? (Utf8Parser.TryParse(text, out double value, out var used) && used == text.Length && double.IsFinite(value) ? value : null);

    internal static double? Read(ReadOnlySpan<char> text) => Short(text)
        ?? (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null);

    private static double? Short<T>(ReadOnlySpan<T> text)
        where T : unmanaged, IBinaryInteger<T>
    {
        long digits = 0;
        var (count, point, at) = (0, -1, 0);
        for (; at < text.Length; at++)
        {
            var c = int.CreateTruncating(text[at]);
            if (c is >= '0' and <= '9')
            {
                digits = (digits * 10) + (c - '0');
                if (++count > ExactDigits)
                    return null;
            }
            else if (c is '.' && point < 0)
            {
                point = count;
            }
            else if (c is 'e' or 'E')
            {
                break;
            }
            else
            {
                return null;
            }
        }

        var power = point < 0 ? 0 : point - count;
        if (count == 0 || (at < text.Length && !Exponent(text[(at + 1)..], ref power)))
            return null;
        return power <= -Powers.Length || power >= Powers.Length ? null : power < 0 ? digits / Powers[-power] : digits * Powers[power];
    }

    // One or two digits behind a sign or none.
    private static bool Exponent<T>(ReadOnlySpan<T> text, ref int power)
        where T : unmanaged, IBinaryInteger<T>
    {
        var sign = text.Length > 0 ? int.CreateTruncating(text[0]) : 0;
        var digits = sign is '+' or '-' ? text[1..] : text;
        if (digits.Length is not (1 or 2))
            return false;
        var exponent = 0;
        foreach (var letter in digits)
        {
            var c = int.CreateTruncating(letter);
            if (c is not (>= '0' and <= '9'))
                return false;
            exponent = (exponent * 10) + (c - '0');
        }

        power += sign is '-' ? -exponent : exponent;
        return true;
    }
}
#endif
