using ScalingSdk.Fitting.Compiled;
using ScalingSdk.Fitting.Projection;
using ScalingSdk.Formulas;

namespace ScalingSdk.Fitting.AnyLaw;

/// <summary>A formula with the constants that fit the runs best, and how sure they are.</summary>
public sealed class FittedFormula
{
    private readonly double[] _theta;

    internal FittedFormula(Formula formula, SymbolColumns symbols, double[] theta)
    {
        (Formula, Symbols, _theta) = (formula, symbols, theta);
    }

    /// <summary>The formula.</summary>
    public Formula Formula { get; }

    /// <summary>Its columns and constants.</summary>
    public SymbolColumns Symbols { get; }

    /// <summary>The constants with their errors.</summary>
    public required IReadOnlyList<FormulaConstant> Constants { get; init; }

    /// <summary>The runs that were fitted.</summary>
    public required int Runs { get; init; }

    /// <summary>Rows without a number in a column of the formula, left out.</summary>
    public required int RowsLeftOut { get; init; }

    /// <summary>The sum of penalties at the optimum.</summary>
    public required double Objective { get; init; }

    /// <summary>What residuals are taken of.</summary>
    public required ResidualScale Scale { get; init; }

    /// <summary>The largest cosine between the residuals and a derivative: zero at an optimum.</summary>
    public required double GradientCosine { get; init; }

    /// <summary>True where no step lowers the objective.</summary>
    public required bool Converged { get; init; }

    /// <summary>Solves that were carried to their end, and how many of them reached the optimum.</summary>
    public required (int Made, int Reached) Starts { get; init; }

    /// <summary>The objective of the next minimum; null where none was met.</summary>
    public required double? NextMinimum { get; init; }

    /// <summary>The condition number of the derivatives, each constant in its own scale.</summary>
    public required double Condition { get; init; }

    /// <summary>The standard deviation of the residuals.</summary>
    public required double Noise { get; init; }

    /// <summary>The share of the variance of the observed values that the law explains.</summary>
    public required double R2 { get; init; }

    /// <summary>Bayesian information criterion (Schwarz 1978), up to a constant of the rows.</summary>
    public required double Bic { get; init; }

    /// <summary>In which directions the constants may move without any change of the predictions, or which others predict the same, in words.</summary>
    public required IReadOnlyList<string> FreeDirections { get; init; }

    /// <summary>The least and the greatest value of each variable in the runs.</summary>
    public required IReadOnlyDictionary<string, (double Low, double High)> Range { get; init; }

    /// <summary>Constants by resample, in the order of <see cref="Constants"/>.</summary>
    public IReadOnlyList<double[]> Draws { get; init; } = [];

    /// <summary>Which of very many runs were drawn from, as a clause; null where it was all of them.</summary>
    public string? DrawnFrom { get; internal init; }

    /// <summary>How a fit to the other runs predicts the dearest tenth; null where the table gives no compute.</summary>
    public DearestRuns? HeldOut { get; init; }

    internal double[] Theta => _theta;

    /// <summary>The value of a constant.</summary>
    public double this[string name] => Constants.FirstOrDefault(constant => string.Equals(constant.Name, name, StringComparison.Ordinal))?.Value
        ?? throw new ArgumentException($"the formula has no constant '{name}'", nameof(name));

    /// <summary>The prediction for values of the variables.</summary>
    /// <exception cref="ArgumentException">A variable has no value.</exception>
    public double Predict(IReadOnlyDictionary<string, double> values, int equation = 0) => Predict(_theta, values, equation);

    /// <summary>The predictions for rows of variables by symbol.</summary>
    public double[] Predict(int rows, Func<string, double[]> column, int equation = 0)
    {
        var model = LawModel.Bind(Formula, Symbols.Constants, rows, column);
        var predictions = new double[model.Rows];
        model.Evaluate(_theta, predictions, null);
        return [.. Enumerable.Range(0, rows).Select(run => predictions[model.Row(equation, run)])];
    }

    internal double Predict(double[] theta, IReadOnlyDictionary<string, double> values, int equation)
    {
        var model = LawModel.Bind(Formula, Symbols.Constants, 1, name => values.TryGetValue(name, out var value)
            ? [value]
            : throw new ArgumentException($"'{name}' has no value", nameof(values)));
        var predictions = new double[model.Rows];
        model.Evaluate(theta, predictions, null);
        return predictions[model.Row(equation, 0)];
    }
}
