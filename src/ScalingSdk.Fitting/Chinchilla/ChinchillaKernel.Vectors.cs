#if NET8_0_OR_GREATER
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ScalingSdk.Fitting.Optimum;
using V = System.Runtime.Intrinsics.Vector512<double>;

namespace ScalingSdk.Fitting.Chinchilla;

/// <summary>The same sums, eight points at a time.</summary>
internal sealed partial class ChinchillaKernel
{
    internal double EvaluateVectors(double[] theta, Penalty penalty, double[] gradient, double[] hessian)
    {
        ref var xs = ref MemoryMarshal.GetArrayDataReference(_x);
        ref var ys = ref MemoryMarshal.GetArrayDataReference(_y);
        ref var losses = ref MemoryMarshal.GetArrayDataReference(_logLoss);
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        V a = Vector512.Create(theta[1]), b = Vector512.Create(theta[2]);
        V alpha = Vector512.Create(theta[3]), beta = Vector512.Create(theta[4]);
        var constant = Vector512.Create(Math.Exp(theta[0]));
        V delta = Vector512.Create(penalty.Delta), below = Vector512.Create(penalty.Below), half = Vector512.Create(0.5);
        V value = V.Zero, ge = V.Zero, ga = V.Zero, gb = V.Zero, gx = V.Zero, gy = V.Zero;
        V ee = V.Zero, ea = V.Zero, eb = V.Zero, ex = V.Zero, ey = V.Zero, aa = V.Zero, ab = V.Zero, ax = V.Zero, ay = V.Zero;
        V bb = V.Zero, bx = V.Zero, by = V.Zero, xx = V.Zero, xy = V.Zero, yy = V.Zero;
        for (nuint i = 0; i < (nuint)_count; i += Lanes)
        {
            var x = -Vector512.LoadUnsafe(ref xs, i);
            var y = -Vector512.LoadUnsafe(ref ys, i);
            var first = VectorMath.Exp(VectorMath.Fma(alpha, x, a));
            var second = VectorMath.Exp(VectorMath.Fma(beta, y, b));
            var sum = constant + first + second;
            var residual = VectorMath.Log(sum) - Vector512.LoadUnsafe(ref losses, i);
            var weight = Vector512.LoadUnsafe(ref weights, i);
            weight *= Vector512.ConditionalSelect(Vector512.LessThan(residual, V.Zero), below, V.One);
            var clamped = Vector512.Max(-delta, Vector512.Min(delta, residual));
            var slope = weight * clamped;
            value = VectorMath.Fma(slope, residual - (half * clamped), value);
            var curvature = Vector512.ConditionalSelect(Vector512.LessThanOrEqual(Vector512.Abs(residual), delta), weight, V.Zero);
            var cross = curvature - slope;
            var inverse = V.One / sum;
            V p0 = constant * inverse, p1 = first * inverse, p2 = second * inverse;
            V s1 = slope * p1, s2 = slope * p2, c1 = cross * p1, c2 = cross * p2;
            ge = VectorMath.Fma(slope, p0, ge);
            ga += s1;
            gb += s2;
            gx = VectorMath.Fma(s1, x, gx);
            gy = VectorMath.Fma(s2, y, gy);
            V m01 = c1 * p0, m02 = c2 * p0, m12 = c1 * p2;
            V m11 = VectorMath.Fma(c1, p1, s1), m22 = VectorMath.Fma(c2, p2, s2);
            V m11x = m11 * x, m22y = m22 * y, m12x = m12 * x;
            ee = VectorMath.Fma(VectorMath.Fma(cross, p0, slope), p0, ee);
            ea += m01;
            eb += m02;
            aa += m11;
            ab += m12;
            bb += m22;
            ex = VectorMath.Fma(m01, x, ex);
            ey = VectorMath.Fma(m02, y, ey);
            ax += m11x;
            ay = VectorMath.Fma(m12, y, ay);
            bx += m12x;
            by += m22y;
            xx = VectorMath.Fma(m11x, x, xx);
            xy = VectorMath.Fma(m12x, y, xy);
            yy = VectorMath.Fma(m22y, y, yy);
        }

        gradient[0] = Vector512.Sum(ge);
        gradient[1] = Vector512.Sum(ga);
        gradient[2] = Vector512.Sum(gb);
        gradient[3] = Vector512.Sum(gx);
        gradient[4] = Vector512.Sum(gy);
        hessian[0] = Vector512.Sum(ee);
        hessian[5] = Vector512.Sum(ea);
        hessian[6] = Vector512.Sum(aa);
        hessian[10] = Vector512.Sum(eb);
        hessian[11] = Vector512.Sum(ab);
        hessian[12] = Vector512.Sum(bb);
        hessian[15] = Vector512.Sum(ex);
        hessian[16] = Vector512.Sum(ax);
        hessian[17] = Vector512.Sum(bx);
        hessian[18] = Vector512.Sum(xx);
        hessian[20] = Vector512.Sum(ey);
        hessian[21] = Vector512.Sum(ay);
        hessian[22] = Vector512.Sum(by);
        hessian[23] = Vector512.Sum(xy);
        hessian[24] = Vector512.Sum(yy);
        return Vector512.Sum(value);
    }
}
#endif
