namespace ScalingStudy.Model;

/// <summary>Causal attention, head by head.</summary>
internal sealed class Attention(Shape shape)
{
    private const int T = Shape.Context;
    private readonly float _scale = 1 / MathF.Sqrt(shape.HeadSize);
    private readonly float[] _narrow = new float[shape.HeadSize * T];
    private readonly float[] _square = new float[T * T];
    private readonly float[] _dScores = new float[T * T];

    public void Forward(Gpt.Activations a, int sequences)
    {
        int d = shape.Width, size = shape.HeadSize;
        for (var item = 0; item < sequences * shape.Heads; item++)
        {
            var (q, k, v, p) = Parts(a, item);
            Matmul.Transpose(k, new(_narrow, 0, T), T, size);
            Matmul.Multiply(q, new(_narrow, 0, T), p, T, size, T);
            for (var t = 0; t < T; t++)
                Elementwise.Softmax(p.Data.AsSpan(p.Offset + (t * T), T), t + 1, _scale);
            Matmul.Multiply(p, v, new Matrix(a.Mixed, 0, d).At(item / shape.Heads * T, item % shape.Heads * size), T, T, size);
        }
    }

    public void Backward(Gpt.Activations a, float[] dMixed, float[] dQkv, int sequences)
    {
        int d = shape.Width, size = shape.HeadSize;
        for (var item = 0; item < sequences * shape.Heads; item++)
        {
            var (q, k, v, p) = Parts(a, item);
            int row = item / shape.Heads * T, column = item % shape.Heads * size;
            var dOut = new Matrix(dMixed, 0, d).At(row, column);
            var dQ = new Matrix(dQkv, 0, 3 * d).At(row, column);
            Matrix square = new(_square, 0, T), narrow = new(_narrow, 0, T), dScores = new(_dScores, 0, T);

            Matmul.Transpose(p, square, T, T);
            Matmul.Multiply(square, dOut, dQ.At(0, 2 * d), T, T, size);
            Matmul.Transpose(v, narrow, T, size);
            Matmul.Multiply(dOut, narrow, dScores, T, size, T);
            for (var t = 0; t < T; t++)
                Elementwise.SoftmaxBack(p.Data.AsSpan(p.Offset + (t * T), T), _dScores.AsSpan(t * T, T), _scale);
            Matmul.Multiply(dScores, k, dQ, T, T, size);
            Matmul.Transpose(dScores, square, T, T);
            Matmul.Multiply(square, q, dQ.At(0, d), T, T, size);
        }
    }

    private (Matrix Q, Matrix K, Matrix V, Matrix P) Parts(Gpt.Activations a, int item)
    {
        var q = new Matrix(a.Qkv, 0, 3 * shape.Width).At(item / shape.Heads * T, item % shape.Heads * shape.HeadSize);
        return (q, q.At(0, shape.Width), q.At(0, 2 * shape.Width), new(a.Probabilities, item * T * T, T));
    }
}
