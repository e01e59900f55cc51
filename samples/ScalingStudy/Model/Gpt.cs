namespace ScalingStudy.Model;

/// <summary>A GPT with pre-norm and causal attention: forward, and backward by hand. One instance works on one thread.</summary>
internal sealed class Gpt
{
    /// <summary>Sequences that are worked on at once: their activations stay in the cache.</summary>
    public const int Chunk = 8;
    private const int T = Shape.Context;
    private const int Rows = Chunk * T;
    private const int V = Shape.Vocabulary;

    private readonly Shape _shape;
    private readonly Weights _map;
    private readonly Activations[] _layers;
    private readonly float[] _x;
    private readonly float[] _normed;
    private readonly float[] _logits = new float[Rows * V];
    private readonly float[] _dx;
    private readonly float[] _dNormed;
    private readonly float[] _dQkv;
    private readonly float[] _dHidden;
    private readonly float[] _transposed;
    private readonly Attention _attention;

    public Gpt(Shape shape, int seed)
    {
        (_shape, _map) = (shape, new Weights(shape));
        Data = _map.Initial(shape, new Random(seed));
        Gradient = new float[_map.Count];
        int d = shape.Width;
        _layers = [.. _map.Layers.Select(_ => new Activations(d))];
        (_x, _normed, _dx, _dNormed) = (new float[Rows * d], new float[Rows * d], new float[Rows * d], new float[Rows * d]);
        (_dQkv, _dHidden) = (new float[Rows * 3 * d], new float[Rows * 4 * d]);
        _transposed = new float[Rows * Math.Max(4 * d, V)];
        _attention = new(shape);
    }

    public float[] Data { get; }

    public float[] Gradient { get; }

    public Weights Map => _map;

    /// <summary>The mean loss of sequences of 65 bytes, in nats per byte.</summary>
    public double Loss(ReadOnlySpan<byte> sequences) => Run(sequences, gradientScale: 0);

    /// <summary>The mean loss; adds its gradient to <see cref="Gradient"/>.</summary>
    public double LossAndGradient(ReadOnlySpan<byte> sequences) => Run(sequences, 1f / (sequences.Length / (T + 1) * T));

    private double Run(ReadOnlySpan<byte> sequences, float gradientScale)
    {
        var count = sequences.Length / (T + 1);
        double sum = 0;
        for (var first = 0; first < count; first += Chunk)
        {
            var some = Math.Min(Chunk, count - first);
            var text = sequences.Slice(first * (T + 1), some * (T + 1));
            Forward(text, some);
            sum += CrossEntropy(text, some, gradientScale);
            if (gradientScale > 0)
                Backward(text, some);
        }

        return sum / (count * T);
    }

    private void Forward(ReadOnlySpan<byte> text, int sequences)
    {
        int d = _shape.Width, rows = sequences * T;
        for (var row = 0; row < rows; row++)
        {
            var (sequence, t) = (row / T, row % T);
            var token = Data.AsSpan(_map.Tokens.Offset + (text[(sequence * (T + 1)) + t] * d), d);
            var position = Data.AsSpan(_map.Positions.Offset + (t * d), d);
            var x = _x.AsSpan(row * d, d);
            token.CopyTo(x);
            Elementwise.Add(x, position);
        }

        foreach (var (weights, a) in _map.Layers.Zip(_layers))
        {
            _x.AsSpan(0, rows * d).CopyTo(a.In);
            Norm(a.In, weights.Norm1, a.Normed1, rows);
            Matmul.Multiply(Of(a.Normed1, d), In(weights.Qkv), Of(a.Qkv, 3 * d), rows, d, 3 * d);
            _attention.Forward(a, sequences);
            Matmul.Multiply(Of(a.Mixed, d), In(weights.Out), Of(_x, d), rows, d, d, add: true);
            _x.AsSpan(0, rows * d).CopyTo(a.Middle);
            Norm(a.Middle, weights.Norm2, a.Normed2, rows);
            Matmul.Multiply(Of(a.Normed2, d), In(weights.Up), Of(a.Hidden, 4 * d), rows, d, 4 * d);
            Elementwise.Gelu(a.Hidden.AsSpan(0, rows * 4 * d), a.Active);
            Matmul.Multiply(Of(a.Active, 4 * d), In(weights.Down), Of(_x, d), rows, 4 * d, d, add: true);
        }

        Norm(_x, _map.Norm, _normed, rows);
        Matmul.Multiply(Of(_normed, d), In(_map.Head), Of(_logits, V), rows, d, V);
    }

