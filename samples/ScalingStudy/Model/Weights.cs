namespace ScalingStudy.Model;

/// <summary>Where each matrix lies in the one array of weights, or of gradients.</summary>
internal sealed class Weights
{
    public Weights(Shape shape)
    {
        int d = shape.Width, next = 0;
        Matrix Take(int rows, int columns)
        {
            var matrix = new Matrix([], next, columns);
            next += rows * columns;
            return matrix;
        }

        Tokens = Take(Shape.Vocabulary, d);
        Positions = Take(Shape.Context, d);
        Layers = [.. Enumerable.Range(0, Shape.Layers).Select(_ => new Layer(
            Take(1, d), Take(d, 3 * d), Take(d, d), Take(1, d), Take(d, shape.Hidden), Take(shape.Hidden, d)))];
        Norm = Take(1, d);
        Head = Take(d, Shape.Vocabulary);
        Count = next;
    }

    public Matrix Tokens { get; }

    public Matrix Positions { get; }

    public IReadOnlyList<Layer> Layers { get; }

    public Matrix Norm { get; }

    public Matrix Head { get; }

    public int Count { get; }

    /// <summary>Every matrix with its rows, in the order of the array.</summary>
    public IEnumerable<(string Name, Matrix Matrix, int Rows)> All(Shape shape)
    {
        yield return ("tokens", Tokens, Shape.Vocabulary);
        yield return ("positions", Positions, Shape.Context);
        foreach (var layer in Layers)
        {
            yield return ("norm1", layer.Norm1, 1);
            yield return ("qkv", layer.Qkv, shape.Width);
            yield return ("out", layer.Out, shape.Width);
            yield return ("norm2", layer.Norm2, 1);
            yield return ("up", layer.Up, shape.Width);
            yield return ("down", layer.Down, shape.Hidden);
        }

        yield return ("norm", Norm, 1);
        yield return ("head", Head, shape.Width);
    }

    /// <summary>Gains of one; matrices with variance 1/inputs, those into the residual stream smaller by the depth.</summary>
    public float[] Initial(Shape shape, Random random)
    {
        var data = new float[Count];
        foreach (var (name, matrix, rows) in All(shape))
        {
            var deviation = name switch
            {
                "tokens" or "positions" => 0.3,
                "head" => 0.5 / Math.Sqrt(rows),
                "out" or "down" => 1 / Math.Sqrt(rows * 2.0 * Shape.Layers),
                _ => 1 / Math.Sqrt(rows),
            };
            for (var i = 0; i < rows * matrix.Stride; i++)
                data[matrix.Offset + i] = name.StartsWith("norm", StringComparison.Ordinal) ? 1 : (float)(deviation * Normal(random));
        }

        return data;
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    internal sealed record Layer(Matrix Norm1, Matrix Qkv, Matrix Out, Matrix Norm2, Matrix Up, Matrix Down);
}
