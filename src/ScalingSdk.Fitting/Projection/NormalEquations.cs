#if NET8_0_OR_GREATER
using Lane = System.Runtime.Intrinsics.Vector256<double>;
#else
using Lane = double;
#endif
using static ScalingSdk.Fitting.Compiled.LaneMath;

namespace ScalingSdk.Fitting.Projection;

/// <summary>Sums over runs of products of columns.</summary>
internal static class NormalEquations
{
    /// <summary>to = weights * from, run by run.</summary>
    internal static void Weigh(double[] weights, double[] from, int at, double[] to, int where, int rows)
    {
        for (var i = 0; i < rows; i += Width)
            Store(Load(weights, i) * Load(from, at + i), to, where + i);
    }

    internal static double Dot(double[] left, int l, double[] right, int r, int rows)
    {
        Lane a = Zero, b = Zero;
        var i = 0;
        for (; i + Width < rows; i += 2 * Width)
        {
            a = Fma(Load(left, l + i), Load(right, r + i), a);
            b = Fma(Load(left, l + i + Width), Load(right, r + i + Width), b);
        }

        if (i < rows)
            a = Fma(Load(left, l + i), Load(right, r + i), a);
        return Sum(a + b);
    }

    /// <summary>to += factor * from.</summary>
    internal static void AddScaled(double factor, double[] from, int at, double[] to, int rows)
    {
        var lane = Of(factor);
        for (var i = 0; i < rows; i += Width)
            Store(Fma(lane, Load(from, at + i), Load(to, i)), to, i);
    }

    /// <summary>True where no element is infinite or not a number.</summary>
    internal static bool IsFinite(double[] values, int rows)
    {
        var sum = Zero;
        for (var i = 0; i < rows; i += Width)
            sum += Load(values, i) * Zero;
        return Sum(sum) == 0;
    }
}
