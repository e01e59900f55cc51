using ScalingSdk.Laws;

namespace ScalingSdk.Planning;

/// <summary>Between which sizes the least loss of a budget costs little more: an optimum is a valley, not a point.</summary>
internal static class FlatOptimum
{
    /// <summary>The sizes on both sides that reach the least loss of this budget with this part more compute.</summary>
    public static (double Least, double Most) Of(ChinchillaForm form, double flops, double more)
    {
        var best = Math.Log(form.OptimalParameters(flops));
        var loss = form.Loss(Math.Exp(best), flops / 6 / Math.Exp(best));
        var allowed = Math.Log(flops * (1 + more));
        var least = Roots.OfFalling(new Excess(form, loss, allowed, Side: 1), best - 60, best);
        var most = Roots.OfFalling(new Excess(form, loss, allowed, Side: -1), best, best + 60);
        return (Math.Exp(least), Math.Exp(most));
    }

    // Left of the valley the excess over the allowed compute falls; right of it the negated one does. Too small a size never reaches the loss.
    private readonly record struct Excess(ChinchillaForm Form, double Loss, double Allowed, int Side) : IFunction
    {
        public double At(double x)
        {
            var tokens = Form.TokensFor(Loss, Math.Exp(x));
            return double.IsNaN(tokens) ? Side * 1e3 : Side * (Math.Log(6 * tokens) + x - Allowed);
        }
    }
}
