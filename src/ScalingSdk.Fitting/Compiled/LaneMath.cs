#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ScalingSdk.Fitting.Optimum;
using Lane = System.Runtime.Intrinsics.Vector256<double>;
#else
using Lane = double;
#endif

namespace ScalingSdk.Fitting.Compiled;

/// <summary>Arithmetic on as many runs at a time as the runtime has vectors for: four, or one.</summary>
internal static class LaneMath
{
#if NET8_0_OR_GREATER
    internal const int Width = 4;

    internal static Lane Zero => Lane.Zero;

    internal static Lane One => Lane.One;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lane Of(double value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lane Load(double[] from, int at) => Vector256.LoadUnsafe(ref from[0], (nuint)at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Store(Lane value, double[] to, int at) => value.StoreUnsafe(ref to[0], (nuint)at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lane Fma(Lane left, Lane right, Lane addend) => VectorMath.Fma(left, right, addend);

    internal static double Sum(Lane value) => Vector256.Sum(value);

    // Comparisons with NaN are false: what is not a number stays so.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lane Exp(Lane x) => Vector256.ConditionalSelect(Vector256.Equals(x, x), VectorMath.Exp(x), x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lane Log(Lane x) => Vector256.ConditionalSelect(
        Vector256.GreaterThan(x, Lane.Zero),
        VectorMath.Log(x),
        Vector256.ConditionalSelect(Vector256.Equals(x, Lane.Zero), Of(double.NegativeInfinity), Of(double.NaN)));

    internal static Lane Sqrt(Lane x) => Vector256.Sqrt(x);

    internal static Lane Abs(Lane x) => Vector256.Abs(x);

    /// <summary>One value where left is below right, another where it is not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lane WhereLess(Lane left, Lane right, Lane then, Lane otherwise) =>
        Vector256.ConditionalSelect(Vector256.LessThan(left, right), then, otherwise);
#else
    internal const int Width = 1;

    internal static Lane Zero => 0;

    internal static Lane One => 1;

    internal static Lane Of(double value) => value;

    internal static Lane Load(double[] from, int at) => from[at];

    internal static void Store(Lane value, double[] to, int at) => to[at] = value;

    internal static Lane Fma(Lane left, Lane right, Lane addend) => (left * right) + addend;

    internal static double Sum(Lane value) => value;

    internal static Lane Exp(Lane x) => Math.Exp(x > 700 ? 700 : x < -700 ? -700 : x);

    internal static Lane Log(Lane x) => Math.Log(x);

    internal static Lane Sqrt(Lane x) => Math.Sqrt(x);

    internal static Lane Abs(Lane x) => Math.Abs(x);

    internal static Lane WhereLess(Lane left, Lane right, Lane then, Lane otherwise) => left < right ? then : otherwise;
#endif
}
