using System.Numerics;
using System.Runtime.InteropServices;

namespace ScalingStudy.Model;

/// <summary>What is done number by number or row by row: norms, activation, softmax, each with its gradient.</summary>
internal static class Elementwise
{
    private const float Epsilon = 1e-5f;
    private const float Slope = 1.702f;

    public static void Add(Span<float> to, ReadOnlySpan<float> from)
    {
        var t = MemoryMarshal.Cast<float, Vector<float>>(to);
        var f = MemoryMarshal.Cast<float, Vector<float>>(from);
        for (var i = 0; i < t.Length; i++)
            t[i] += f[i];
        for (var i = t.Length * Vector<float>.Count; i < to.Length; i++)
            to[i] += from[i];
    }

    /// <summary>y = g x / rms(x), row by row.</summary>
    public static void Norm(ReadOnlySpan<float> x, ReadOnlySpan<float> gain, Span<float> y, int width)
    {
        for (var at = 0; at < x.Length; at += width)
        {
            var scale = InverseRms(x.Slice(at, width));
            var xs = x.Slice(at, width);
            var ys = y.Slice(at, width);
            for (var i = 0; i < width; i++)
                ys[i] = xs[i] * scale * gain[i];
        }
    }

    /// <summary>dx += r g dy - x r^3 sum(g dy x)/d, with r = 1/rms(x); dg += dy x r.</summary>
    public static void NormBack(ReadOnlySpan<float> x, ReadOnlySpan<float> gain, ReadOnlySpan<float> dy, Span<float> dx, Span<float> dGain, int width)
    {
        for (var at = 0; at < x.Length; at += width)
        {
            var xs = x.Slice(at, width);
            var dys = dy.Slice(at, width);
            var dxs = dx.Slice(at, width);
            var scale = InverseRms(xs);
            float sum = 0;
            for (var i = 0; i < width; i++)
                sum += gain[i] * dys[i] * xs[i];
            var along = sum * scale * scale * scale / width;
            for (var i = 0; i < width; i++)
            {
                dxs[i] += (scale * gain[i] * dys[i]) - (xs[i] * along);
                dGain[i] += dys[i] * xs[i] * scale;
            }
        }
    }

    /// <summary>y = x sigmoid(1.702 x), the fast form of GELU.</summary>
    public static void Gelu(ReadOnlySpan<float> x, Span<float> y)
    {
        var xs = MemoryMarshal.Cast<float, Vector<float>>(x);
        var ys = MemoryMarshal.Cast<float, Vector<float>>(y);
        for (var i = 0; i < xs.Length; i++)
            ys[i] = xs[i] * Sigmoid(xs[i]);
    }

    /// <summary>dx = dy (s + 1.702 x s (1 - s)), in place of dy.</summary>
    public static void GeluBack(ReadOnlySpan<float> x, Span<float> dy)
    {
        var xs = MemoryMarshal.Cast<float, Vector<float>>(x);
        var ds = MemoryMarshal.Cast<float, Vector<float>>(dy);
        for (var i = 0; i < xs.Length; i++)
        {
            var s = Sigmoid(xs[i]);
            ds[i] *= s + (Slope * xs[i] * s * (Vector<float>.One - s));
        }
    }

    /// <summary>Softmax of the first numbers of a row, scaled before; the rest becomes zero. Returns ln(sum exp).</summary>
    public static float Softmax(Span<float> row, int count, float scale)
    {
        row[count..].Fill(float.NegativeInfinity);
        var most = float.NegativeInfinity;
        foreach (var value in row[..count])
            most = Math.Max(most, value);
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(row);
        var sums = Vector<float>.Zero;
        for (var i = 0; i < vectors.Length; i++)
        {
            vectors[i] = Vector.Exp((vectors[i] - new Vector<float>(most)) * scale);
            sums += vectors[i];
        }

        var sum = Vector.Sum(sums);
        var inverse = new Vector<float>(1 / sum);
        for (var i = 0; i < vectors.Length; i++)
            vectors[i] *= inverse;
        return MathF.Log(sum) + (most * scale);
    }

    /// <summary>ds = scale p (dp - sum(p dp)), in place of dp.</summary>
    public static void SoftmaxBack(ReadOnlySpan<float> p, Span<float> dp, float scale)
    {
        var ps = MemoryMarshal.Cast<float, Vector<float>>(p);
        var ds = MemoryMarshal.Cast<float, Vector<float>>(dp);
        var sums = Vector<float>.Zero;
        for (var i = 0; i < ps.Length; i++)
            sums += ps[i] * ds[i];
        var sum = new Vector<float>(Vector.Sum(sums));
        for (var i = 0; i < ps.Length; i++)
            ds[i] = scale * ps[i] * (ds[i] - sum);
    }

    private static Vector<float> Sigmoid(Vector<float> x) => Vector<float>.One / (Vector<float>.One + Vector.Exp(-Slope * x));

    private static float InverseRms(ReadOnlySpan<float> x)
    {
        float squares = 0;
        foreach (var value in x)
            squares += value * value;
        return 1 / MathF.Sqrt((squares / x.Length) + Epsilon);
    }
}
