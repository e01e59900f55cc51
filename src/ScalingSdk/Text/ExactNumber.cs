using System.Globalization;
using System.Numerics;

namespace ScalingSdk.Text;

/// <summary>
/// A decimal number of any length: mantissa times a power of ten. Quantities and printed figures go through it, since
/// frameworks differ in the last digits of what they parse and print.
/// </summary>
internal readonly struct ExactNumber
{
    private const int MantissaBits = 53;
    private const int LowestExponent = -1074;

    // Almost all fit into 18 digits, which is so much quicker. The mantissa itself where they do not.
    private const int ShortDigits = 18;
    private static readonly long[] Powers = PowersOfTen();
    private readonly long _short;
    private readonly BigInteger _long;
    private readonly string? _digits;

    /// <summary>The value of a mantissa times ten to the exponent; trailing zeros move into the exponent.</summary>
    public ExactNumber(BigInteger mantissa, int exponent)
    {
        // Round numbers of any size are short too.
        while (BigInteger.Abs(mantissa) >= Powers[ShortDigits] && BigInteger.DivRem(mantissa, Powers[ShortDigits / 2], out var rest) is var shorter && rest.IsZero)
            (mantissa, exponent) = (shorter, exponent + (ShortDigits / 2));
        if (BigInteger.Abs(mantissa) < Powers[ShortDigits])
        {
            _short = WithoutZeros((long)mantissa, ref exponent);
        }
        else
        {
            var digits = BigInteger.Abs(mantissa).ToString("D", CultureInfo.InvariantCulture);
            _digits = digits.TrimEnd('0');
            exponent += digits.Length - _digits.Length;
            _long = BigInteger.Divide(mantissa, BigInteger.Pow(10, digits.Length - _digits.Length));
        }

        Exponent = exponent;
    }

    private ExactNumber(long mantissa, int exponent)
    {
        _short = WithoutZeros(mantissa, ref exponent);
        Exponent = exponent;
    }

    public BigInteger Mantissa => _long.IsZero ? _short : _long;

    public int Exponent { get; }

    /// <summary>The digits of the mantissa, without sign and without trailing zeros; "0" for zero.</summary>
    public string Digits => _digits ?? Math.Abs(_short).ToString(CultureInfo.InvariantCulture);

    /// <summary>The power of ten of the first digit: 3 for 1234.</summary>
    public int Magnitude => (_digits?.Length ?? DigitsOf(Math.Abs(_short))) - 1 + Exponent;

    public bool IsNegative => _short < 0 || _long.Sign < 0;

    public bool IsZero => _short == 0 && _long.IsZero;

    /// <summary>The integer that this is, or null.</summary>
    public BigInteger? Whole => Exponent < 0 ? null
        : _long.IsZero && Magnitude < ShortDigits ? _short * Powers[Exponent]
        : Mantissa * BigInteger.Pow(10, Exponent);

    /// <summary>Of at most 18 digits.</summary>
    public static ExactNumber OfShort(long mantissa, int exponent) => new(mantissa, exponent);

    /// <summary>The same digits, ten to the exponent larger.</summary>
    public ExactNumber TimesTen(int exponent) => _long.IsZero ? new(_short, Exponent + exponent) : new(_long, Exponent + exponent);

    public static ExactNumber operator *(ExactNumber left, ExactNumber right) =>
        left._long.IsZero && right._long.IsZero && DigitsOf(Math.Abs(left._short)) + DigitsOf(Math.Abs(right._short)) <= ShortDigits
            ? new(left._short * right._short, left.Exponent + right.Exponent)
            : new(left.Mantissa * right.Mantissa, left.Exponent + right.Exponent);

    /// <summary>The number that decimal digits write: sign, point and exponent may be there.</summary>
    public static ExactNumber Parse(string number)
    {
        var mark = number.IndexOfAny(['e', 'E']);
        var digits = mark < 0 ? number : number.Substring(0, mark);
        var point = digits.IndexOf('.');
        var fraction = point < 0 ? 0 : digits.Length - point - 1;
        var exponent = (mark < 0 ? 0 : ParseExponent(number.Substring(mark + 1))) - fraction;
        if (point >= 0)
            digits = digits.Remove(point, 1);
        return digits.Length <= ShortDigits && long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var mantissa)
            ? new(mantissa, exponent)
            : new(BigInteger.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), exponent);
    }

    /// <summary>Beyond a million all exponents are the same: too large or too small.</summary>
    private static int ParseExponent(string text)
    {
        var exponent = BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return (int)BigInteger.Max(-1_000_000, BigInteger.Min(1_000_000, exponent));
    }

    /// <summary>The exact decimal expansion of a finite double.</summary>
    public static ExactNumber From(double value)
    {
        if (Math.Abs(value) < Powers[ShortDigits] && Math.Floor(value).Equals(value))
            return new((long)value, 0);
        var bits = BitConverter.DoubleToInt64Bits(value);
        var biased = (int)((bits >> 52) & 0x7FF);
        var fraction = bits & 0xF_FFFF_FFFF_FFFF;
        BigInteger mantissa = biased == 0 ? fraction : fraction | (1L << 52);
        var exponent = Math.Max(biased, 1) - 1075;
        if (bits < 0)
            mantissa = -mantissa;

        // m 2^-k = m 5^k 10^-k
        return exponent >= 0
            ? new ExactNumber(mantissa << exponent, 0)
            : new ExactNumber(mantissa * BigInteger.Pow(5, -exponent), exponent);
    }

    /// <summary>Rounded to significant digits, halves away from zero.</summary>
    public ExactNumber RoundTo(int significant) => RoundAt(Magnitude - significant + 1);

    /// <summary>Rounded to a multiple of a power of ten, halves away from zero.</summary>
    public ExactNumber RoundAt(int exponent)
    {
        if (exponent <= Exponent)
            return this;

        if (_long.IsZero && exponent - Exponent <= ShortDigits)
            return new((_short + (Powers[exponent - Exponent] / 2 * Math.Sign(_short))) / Powers[exponent - Exponent], exponent);
        var unit = BigInteger.Pow(10, exponent - Exponent);
        var half = unit / 2 * Mantissa.Sign;
        return new ExactNumber((Mantissa + half) / unit, exponent);
    }

    /// <summary>The nearest double, halves to even (IEEE 754); infinite beyond the largest.</summary>
    public double ToDouble()
    {
        if (IsZero || Magnitude < -330)
            return 0;

        if (Magnitude > 310)
            return IsNegative ? double.NegativeInfinity : double.PositiveInfinity;

        // Both exact, so that their quotient or product is the nearest double.
        if (_long.IsZero && Math.Abs(_short) <= 1L << MantissaBits && Math.Abs(Exponent) <= QuickRounding.MostPower)
            return Exponent < 0 ? _short / QuickRounding.PowerOfTen(-Exponent) : _short * QuickRounding.PowerOfTen(Exponent);

        var numerator = BigInteger.Abs(Mantissa) * BigInteger.Pow(10, Math.Max(Exponent, 0));
        var denominator = BigInteger.Pow(10, Math.Max(-Exponent, 0));

        // A quotient of 64 bits or more; what the division leaves counts as one more bit that breaks ties.
        var shift = 64 - BitLength(numerator) + BitLength(denominator);
        var quotient = BigInteger.DivRem(
            numerator << Math.Max(shift, 0),
            denominator << Math.Max(-shift, 0),
            out var rest);
        quotient = (quotient << 1) | (rest.IsZero ? 0 : 1);
        var exponent = Math.Max(BitLength(quotient) - MantissaBits - shift - 1, LowestExponent);
        var rounded = ShiftHalfToEven(quotient, exponent + shift + 1);
        return Compose(rounded, exponent);
    }

    private double Compose(long mantissa, int exponent)
    {
        if (mantissa == 1L << MantissaBits)
            (mantissa, exponent) = (mantissa >> 1, exponent + 1);

        var biased = mantissa < 1L << (MantissaBits - 1) ? 0 : exponent + 1075;
        var bits = biased >= 0x7FF ? 0x7FFL << 52 : ((long)biased << 52) | (mantissa & 0xF_FFFF_FFFF_FFFF);
        var value = BitConverter.Int64BitsToDouble(bits);
        return IsNegative ? -value : value;
    }

    private static long ShiftHalfToEven(BigInteger value, int bits)
    {
        var kept = (long)(value >> bits);
        var rest = value - (new BigInteger(kept) << bits);
        var order = rest.CompareTo(BigInteger.One << (bits - 1));
        return order > 0 || (order == 0 && (kept & 1) == 1) ? kept + 1 : kept;
    }

    private static int BitLength(BigInteger positive)
    {
        var bytes = positive.ToByteArray();
        var top = bytes[bytes.Length - 1];
        var length = (bytes.Length - 1) * 8;
        for (; top != 0; top >>= 1)
            length++;

        return length;
    }

    private static long WithoutZeros(long mantissa, ref int exponent)
    {
        if (mantissa == 0)
        {
            exponent = 0;
            return 0;
        }

        for (; mantissa % 10 == 0; exponent++)
            mantissa /= 10;

        return mantissa;
    }

    private static int DigitsOf(long value)
    {
        var digits = 1;
        while (digits <= ShortDigits && value >= Powers[digits])
            digits++;
        return digits;
    }

    private static long[] PowersOfTen()
    {
        var powers = new long[ShortDigits + 1];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
            powers[i] = 10 * powers[i - 1];

        return powers;
    }
}
