using ScalingSdk.Laws;

namespace ScalingSdk.Planning;

/// <summary>Between which sizes the loss at a budget is as good as the best: an optimum is a valley, not a point.</summary>
internal static class FlatOptimum
{
    /// <summary>The smaller size at which the loss on C = 6 N D is this part above the least.</summary>
    public static double Least(ChinchillaForm form, double flops, double above)
    {
        var (best, target) = Valley(form, flops, above);
        return Math.Exp(Roots.OfFalling(new Excess(form, flops, target, Side: 1), best - 60, best));
    }

    /// <summary>The larger one.</summary>
    public static double Largest(ChinchillaForm form, double flops, double above)
    {
        var (best, target) = Valley(form, flops, above);
        return Math.Exp(Roots.OfFalling(new Excess(form, flops, target, Side: -1), best, best + 60));
    }

    private static (double Best, double Target) Valley(ChinchillaForm form, double flops, double above)
    {
        var best = Math.Log(form.OptimalParameters(flops));
        return (best, form.Loss(Math.Exp(best), flops / 6 / Math.Exp(best)) * (1 + above));
    }

    // Left of the valley the excess over the target falls; right of it the negated one does.
    private readonly record struct Excess(ChinchillaForm Form, double Flops, double Target, int Side) : IFunction
    {
        public double At(double x) => Side * (Form.Loss(Math.Exp(x), Flops / 6 / Math.Exp(x)) - Target);
    }
}
