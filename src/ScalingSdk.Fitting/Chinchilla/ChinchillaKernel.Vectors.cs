#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ScalingSdk.Fitting.Optimum;
using V = System.Runtime.Intrinsics.Vector256<double>;

namespace ScalingSdk.Fitting.Chinchilla;

/// <summary>The same sums, four points at a time: first what each point of a block gives, then the sums over them.</summary>
internal sealed partial class ChinchillaKernel
{
    /// <summary>Points whose shares and slopes stay in the processor's cache between the two passes: a million of them would not.</summary>
    private const int Block = 1024;

    internal double EvaluateVectors(double[] theta, Penalty penalty, double[] gradient, double[] hessian)
    {
        Array.Clear(gradient);
        Array.Clear(hessian);
        var value = 0.0;
        for (var start = 0; start < _count; start += Block)
        {
            var points = Math.Min(Block, _count - start);
            value += Residuals(theta, penalty, start, points);
            Accumulate(gradient, hessian, start, points);
        }

        return value;
    }

    // Writes each point's shares, slope and curvature less slope. Compiled once: a fit is over before tiers would change.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Residuals(double[] theta, Penalty penalty, int start, int points)
    {
        ref var xs = ref At(_x, start);
        ref var ys = ref At(_y, start);
        ref var losses = ref At(_logLoss, start);
        ref var weights = ref At(_weights, start);
        ref var shares1 = ref MemoryMarshal.GetArrayDataReference(_shares1);
        ref var shares2 = ref MemoryMarshal.GetArrayDataReference(_shares2);
        ref var slopes = ref MemoryMarshal.GetArrayDataReference(_slopes);
        ref var crosses = ref MemoryMarshal.GetArrayDataReference(_crosses);
        V a = Vector256.Create(theta[1]), b = Vector256.Create(theta[2]);
        V alpha = Vector256.Create(theta[3]), beta = Vector256.Create(theta[4]);
        V constant = Vector256.Create(Math.Exp(theta[0])), half = Vector256.Create(0.5);
        V delta = Vector256.Create(penalty.Delta), below = Vector256.Create(penalty.Below);
        var value = V.Zero;
        for (nuint i = 0; i < (nuint)points; i += Lanes)
        {
            var first = VectorMath.Exp(a - (alpha * Vector256.LoadUnsafe(ref xs, i)));
            var second = VectorMath.Exp(b - (beta * Vector256.LoadUnsafe(ref ys, i)));
            var sum = constant + first + second;
            var residual = VectorMath.Log(sum) - Vector256.LoadUnsafe(ref losses, i);
            var weight = Vector256.LoadUnsafe(ref weights, i);
            weight *= Vector256.ConditionalSelect(Vector256.LessThan(residual, V.Zero), below, V.One);
            var clamped = VectorMath.Clamp(residual, -delta, delta);
            var slope = weight * clamped;
            value = VectorMath.Fma(slope, residual - (half * clamped), value);
            var curvature = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(Vector256.Abs(residual), delta), weight, V.Zero);
            var inverse = V.One / sum;
            (first * inverse).StoreUnsafe(ref shares1, i);
            (second * inverse).StoreUnsafe(ref shares2, i);
            slope.StoreUnsafe(ref slopes, i);
            (curvature - slope).StoreUnsafe(ref crosses, i);
        }

        return Vector256.Sum(value);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Accumulate(double[] gradient, double[] hessian, int start, int points)
    {
        ref var xs = ref At(_x, start);
        ref var ys = ref At(_y, start);
        V ge = V.Zero, ga = V.Zero, gb = V.Zero, gx = V.Zero, gy = V.Zero;
        V ee = V.Zero, ea = V.Zero, eb = V.Zero, ex = V.Zero, ey = V.Zero, aa = V.Zero, ab = V.Zero, ax = V.Zero, ay = V.Zero;
        V bb = V.Zero, bx = V.Zero, by = V.Zero, xx = V.Zero, xy = V.Zero, yy = V.Zero;
        for (nuint i = 0; i < (nuint)points; i += Lanes)
        {
            V x = -Vector256.LoadUnsafe(ref xs, i), y = -Vector256.LoadUnsafe(ref ys, i), p1 = Load(_shares1, i), p2 = Load(_shares2, i);
            V slope = Load(_slopes, i), cross = Load(_crosses, i), p0 = V.One - p1 - p2;
            V s1 = slope * p1, s2 = slope * p2, c1 = cross * p1, c2 = cross * p2;
            V m01 = c1 * p0, m02 = c2 * p0, m12 = c1 * p2;
            V m11 = VectorMath.Fma(c1, p1, s1), m22 = VectorMath.Fma(c2, p2, s2);
            V m11x = m11 * x, m22y = m22 * y, m12x = m12 * x;
            (ge, ga, gb) = (VectorMath.Fma(slope, p0, ge), ga + s1, gb + s2);
            (gx, gy) = (VectorMath.Fma(s1, x, gx), VectorMath.Fma(s2, y, gy));
            (ee, ea, eb) = (VectorMath.Fma(VectorMath.Fma(cross, p0, slope), p0, ee), ea + m01, eb + m02);
            (aa, ab, bb) = (aa + m11, ab + m12, bb + m22);
            (ex, ax, bx) = (VectorMath.Fma(m01, x, ex), ax + m11x, bx + m12x);
            (ey, ay, by) = (VectorMath.Fma(m02, y, ey), VectorMath.Fma(m12, y, ay), by + m22y);
            (xx, xy, yy) = (VectorMath.Fma(m11x, x, xx), VectorMath.Fma(m12x, y, xy), VectorMath.Fma(m22y, y, yy));
        }

        Add(gradient, 0, ge, ga, gb, gx, gy);
        Add(hessian, 0, ee);
        Add(hessian, 5, ea, aa);
        Add(hessian, 10, eb, ab, bb);
        Add(hessian, 15, ex, ax, bx, xx);
        Add(hessian, 20, ey, ay, by, xy, yy);
    }

    private static V Load(double[] from, nuint i) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(from), i);

    private static ref double At(double[] values, int start) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(values), start);

    // The sum of each vector, to a row of the triangle.
    private static void Add(double[] to, int at, params ReadOnlySpan<V> sums)
    {
        for (var i = 0; i < sums.Length; i++)
            to[at + i] += Vector256.Sum(sums[i]);
    }
}
#endif
