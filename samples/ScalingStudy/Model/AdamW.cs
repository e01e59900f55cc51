using System.Numerics;
using System.Runtime.InteropServices;

namespace ScalingStudy.Model;

/// <summary>Adam with the gradient clipped to norm 1; no weight decay.</summary>
internal sealed class AdamW(int count)
{
    private const float Beta1 = 0.9f;
    private const float Beta2 = 0.97f;
    private const float Epsilon = 1e-8f;
    private readonly float[] _mean = new float[count];
    private readonly float[] _square = new float[count];
    private int _step;

    public void Step(float[] weights, float[] gradient, double rate)
    {
        _step++;
        var norm = Math.Sqrt(SquaredNorm(gradient));
        var clip = (float)Math.Min(1, 1 / Math.Max(norm, 1e-12));
        var size = new Vector<float>((float)(rate / (1 - Math.Pow(Beta1, _step))));
        var bias = new Vector<float>((float)(1 / (1 - Math.Pow(Beta2, _step))));
        var w = MemoryMarshal.Cast<float, Vector<float>>(weights.AsSpan());
        var g = MemoryMarshal.Cast<float, Vector<float>>(gradient);
        var m = MemoryMarshal.Cast<float, Vector<float>>(_mean.AsSpan());
        var v = MemoryMarshal.Cast<float, Vector<float>>(_square.AsSpan());
        for (var i = 0; i < w.Length; i++)
        {
            var clipped = g[i] * clip;
            m[i] = (Beta1 * m[i]) + ((1 - Beta1) * clipped);
            v[i] = (Beta2 * v[i]) + ((1 - Beta2) * clipped * clipped);
            w[i] -= size * m[i] / (Vector.SquareRoot(v[i] * bias) + new Vector<float>(Epsilon));
        }
    }

    public static double SquaredNorm(ReadOnlySpan<float> values)
    {
        var sums = Vector<float>.Zero;
        foreach (var value in MemoryMarshal.Cast<float, Vector<float>>(values))
            sums += value * value;
        return Vector.Sum(sums);
    }
}
