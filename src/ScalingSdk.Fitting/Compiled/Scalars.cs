namespace ScalingSdk.Fitting.Compiled;

/// <summary>The functions of a formula on one number, with their derivatives.</summary>
internal static class Scalars
{
    internal static double Apply(GraphOperation operation, double x) => operation switch
    {
        GraphOperation.Exp => Math.Exp(x),
        GraphOperation.Log => Math.Log(x),
        GraphOperation.Sqrt => Math.Sqrt(x),
        GraphOperation.Abs => Math.Abs(x),
        GraphOperation.Tanh => Math.Tanh(x),
        GraphOperation.Softplus => Softplus(x),
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    internal static double Slope(GraphOperation operation, double x, double value) => operation switch
    {
        GraphOperation.Exp => value,
        GraphOperation.Log => 1 / x,
        GraphOperation.Sqrt => 0.5 / value,
        GraphOperation.Abs => x < 0 ? -1 : 1,
        GraphOperation.Tanh => 1 - (value * value),
        GraphOperation.Softplus => 1 / (1 + Math.Exp(-x)),
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    /// <summary>0^0 is 1 and a negative base has integral powers alone, as everywhere.</summary>
    internal static double Power(double x, double exponent) => Math.Pow(x, exponent);

    /// <summary>The x of f(x) = value; not a number where there is none.</summary>
    internal static double Invert(GraphOperation operation, double value) => operation switch
    {
        GraphOperation.Exp => Math.Log(value),
        GraphOperation.Log => Math.Exp(value),
        GraphOperation.Sqrt => value >= 0 ? value * value : double.NaN,
        GraphOperation.Tanh => 0.5 * Math.Log((1 + value) / (1 - value)),
        GraphOperation.Softplus => value > 30 ? value : Math.Log(Math.Exp(value) - 1),
        _ => double.NaN,
    };

    private static double Softplus(double x) => Math.Max(x, 0) + LogOnePlus(Math.Exp(-Math.Abs(x)));

    private static double LogOnePlus(double t) => t < 1e-5 ? t * (1 - (t * (0.5 - (t / 3)))) : Math.Log(1 + t);
}
