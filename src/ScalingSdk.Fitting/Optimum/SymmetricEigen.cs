using MathNet.Numerics.LinearAlgebra;

namespace ScalingSdk.Fitting.Optimum;

/// <summary>
/// Eigenvalues and eigenvectors of a small symmetric matrix by Jacobi's rotations: it ends on any numbers, where Math.NET's
/// decomposition throws on those that are not finite.
/// </summary>
internal static class SymmetricEigen
{
    private const int MostSweeps = 60;

    /// <summary>The eigenvalues, and the eigenvectors as columns.</summary>
    internal static (Vector<double> Values, Matrix<double> Vectors) Of(Matrix<double> symmetric)
    {
        var n = symmetric.RowCount;
        var a = symmetric.ToArray();
        var v = Matrix<double>.Build.DenseIdentity(n).ToArray();
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            var rotated = false;
            for (var p = 0; p < n - 1; p++)
            {
                for (var q = p + 1; q < n; q++)
                    rotated |= Rotate(a, v, p, q, n);
            }

            if (!rotated)
                break;
        }

        return (Vector<double>.Build.Dense(n, i => a[i, i]), Matrix<double>.Build.DenseOfArray(v));
    }

    // Makes a[p, q] zero (Golub and Van Loan, algorithm 8.4.1); false where it is already.
    private static bool Rotate(double[,] a, double[,] v, int p, int q, int n)
    {
        if (Math.Abs(a[p, q]) <= 1e-17 * Math.Sqrt(Math.Abs(a[p, p])) * Math.Sqrt(Math.Abs(a[q, q])))
            return false;
        var tau = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        var t = (tau >= 0 ? 1 : -1) / (Math.Abs(tau) + Math.Sqrt(1 + (tau * tau)));
        double c = 1 / Math.Sqrt(1 + (t * t)), s = t * c;
        for (var k = 0; k < n; k++)
            (a[k, p], a[k, q]) = ((c * a[k, p]) - (s * a[k, q]), (s * a[k, p]) + (c * a[k, q]));
        for (var k = 0; k < n; k++)
            (a[p, k], a[q, k]) = ((c * a[p, k]) - (s * a[q, k]), (s * a[p, k]) + (c * a[q, k]));
        for (var k = 0; k < n; k++)
            (v[k, p], v[k, q]) = ((c * v[k, p]) - (s * v[k, q]), (s * v[k, p]) + (c * v[k, q]));
        (a[p, q], a[q, p]) = (0, 0);
        return true;
    }
}