    // The logits become their gradient, (p - target) / tokens.
    private double CrossEntropy(ReadOnlySpan<byte> text, int sequences, float gradientScale)
    {
        double sum = 0;
        for (var row = 0; row < sequences * T; row++)
        {
            var logits = _logits.AsSpan(row * V, V);
            var target = text[(row / T * (T + 1)) + (row % T) + 1];
            var logit = logits[target];
            sum += Elementwise.Softmax(logits, V, 1) - logit;
            logits[target] -= 1;
            for (var i = 0; i < V; i++)
                logits[i] *= gradientScale;
        }

        return sum;
    }

    private void Backward(ReadOnlySpan<byte> text, int sequences)
    {
        int d = _shape.Width, rows = sequences * T;
        Back(_normed, d, _map.Head, _logits, V, _dNormed, rows);
        Array.Clear(_dx);
        NormBack(_x, _map.Norm, rows);
        for (var layer = Shape.Layers - 1; layer >= 0; layer--)
        {
            var (weights, a) = (_map.Layers[layer], _layers[layer]);
            Back(a.Active, 4 * d, weights.Down, _dx, d, _dHidden, rows);
            Elementwise.GeluBack(a.Hidden.AsSpan(0, rows * 4 * d), _dHidden);
            Back(a.Normed2, d, weights.Up, _dHidden, 4 * d, _dNormed, rows);
            NormBack(a.Middle, weights.Norm2, rows);
            Back(a.Mixed, d, weights.Out, _dx, d, _dNormed, rows);
            _attention.Backward(a, _dNormed, _dQkv, sequences);
            Back(a.Normed1, d, weights.Qkv, _dQkv, 3 * d, _dNormed, rows);
            NormBack(a.In, weights.Norm1, rows);
        }

        for (var row = 0; row < rows; row++)
        {
            var (sequence, t) = (row / T, row % T);
            var dx = _dx.AsSpan(row * d, d);
            Elementwise.Add(Gradient.AsSpan(_map.Tokens.Offset + (text[(sequence * (T + 1)) + t] * d), d), dx);
            Elementwise.Add(Gradient.AsSpan(_map.Positions.Offset + (t * d), d), dx);
        }
    }

    // y = x W: dW += x^T dy, dx = dy W^T.
    private void Back(float[] x, int inner, Matrix weights, float[] dy, int columns, float[] dx, int rows)
    {
        var transposed = new Matrix(_transposed, 0, rows);
        Matmul.Transpose(Of(x, inner), transposed, rows, inner);
        Matmul.Multiply(transposed, Of(dy, columns), weights with { Data = Gradient }, inner, rows, columns, add: true);
        Matmul.Transpose(In(weights), new(_transposed, 0, inner), inner, columns);
        Matmul.Multiply(Of(dy, columns), new(_transposed, 0, inner), Of(dx, inner), rows, columns, inner);
    }

    private void Norm(float[] x, Matrix gain, float[] y, int rows) =>
        Elementwise.Norm(x.AsSpan(0, rows * _shape.Width), Data.AsSpan(gain.Offset, _shape.Width), y, _shape.Width);

    private void NormBack(float[] x, Matrix gain, int rows) => Elementwise.NormBack(
        x.AsSpan(0, rows * _shape.Width), Data.AsSpan(gain.Offset, _shape.Width), _dNormed, _dx, Gradient.AsSpan(gain.Offset, _shape.Width), _shape.Width);

    private Matrix In(Matrix weights) => weights with { Data = Data };

    private static Matrix Of(float[] data, int stride) => new(data, 0, stride);

    /// <summary>What a layer's backward pass needs of its forward pass.</summary>
    internal sealed class Activations(int d)
    {
        public float[] In { get; } = new float[Rows * d];

        public float[] Normed1 { get; } = new float[Rows * d];

        public float[] Qkv { get; } = new float[Rows * 3 * d];

        public float[] Probabilities { get; } = new float[Chunk * Math.Max(1, d / 16) * T * T];

        public float[] Mixed { get; } = new float[Rows * d];

        public float[] Middle { get; } = new float[Rows * d];

        public float[] Normed2 { get; } = new float[Rows * d];

        public float[] Hidden { get; } = new float[Rows * 4 * d];

        public float[] Active { get; } = new float[Rows * 4 * d];
    }
}
