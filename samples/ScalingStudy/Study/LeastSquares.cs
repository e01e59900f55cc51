namespace ScalingStudy.Study;

/// <summary>Least squares by the normal equations: three unknowns and a dozen rows.</summary>
internal static class LeastSquares
{
    public static double[] Solve(double[][] rows, double[] values)
    {
        var n = rows[0].Length;
        var system = new double[n, n + 1];
        for (var r = 0; r < rows.Length; r++)
        {
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                    system[i, j] += rows[r][i] * rows[r][j];
                system[i, n] += rows[r][i] * values[r];
            }
        }

        for (var pivot = 0; pivot < n; pivot++)
        {
            for (var row = 0; row < n; row++)
            {
                if (row == pivot)
                    continue;
                var factor = system[row, pivot] / system[pivot, pivot];
                for (var column = pivot; column <= n; column++)
                    system[row, column] -= factor * system[pivot, column];
            }
        }

        return [.. Enumerable.Range(0, n).Select(i => system[i, n] / system[i, i])];
    }
}
