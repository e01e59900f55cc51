using ScalingSdk.Fitting.Compiled;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Projection;

/// <summary>What residuals are taken of.</summary>
public enum ResidualScale
{
    /// <summary>ln(predicted) - ln(observed): relative errors count.</summary>
    Log,

    /// <summary>predicted - observed.</summary>
    Linear,
}

/// <summary>Observed values and weights in the order of a model's rows, and what a residual costs.</summary>
internal sealed class LawTargets
{
    internal LawTargets(LawModel model, IReadOnlyList<double[]> observed, double[]? weights, Penalty penalty, ResidualScale scale)
    {
        (Penalty, Scale) = (penalty, scale);
        Observed = new double[model.Rows];
        Weights = new double[model.Rows];
        for (var row = 0; row < model.Rows; row++)
            Observed[row] = scale == ResidualScale.Log ? 0 : 1;
        for (var equation = 0; equation < model.Equations; equation++)
        {
            for (var run = 0; run < model.RunCount; run++)
            {
                var row = model.Row(equation, run);
                var value = observed[equation][run];
                Observed[row] = scale == ResidualScale.Log ? Math.Log(value) : value;
                Weights[row] = weights is null ? 1 : weights[run];
            }
        }

        TotalWeight = Weights.Sum();
        var mean = Enumerable.Range(0, model.Rows).Sum(row => Weights[row] * Observed[row]) / Math.Max(TotalWeight, double.Epsilon);
        SumOfSquares = Enumerable.Range(0, model.Rows).Sum(row => Weights[row] * (Observed[row] - mean) * (Observed[row] - mean));
    }

    internal Penalty Penalty { get; set; }

    internal ResidualScale Scale { get; }

    /// <summary>Observed values, or their logarithms.</summary>
    internal double[] Observed { get; }

    /// <summary>A weight for each row; zero where a row only fills a vector.</summary>
    internal double[] Weights { get; }

    internal double TotalWeight { get; }

    /// <summary>Of the observed values about their mean.</summary>
    internal double SumOfSquares { get; }

    internal bool IsLeastSquares => double.IsInfinity(Penalty.Delta) && Penalty.Below == 1;
}
