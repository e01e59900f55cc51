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

    /// <summary>The same in a tenth of the evaluations: false position, an end that stays is halved (Dowell and Jarratt 1971), bisection where that stalls.</summary>
    internal static double OfFallingFast(Func<double, double> function, double low, double high)
    {
        const double Near = 4e-16;
        double atLow = function(low), atHigh = function(high);
        var side = 0;
        for (var step = 0; step < 200 && high - low > Near * Math.Max(Math.Abs(low), Math.Abs(high)); step++)
        {
            var guess = step % 8 == 7 ? low + ((high - low) / 2) : low + ((high - low) * atLow / (atLow - atHigh));
            if (!(guess > low && guess < high))
                guess = low + ((high - low) / 2);
            var value = function(guess);
            if (value == 0)
                return guess;
            if (value > 0)
                (low, atLow, atHigh, side) = (guess, value, side > 0 ? atHigh / 2 : atHigh, 1);
            else
                (high, atHigh, atLow, side) = (guess, value, side < 0 ? atLow / 2 : atLow, -1);
        }

        return low + ((high - low) / 2);
    }
}
