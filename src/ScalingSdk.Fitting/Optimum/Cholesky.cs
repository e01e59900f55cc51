namespace ScalingSdk.Fitting.Optimum;

/// <summary>Solves small symmetric systems in place, without allocation. Math.NET's factorisations allocate.</summary>
internal static class Cholesky
{
    /// <summary>Factors lower = L L^T from the lower triangle of a matrix plus a shift of its diagonal; false unless positive definite.</summary>
    internal static bool Factor(double[] matrix, double shift, double[] lower, int n)
    {
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[(i * n) + j] + (i == j ? shift : 0);
                for (var k = 0; k < j; k++)
                    sum -= lower[(i * n) + k] * lower[(j * n) + k];
                if (i != j)
                    lower[(i * n) + j] = sum / lower[(j * n) + j];
                else if (sum > 1e-15 * Math.Abs(matrix[(i * n) + i]))
                    lower[(i * n) + i] = Math.Sqrt(sum);
                else
                    return false;
            }
        }

        return true;
    }

    /// <summary>solution = -(L L^T)^-1 right.</summary>
    internal static void SolveNegative(double[] lower, double[] right, double[] solution, int n)
    {
        for (var i = 0; i < n; i++)
        {
            var sum = -right[i];
            for (var k = 0; k < i; k++)
                sum -= lower[(i * n) + k] * solution[k];
            solution[i] = sum / lower[(i * n) + i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            var sum = solution[i];
            for (var k = i + 1; k < n; k++)
                sum -= lower[(k * n) + i] * solution[k];
            solution[i] = sum / lower[(i * n) + i];
        }
    }
}
