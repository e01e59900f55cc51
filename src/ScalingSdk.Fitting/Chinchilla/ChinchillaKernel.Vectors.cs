#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ScalingSdk.Fitting.Optimum;
using V = System.Runtime.Intrinsics.Vector512<double>;

namespace ScalingSdk.Fitting.Chinchilla;

/// <summary>The same sums, eight points at a time: first what each point gives, then the sums over them.</summary>
internal sealed partial class ChinchillaKernel
{
    internal double EvaluateVectors(double[] theta, Penalty penalty, double[] gradient, double[] hessian)
    {
        var value = Residuals(theta, penalty);
        Accumulate(gradient, hessian);
        return value;
    }

    // Writes each point's shares, slope and curvature less slope. Compiled once: a fit is over before tiers would change.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Residuals(double[] theta, Penalty penalty)
    {
        ref var xs = ref MemoryMarshal.GetArrayDataReference(_x);
        ref var ys = ref MemoryMarshal.GetArrayDataReference(_y);
        ref var losses = ref MemoryMarshal.GetArrayDataReference(_logLoss);
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        ref var shares1 = ref MemoryMarshal.GetArrayDataReference(_shares1);
        ref var shares2 = ref MemoryMarshal.GetArrayDataReference(_shares2);
        ref var slopes = ref MemoryMarshal.GetArrayDataReference(_slopes);
        ref var crosses = ref MemoryMarshal.GetArrayDataReference(_crosses);
        V a = Vector512.Create(theta[1]), b = Vector512.Create(theta[2]);
        V alpha = Vector512.Create(theta[3]), beta = Vector512.Create(theta[4]);
        V constant = Vector512.Create(Math.Exp(theta[0])), half = Vector512.Create(0.5);
        V delta = Vector512.Create(penalty.Delta), below = Vector512.Create(penalty.Below);
        var value = V.Zero;
        for (nuint i = 0; i < (nuint)_count; i += Lanes)
        {
            var first = VectorMath.Exp(a - (alpha * Vector512.LoadUnsafe(ref xs, i)));
            var second = VectorMath.Exp(b - (beta * Vector512.LoadUnsafe(ref ys, i)));
            var sum = constant + first + second;
            var residual = VectorMath.Log(sum) - Vector512.LoadUnsafe(ref losses, i);
            var weight = Vector512.LoadUnsafe(ref weights, i);
            weight *= Vector512.ConditionalSelect(Vector512.LessThan(residual, V.Zero), below, V.One);
            var clamped = Vector512.Max(-delta, Vector512.Min(delta, residual));
            var slope = weight * clamped;
            value = VectorMath.Fma(slope, residual - (half * clamped), value);
            var curvature = Vector512.ConditionalSelect(Vector512.LessThanOrEqual(Vector512.Abs(residual), delta), weight, V.Zero);
            var inverse = V.One / sum;
            (first * inverse).StoreUnsafe(ref shares1, i);
            (second * inverse).StoreUnsafe(ref shares2, i);
            slope.StoreUnsafe(ref slopes, i);
            (curvature - slope).StoreUnsafe(ref crosses, i);
        }

        return Vector512.Sum(value);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Accumulate(double[] gradient, double[] hessian)
    {
        V ge = V.Zero, ga = V.Zero, gb = V.Zero, gx = V.Zero, gy = V.Zero;
        V ee = V.Zero, ea = V.Zero, eb = V.Zero, ex = V.Zero, ey = V.Zero, aa = V.Zero, ab = V.Zero, ax = V.Zero, ay = V.Zero;
        V bb = V.Zero, bx = V.Zero, by = V.Zero, xx = V.Zero, xy = V.Zero, yy = V.Zero;
        for (nuint i = 0; i < (nuint)_count; i += Lanes)
        {
            V x = -Load(_x, i), y = -Load(_y, i), p1 = Load(_shares1, i), p2 = Load(_shares2, i);
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

        Store(gradient, 0, ge, ga, gb, gx, gy);
        Store(hessian, 0, ee);
        Store(hessian, 5, ea, aa);
        Store(hessian, 10, eb, ab, bb);
        Store(hessian, 15, ex, ax, bx, xx);
        Store(hessian, 20, ey, ay, by, xy, yy);
    }

    private static V Load(double[] from, nuint i) => Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(from), i);

    // The sum of each vector, in a row of the triangle.
    private static void Store(double[] to, int at, params ReadOnlySpan<V> sums)
    {
        for (var i = 0; i < sums.Length; i++)
            to[at + i] = Vector512.Sum(sums[i]);
    }
}
#endif
