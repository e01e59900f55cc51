namespace ScalingSdk.Tests.Hardware;

/// <summary>Ordinary least squares by the normal equations; tests compare the constants of the library with its result.</summary>
internal static class LeastSquares
{
    /// <summary>Coefficients, their standard errors and the residual's standard deviation.</summary>
    public static (double[] Coefficients, double[] Errors, double Deviation) Fit(IReadOnlyList<double[]> rows, IReadOnlyList<double> values)
    {
        var width = rows[0].Length;
        var inverse = Inverse(width, (i, j) => rows.Sum(row => row[i] * row[j]));
        var right = Enumerable.Range(0, width).Select(i => rows.Zip(values).Sum(pair => pair.First[i] * pair.Second)).ToArray();
        var coefficients = Enumerable.Range(0, width).Select(i => Enumerable.Range(0, width).Sum(j => inverse[i, j] * right[j])).ToArray();
        var squares = rows.Zip(values).Sum(pair => Math.Pow(pair.Second - At(coefficients, pair.First), 2));
        var deviation = Math.Sqrt(squares / (rows.Count - width));
        return (coefficients, [.. Enumerable.Range(0, width).Select(i => deviation * Math.Sqrt(inverse[i, i]))], deviation);
    }

    /// <summary>The fit's value for one row.</summary>
    public static double At(double[] coefficients, double[] row) => coefficients.Zip(row).Sum(static pair => pair.First * pair.Second);

    // Gauss and Jordan; the matrix is positive definite.
    private static double[,] Inverse(int width, Func<int, int, double> matrix)
    {
        var left = new double[width, width];
        var inverse = new double[width, width];
        for (var i = 0; i < width; i++)
        {
            inverse[i, i] = 1;
            for (var j = 0; j < width; j++)
                left[i, j] = matrix(i, j);
        }

        for (var pivot = 0; pivot < width; pivot++)
        {
            var scale = left[pivot, pivot];
            for (var j = 0; j < width; j++)
                (left[pivot, j], inverse[pivot, j]) = (left[pivot, j] / scale, inverse[pivot, j] / scale);
            for (var i = 0; i < width; i++)
            {
                var factor = i == pivot ? 0 : left[i, pivot];
                for (var j = 0; j < width; j++)
                    (left[i, j], inverse[i, j]) = (left[i, j] - (factor * left[pivot, j]), inverse[i, j] - (factor * inverse[pivot, j]));
            }
        }

        return inverse;
    }
}
