namespace ScalingSdk.Laws;

/// <summary>The runs that reach a loss by a law that is a formula: at a size, with given tokens, or with the least compute.</summary>
internal sealed class FormulaReach(FormulaSurface surface)
{
    internal const double LeastSize = 1e3;
    internal const double MostSize = 1e16;
    internal const double MostTokens = 1e18;

    /// <summary>The least tokens with which a size reaches the loss; NaN where it does not.</summary>
    internal double Tokens(double n, double loss) =>
        FormulaSurface.FirstAtMost(log => surface.At(n, Math.Exp(log)).Value, loss, LeastSize, MostTokens);

    /// <summary>The least size that reaches the loss with these tokens; NaN where none does.</summary>
    internal double Parameters(double d, double loss) =>
        FormulaSurface.FirstAtMost(log => surface.At(Math.Exp(log), d).Value, loss, LeastSize, MostSize);

    /// <summary>The run of least compute that reaches the loss; NaN where none does, or where no compute has a best size.</summary>
    internal (double Parameters, double Tokens) Cheapest(double loss)
    {
        var flops = FormulaSurface.FirstAtMost(log => Best(Math.Exp(log)).Loss, loss, 6 * LeastSize * LeastSize, 6 * MostSize * MostSize);
        var n = double.IsNaN(flops) ? double.NaN : Best(flops).Size;
        return (n, flops / (6 * n));
    }

    private (double Size, double Loss) Best(double flops)
    {
        var n = surface.BestSize(flops, LeastSize, Math.Min(MostSize, flops / (6 * LeastSize)));
        return (n, double.IsNaN(n) ? double.NaN : surface.At(n, flops / (6 * n)).Value);
    }
}
