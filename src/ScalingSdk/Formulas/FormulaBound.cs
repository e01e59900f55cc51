namespace ScalingSdk.Formulas;

/// <summary>The values that a constant may have.</summary>
/// <param name="Low">The least; negative infinity where there is none.</param>
/// <param name="High">The greatest; positive infinity where there is none.</param>
public readonly record struct FormulaBound(double Low, double High)
{
    /// <summary>Every value.</summary>
    public static FormulaBound None { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    internal FormulaBound And(FormulaBound other) => new(Math.Max(Low, other.Low), Math.Min(High, other.High));
}
