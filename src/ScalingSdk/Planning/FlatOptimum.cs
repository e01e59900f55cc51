using ScalingSdk.Laws;

namespace ScalingSdk.Planning;

/// <summary>Between which sizes the least loss of a budget costs little more: an optimum is a valley, not a point.</summary>
internal static class FlatOptimum
{
    /// <summary>The least size that reaches the least loss of this budget with this part more compute.</summary>
    public static double Least(ChinchillaForm form, double flops, double more)
    {
        var best = Math.Log(form.OptimalParameters(flops));
        return Math.Exp(Roots.OfFalling(Excess.Of(form, flops, more, best, side: 1), best - 60, best));
    }

    /// <summary>The largest one.</summary>
    public static double Largest(ChinchillaForm form, double flops, double more)
    {
        var best = Math.Log(form.OptimalParameters(flops));
        return Math.Exp(Roots.OfFalling(Excess.Of(form, flops, more, best, side: -1), best, best + 60));
    }

    // Left of the valley the excess over the allowed compute falls; right of it the negated one does. Too small a size never reaches the loss.
    private readonly record struct Excess(ChinchillaForm Form, double Loss, double Allowed, int Side) : IFunction
    {
        public static Excess Of(ChinchillaForm form, double flops, double more, double best, int side) =>
            new(form, form.Loss(Math.Exp(best), flops / 6 / Math.Exp(best)), Math.Log(flops * (1 + more)), side);

        public double At(double x)
        {
            var tokens = Form.TokensFor(Loss, Math.Exp(x));
            return double.IsNaN(tokens) ? Side * 1e3 : Side * (Math.Log(6 * tokens) + x - Allowed);
        }
    }
}
