#if NET8_0_OR_GREATER
using System.Buffers.Text;
using System.Globalization;
using System.Numerics;

namespace ScalingSdk.Fitting.Tables;

/// <summary>Finite numbers from the letters of a file. Nearly all have at most 15 digits and no exponent: their digits and their power of ten are exact, so that the quotient is the nearest double.</summary>
internal static class PlainNumber
{
    private const int ExactDigits = 15;

    private static readonly double[] Powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    internal static double? Read(ReadOnlySpan<byte> text) => Short(text)
        ?? (Utf8Parser.TryParse(text, out double value, out var used) && used == text.Length && double.IsFinite(value) ? value : null);

    internal static double? Read(ReadOnlySpan<char> text) => Short(text)
        ?? (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null);

    private static double? Short<T>(ReadOnlySpan<T> text)
        where T : unmanaged, IBinaryInteger<T>
    {
        long digits = 0;
        var (count, point) = (0, -1);
        for (var at = 0; at < text.Length; at++)
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
            else
            {
                return null;
            }
        }

        return count == 0 ? null : digits / Powers[point < 0 ? 0 : count - point];
    }
}
#endif
