using ScalingSdk.Formulas;

namespace ScalingSdk.Fitting.Projection;

/// <summary>The bounds of all constants of a law.</summary>
internal sealed class FormulaBox
{
    internal FormulaBox(IReadOnlyList<string> constants, IReadOnlyDictionary<string, FormulaBound> bounds)
    {
        Low = [.. constants.Select(name => bounds.TryGetValue(name, out var bound) ? bound.Low : double.NegativeInfinity)];
        High = [.. constants.Select(name => bounds.TryGetValue(name, out var bound) ? bound.High : double.PositiveInfinity)];
    }

    internal double[] Low { get; }

    internal double[] High { get; }

    internal double Clamp(int constant, double value) => Math.Max(Low[constant], Math.Min(High[constant], value));

    internal void Clamp(double[] theta)
    {
        for (var c = 0; c < theta.Length; c++)
            theta[c] = Clamp(c, theta[c]);
    }

    /// <summary>True where a constant is at a bound.</summary>
    internal bool IsAtBound(int constant, double value) => value <= Low[constant] || value >= High[constant];
}
