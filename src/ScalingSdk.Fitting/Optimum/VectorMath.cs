#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using V = System.Runtime.Intrinsics.Vector256<double>;

namespace ScalingSdk.Fitting.Optimum;

/// <summary>exp and ln of four doubles at a time, within 2 ulp; .NET 8 has neither.</summary>
/// <remarks>
/// Four, because most processors have vectors of four: wider ones are emulated there by calls, at three times the cost. exp by Cody and Waite reduction and a Taylor polynomial; ln by fdlibm's e_log: atanh
/// series of the mantissa.
/// </remarks>
internal static class VectorMath
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Fma(V left, V right, V addend) =>
        System.Runtime.Intrinsics.X86.Fma.IsSupported ? System.Runtime.Intrinsics.X86.Fma.MultiplyAdd(left, right, addend) : (left * right) + addend;

    /// <summary>Within two ends; what is not a number comes out as one of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Clamp(V x, V low, V high) =>
        Avx.IsSupported ? Avx.Max(Avx.Min(x, high), low) : Vector256.Max(low, Vector256.Min(high, x));

    /// <summary>e^x, x held within -700 and 700.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Exp(V x)
    {
        x = Clamp(x, Vector256.Create(-700.0), Vector256.Create(700.0));

        // Adding 1.5 * 2^52 rounds to an integer and leaves it in the low bits.
        var magic = Vector256.Create(6755399441055744.0);
        var shifted = Fma(x, Vector256.Create(1.4426950408889634), magic);
        var k = shifted - magic;
        var r = Fma(k, Vector256.Create(-Ln2Low), Fma(k, Vector256.Create(-Ln2High), x));

        // Taylor to r^13 / 13!: below 1e-17 for |r| <= ln 2 / 2.
        var p = Vector256.Create(1.0 / 6227020800);
        p = Fma(p, r, Vector256.Create(1.0 / 479001600));
        p = Fma(p, r, Vector256.Create(1.0 / 39916800));
        p = Fma(p, r, Vector256.Create(1.0 / 3628800));
        p = Fma(p, r, Vector256.Create(1.0 / 362880));
        p = Fma(p, r, Vector256.Create(1.0 / 40320));
        p = Fma(p, r, Vector256.Create(1.0 / 5040));
        p = Fma(p, r, Vector256.Create(1.0 / 720));
        p = Fma(p, r, Vector256.Create(1.0 / 120));
        p = Fma(p, r, Vector256.Create(1.0 / 24));
        p = Fma(p, r, Vector256.Create(1.0 / 6));
        p = Fma(p, r, Vector256.Create(0.5));
        p = Fma(p, r, V.One);
        p = Fma(p, r, V.One);
        var exponent = Vector256.ShiftLeft(shifted.AsInt64(), 52);
        return (p.AsInt64() + exponent).AsDouble();
    }

    /// <summary>ln x of a positive normal number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Log(V x)
    {
        // x = 2^k m with m in [sqrt(1/2), sqrt(2)).
        var bits = x.AsInt64() + Vector256.Create(0x3FF0000000000000L - 0x3FE6A09E667F3BCDL);
        var k = Vector256.ShiftRightLogical(bits, 52) - Vector256.Create(1023L);
        var mantissa = ((bits & Vector256.Create(0x000FFFFFFFFFFFFFL)) + Vector256.Create(0x3FE6A09E667F3BCDL)).AsDouble();

        // An integer below 2^51 as a double, by the same magic.
        var magic = Vector256.Create(6755399441055744.0);
        var exponent = (k + magic.AsInt64()).AsDouble() - magic;
        var f = mantissa - V.One;
        var s = f / (f + Vector256.Create(2.0));
        var z = s * s;
        var r = Vector256.Create(1.479819860511658591e-01);
        r = Fma(r, z, Vector256.Create(1.531383769920937332e-01));
        r = Fma(r, z, Vector256.Create(1.818357216161805012e-01));
        r = Fma(r, z, Vector256.Create(2.222219843214978396e-01));
        r = Fma(r, z, Vector256.Create(2.857142874366239149e-01));
        r = Fma(r, z, Vector256.Create(3.999999999940941908e-01));
        r = Fma(r, z, Vector256.Create(6.666666666666735130e-01));
        r *= z;
        var half = Vector256.Create(0.5) * f * f;
        var tail = Fma(s, half + r, exponent * Vector256.Create(Ln2Low));
        return Fma(exponent, Vector256.Create(Ln2High), f - (half - tail));
    }
}
#endif
