using System.Globalization;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>C#'s arithmetic on folded values: whole numbers stay whole, and overflow is unknown.</summary>
internal static class Arithmetic
{
    public static Folded Binary(IBinaryOperation operation, Folded left, Folded right)
    {
        if (!left.IsKnown || !right.IsKnown)
            return Folded.Unknown;
        if (left.Number is not { } x || right.Number is not { } y)
            return Compare(operation.OperatorKind, Equals(left.Value, right.Value));
        if (IsReal(left.Value) || IsReal(right.Value))
            return Real(operation.OperatorKind, x, y);
        return Whole(operation.OperatorKind, ToInt64(left.Value), ToInt64(right.Value));
    }

    public static Folded Negate(Folded value) => value switch
    {
        { IsKnown: false } or { Number: null } => Folded.Unknown,
        _ => Folded.Of(IsReal(value.Value) ? -value.Number!.Value : checked(-ToInt64(value.Value))),
    };

    /// <summary>A method of <c>System.Math</c>.</summary>
    public static Folded Call(string method, Folded[] arguments)
    {
        if (!Array.TrueForAll(arguments, static argument => argument is { IsKnown: true, Number: not null }))
            return Folded.Unknown;
        var x = arguments[0].Number!.Value;
        var result = (method, arguments.Length) switch
        {
            ("Pow", 2) => Math.Pow(x, arguments[1].Number!.Value),
            ("Min", 2) => Math.Min(x, arguments[1].Number!.Value),
            ("Max", 2) => Math.Max(x, arguments[1].Number!.Value),
            ("Sqrt", 1) => Math.Sqrt(x),
            ("Abs", 1) => Math.Abs(x),
            ("Floor", 1) => Math.Floor(x),
            ("Ceiling", 1) => Math.Ceiling(x),
            ("Round", 1) => Math.Round(x),
            ("Truncate", 1) => Math.Truncate(x),
            ("Log2", 1) => Math.Log(x, 2),
            ("Cbrt", 1) => Math.Pow(x, 1.0 / 3),
            ("Clamp", 3) => Math.Max(arguments[1].Number!.Value, Math.Min(arguments[2].Number!.Value, x)),
            _ => double.NaN,
        };
        if (double.IsNaN(result) || double.IsInfinity(result))
            return Folded.Unknown;
        var whole = method is "Min" or "Max" or "Abs" or "Clamp" && Array.TrueForAll(arguments, static argument => !IsReal(argument.Value));
        return Folded.Of(whole ? checked((long)result) : result);
    }

    private static Folded Whole(BinaryOperatorKind kind, long x, long y) => checked(kind switch
    {
        BinaryOperatorKind.Add => Folded.Of(x + y),
        BinaryOperatorKind.Subtract => Folded.Of(x - y),
        BinaryOperatorKind.Multiply => Folded.Of(x * y),
        BinaryOperatorKind.Divide => Folded.Of(x / y),
        BinaryOperatorKind.Remainder => Folded.Of(x % y),
        BinaryOperatorKind.LeftShift when y is >= 0 and < 63 => Folded.Of(x * (1L << (int)y)),
        BinaryOperatorKind.RightShift when y is >= 0 and < 63 => Folded.Of(x >> (int)y),
        _ => Order(kind, x.CompareTo(y)),
    });

    private static Folded Real(BinaryOperatorKind kind, double x, double y) => kind switch
    {
        BinaryOperatorKind.Add => Folded.Of(x + y),
        BinaryOperatorKind.Subtract => Folded.Of(x - y),
        BinaryOperatorKind.Multiply => Folded.Of(x * y),
        BinaryOperatorKind.Divide => Folded.Of(x / y),
        _ => Order(kind, x.CompareTo(y)),
    };

    private static Folded Order(BinaryOperatorKind kind, int order) => kind switch
    {
        BinaryOperatorKind.LessThan => Folded.Of(order < 0),
        BinaryOperatorKind.LessThanOrEqual => Folded.Of(order <= 0),
        BinaryOperatorKind.GreaterThan => Folded.Of(order > 0),
        BinaryOperatorKind.GreaterThanOrEqual => Folded.Of(order >= 0),
        _ => Compare(kind, order == 0),
    };

    private static Folded Compare(BinaryOperatorKind kind, bool equal) => kind switch
    {
        BinaryOperatorKind.Equals => Folded.Of(equal),
        BinaryOperatorKind.NotEquals => Folded.Of(!equal),
        _ => Folded.Unknown,
    };

    private static bool IsReal(object? value) => value is float or double or decimal;

    private static long ToInt64(object? value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);
}
