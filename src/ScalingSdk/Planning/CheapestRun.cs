using ScalingSdk.Laws;
using ScalingSdk.Models;

namespace ScalingSdk.Planning;

/// <summary>The least compute for the loss of a run: how much a run of the wrong size wastes.</summary>
internal static class CheapestRun
{
    /// <summary>The share of a run's compute that the cheapest run to the same loss saves; 0 where the law has no parametric loss.</summary>
    /// <remarks>
    /// On the frontier of Hoffmann et al. 2022, eq. 4, L = E + K (C/6)^-g with g = alpha beta / (alpha + beta) and
    /// K = A G^-alpha + B G^beta; solved for C at the run's own loss.
    /// </remarks>
    public static double Saving(IAllocationLaw law, ActiveParameters n, Tokens tokens)
    {
        if (law is not ParametricLaw { Form: var form } || !(tokens.Count > 0))
            return 0;
        var exponent = form.Alpha * form.Beta / (form.Alpha + form.Beta);
        var k = (form.A * Math.Pow(form.G, -form.Alpha)) + (form.B * Math.Pow(form.G, form.Beta));
        var reducible = form.Loss(n.Count, tokens.Count) - form.E;
        var least = 6 * Math.Pow(k / reducible, 1 / exponent);
        return Math.Max(0, 1 - (least / (6 * n.Count * tokens.Count)));
    }
}
