namespace ScalingSdk.Formulas;

/// <summary>A value with its first and second derivatives in two directions: exact, by the rules of calculus, not by differences.</summary>
internal readonly record struct Slope(double Value, double X = 0, double Y = 0, double XX = 0, double XY = 0, double YY = 0)
{
    private bool IsConstant => X == 0 && Y == 0 && XX == 0 && XY == 0 && YY == 0;

    public static Slope operator +(Slope a, Slope b) => new(a.Value + b.Value, a.X + b.X, a.Y + b.Y, a.XX + b.XX, a.XY + b.XY, a.YY + b.YY);

    public static Slope operator -(Slope a, Slope b) => new(a.Value - b.Value, a.X - b.X, a.Y - b.Y, a.XX - b.XX, a.XY - b.XY, a.YY - b.YY);

    public static Slope operator -(Slope a) => new(-a.Value, -a.X, -a.Y, -a.XX, -a.XY, -a.YY);

    public static Slope operator *(Slope a, Slope b) => new(
        a.Value * b.Value,
        (a.X * b.Value) + (a.Value * b.X),
        (a.Y * b.Value) + (a.Value * b.Y),
        (a.XX * b.Value) + (2 * a.X * b.X) + (a.Value * b.XX),
        (a.XY * b.Value) + (a.X * b.Y) + (a.Y * b.X) + (a.Value * b.XY),
        (a.YY * b.Value) + (2 * a.Y * b.Y) + (a.Value * b.YY));

    public static Slope operator /(Slope a, Slope b) =>
        a * b.Through(1 / b.Value, -1 / (b.Value * b.Value), 2 / (b.Value * b.Value * b.Value)) is var quotient ? quotient with { Value = a.Value / b.Value } : default;

    internal Slope Power(Slope exponent)
    {
        if (!exponent.IsConstant)
            return (exponent * Log()).Exp();
        var p = exponent.Value;
        return Through(Math.Pow(Value, p), p * Math.Pow(Value, p - 1), p * (p - 1) * Math.Pow(Value, p - 2));
    }

    internal Slope Exp() => Math.Exp(Value) is var e ? Through(e, e, e) : default;

    internal Slope Log() => Through(Math.Log(Value), 1 / Value, -1 / (Value * Value));

    internal Slope Log10() => new Slope(1 / Math.Log(10)) * Log() is var log ? log with { Value = Math.Log10(Value) } : default;

    internal Slope Sqrt() => Math.Sqrt(Value) is var root ? Through(root, 0.5 / root, -0.25 / (root * Value)) : default;

    internal Slope Abs() => Value < 0 ? -this : this;

    internal Slope Tanh() => Math.Tanh(Value) is var t ? Through(t, 1 - (t * t), -2 * t * (1 - (t * t))) : default;

    // ln(1 + e^x), without overflow.
    internal Slope Softplus()
    {
        var logistic = 1 / (1 + Math.Exp(-Value));
        return Through(Math.Max(Value, 0) + Math.Log(1 + Math.Exp(-Math.Abs(Value))), logistic, logistic * (1 - logistic));
    }

    /// <summary>The chain rule: a function of this with its value and its first two derivatives.</summary>
    private Slope Through(double value, double first, double second) => IsConstant ? new(value) : new(
        value,
        first * X,
        first * Y,
        (second * X * X) + (first * XX),
        (second * X * Y) + (first * XY),
        (second * Y * Y) + (first * YY));
}
