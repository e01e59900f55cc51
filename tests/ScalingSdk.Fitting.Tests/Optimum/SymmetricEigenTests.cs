using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Tests.Optimum;

public sealed class SymmetricEigenTests
{
    [Fact]
    public void Of_AnySymmetricMatrix_PutsItTogetherAgain() => Gen.Double[-10, 10].Array[15].Sample(static values =>
    {
        var matrix = Matrix<double>.Build.Dense(5, 5, (i, j) => values[(Math.Max(i, j) * (Math.Max(i, j) + 1) / 2) + Math.Min(i, j)]);

        var (eigenvalues, vectors) = SymmetricEigen.Of(matrix);

        Assert.True((vectors * Matrix<double>.Build.DenseOfDiagonalVector(eigenvalues) * vectors.Transpose() - matrix).FrobeniusNorm() < 1e-11);
        Assert.True((vectors.TransposeThisAndMultiply(vectors) - Matrix<double>.Build.DenseIdentity(5)).FrobeniusNorm() < 1e-12);
    });

    [Fact]
    public void Of_NumbersThatAreNotFinite_Ends() =>
        SymmetricEigen.Of(Matrix<double>.Build.Dense(3, 3, (i, j) => i == j ? 1 : double.PositiveInfinity));
}
