namespace ScalingSdk.Laws;

/// <summary>A function of one variable as a struct: evaluated without a delegate.</summary>
internal interface IFunction
{
    double At(double x);
}

/// <summary>The root of a function that falls.</summary>
internal static class Roots
{
    // Of ln N, a few units in the last place: below it, rounding decides the sign.
    private const double Close = 4 * 2.220446049250313e-16;

    /// <summary>Narrows the ends by interpolation, then bisects until neighbouring numbers remain. The function is positive at the low end and negative at the high one.</summary>
    /// <remarks>Chandrupatla 1997 (Advances in Engineering Software 28, 145-149): inverse quadratic where that is safe, a half where it is not.</remarks>
    internal static double OfFalling<TFunction>(in TFunction function, double low, double high)
        where TFunction : struct, IFunction
    {
        // The newest end, the other one, and the one before: the root lies between the first two.
        var (newest, other, before) = (high, low, high);
        var (atNewest, atOther, atBefore) = (function.At(high), function.At(low), 0.0);
        var part = 0.5;
        while (atNewest > 0 != atOther > 0 && Close * Math.Abs(newest) / Math.Abs(other - newest) is var least && least < 0.5)
        {
            part = Math.Min(Math.Max(part, least), 1 - least);
            var x = newest + (part * (other - newest));
            var at = function.At(x);
            if (at > 0 == atNewest > 0)
                (before, atBefore) = (newest, atNewest);
            else
                (before, atBefore, other, atOther) = (other, atOther, newest, atNewest);
            (newest, atNewest) = (x, at);
            (low, high) = (Math.Min(newest, other), Math.Max(newest, other));
            var place = (newest - other) / (before - other);
            var height = (atNewest - atOther) / (atBefore - atOther);
            part = height * height < place && (1 - height) * (1 - height) < 1 - place
                ? (atNewest / (atOther - atNewest) * (atBefore / (atOther - atBefore)))
                    + ((before - newest) / (other - newest) * (atNewest / (atBefore - atNewest)) * (atOther / (atBefore - atOther)))
                : 0.5;
            if (double.IsNaN(part))
                part = 0.5;
        }

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
