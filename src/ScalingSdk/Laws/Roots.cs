namespace ScalingSdk.Laws;

/// <summary>A function of one variable as a struct: evaluated without a delegate.</summary>
internal interface IFunction
{
    double At(double x);
}

/// <summary>The root of a function that falls.</summary>
internal static class Roots
{
    /// <summary>Bisects until neighbouring numbers remain. The function is positive at the low end and negative at the high one.</summary>
    internal static double OfFalling<TFunction>(in TFunction function, double low, double high)
        where TFunction : struct, IFunction
    {
        while (true)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
                return middle;
            if (function.At(middle) > 0)
                low = middle;
            else
                high = middle;
        }
    }
}
