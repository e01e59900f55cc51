using ScalingStudy.Model;

namespace ScalingStudy.Tests;

public sealed class GradientTests
{
    // One head that is narrow, one head, and several; more sequences than are worked on at once.
    [Theory]
    [InlineData(8)]
    [InlineData(24)]
    [InlineData(48)]
    public void Gradient_OfEveryMatrix_IsThatOfFiniteDifferences(int width)
    {
        const double step = 1e-2;
        var shape = new Shape(width);
        var model = new Gpt(shape, seed: 1);
        var random = new Random(2);
        var text = new byte[(Gpt.Chunk + 3) * (Shape.Context + 1)];
        for (var i = 0; i < text.Length; i++)
            text[i] = (byte)random.Next(Shape.Vocabulary);
        model.LossAndGradient(text);
        var start = model.Data.ToArray();

        foreach (var (name, matrix, rows) in model.Map.All(shape))
        {
            // Along the gradient of this matrix, where the slope is its norm.
            var at = matrix.Offset..(matrix.Offset + (rows * matrix.Stride));
            var norm = Math.Sqrt(AdamW.SquaredNorm(model.Gradient[at]));
            double Along(double distance)
            {
                start.CopyTo(model.Data, 0);
                for (var i = at.Start.Value; i < at.End.Value; i++)
                    model.Data[i] += (float)(distance * model.Gradient[i] / norm);
                return model.Loss(text);
            }

            var slope = (Along(step) - Along(-step)) / (2 * step);

            Assert.True(Math.Abs(slope / norm - 1) < 0.01, FormattableString.Invariant($"{name}: {slope} by differences, {norm} by hand"));
        }
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(5, 7, 8)]
    [InlineData(64, 24, 31)]
    [InlineData(66, 96, 40)]
    public void Multiply_OfAnyShape_IsTheSumOfProducts(int rows, int inner, int columns)
    {
        var random = new Random(3);
        float[] Some(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
        float[] a = Some(rows * inner), b = Some(inner * columns), c = Some(rows * columns), before = [.. c];

        Matmul.Multiply(new(a, 0, inner), new(b, 0, columns), new(c, 0, columns), rows, inner, columns, add: true);

        for (var i = 0; i < c.Length; i++)
        {
            var (row, column) = (i / columns, i % columns);
            Assert.Equal(before[i] + Enumerable.Range(0, inner).Sum(k => (double)a[(row * inner) + k] * b[(k * columns) + column]), c[i], 1e-5);
        }
    }

    [Fact]
    public void Multiply_OfAMatrixThatLeavesItsArray_IsRefused() => Assert.Throws<ArgumentException>(() =>
        Matmul.Multiply(new(new float[8], 0, 4), new(new float[16], 0, 4), new(new float[8], 0, 4), 3, 4, 4));

    [Theory]
    [InlineData(8, 4168 + 8)]
    [InlineData(96, 252_384)]
    public void Parameters_AreAllWeights(int width, long expected)
    {
        Assert.Equal(new Weights(new Shape(width)).Count, new Shape(width).Parameters);
        Assert.InRange(new Shape(width).Parameters, expected * 0.98, expected * 1.02);
    }

    [Fact]
    public void Loss_AtTheStart_IsNearThatOfEvenChances()
    {
        var random = new Random(4);
        var text = Enumerable.Range(0, 65 * 16).Select(_ => (byte)random.Next(Shape.Vocabulary)).ToArray();

        Assert.Equal(Math.Log(Shape.Vocabulary), new Gpt(new Shape(16), 1).Loss(text), 0.5);
    }
}
