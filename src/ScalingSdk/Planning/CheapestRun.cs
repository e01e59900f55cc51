using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Planning;

/// <summary>The least compute for a loss: how much a run of the wrong size wastes.</summary>
/// <remarks>
/// On the frontier of Hoffmann et al. 2022, eq. 4, L = E + K (C/6)^-g with g = alpha beta / (alpha + beta) and
/// K = A G^-alpha + B G^beta; solved for C.
/// </remarks>
internal static class CheapestRun
{
    /// <summary>Size and tokens of the cheapest run to a loss above E.</summary>
    public static (double Parameters, double Tokens) To(ChinchillaForm form, double loss)
    {
        var flops = Flops(form, loss);
        var n = form.OptimalParameters(flops);
        return (n, flops / (6 * n));
    }

    /// <summary>The share of a run's compute that the cheapest run to the same loss saves; 0 where the law has no parametric loss.</summary>
    public static double Saving(IAllocationLaw law, ActiveParameters n, Tokens tokens)
    {
        if (law.Parametric is not { Form: var form } || !(tokens.Count > 0))
            return 0;
        var part = Flops(form, form.Loss(n.Count, tokens.Count)) / (6 * n.Count * tokens.Count);
        return Math.Max(0, Cancellation.Difference(1, part));
    }

    /// <summary>Size and tokens of the cheapest run to the loss of this one; null where the law has no parametric loss.</summary>
    public static (ActiveParameters Size, Tokens Tokens)? AsGoodAs(IAllocationLaw law, ActiveParameters n, Tokens tokens)
    {
        if (law.Parametric is not { Form: var form } || !(tokens.Count > 0))
            return null;
        var (size, needed) = To(form, form.Loss(n.Count, tokens.Count));
        return (new(size), new(needed));
    }

    private static double Flops(ChinchillaForm form, double loss)
    {
        var exponent = form.Alpha * form.Beta / (form.Alpha + form.Beta);
        var k = (form.A * Math.Pow(form.G, -form.Alpha)) + (form.B * Math.Pow(form.G, form.Beta));
        return 6 * Math.Pow(k / (loss - form.E), 1 / exponent);
    }
}
