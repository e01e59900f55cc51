using ScalingSdk.Text;

namespace ScalingSdk.Training;

/// <summary>SCALE7002: a loss that is not finite, or that stays a quarter above the least smoothed loss for 1 % of the run.</summary>
/// <remarks>A spike that heals is no divergence.</remarks>
internal sealed class DivergenceWatch(double plannedTokens)
{
    private const double Rise = 0.25;
    private const double Span = 0.005;
    private const double Sustained = 0.01;
    private const int FewestValues = 10;
    private readonly Smoothed _loss = new(Span * plannedTokens);
    private readonly Episode _rise = new(Sustained * plannedTokens);
    private readonly Episode _notFinite = new(0);
    private double _least = double.PositiveInfinity;

    internal string? Observe(double tokens, double sinceLast, double loss)
    {
        var finite = double.IsFinite(loss) && loss > 0;
        if (_notFinite.Holds(!finite, tokens))
            return $"the loss is '{NumberText.Round(loss)}' at '{NumberText.Compact(tokens)}' tokens; go back to the last checkpoint with a lower learning rate";
        if (!finite)
            return null;
        _loss.Add(Math.Log(loss), sinceLast);
        if (_loss.Count < FewestValues)
            return null;
        var smoothed = _loss.Mean;
        _least = Math.Min(_least, smoothed);
        return _rise.Holds(smoothed - (2 * _loss.Error) > _least + Math.Log(1 + Rise), tokens)
            ? $"the smoothed loss '{NumberText.Round(Math.Round(Math.Exp(smoothed), 4))}' at '{NumberText.Compact(tokens)}' tokens has stayed more than '25 %' above its least, "
                + $"'{NumberText.Round(Math.Round(Math.Exp(_least), 4))}'; go back to a checkpoint before the rise with a lower learning rate"
            : null;
    }
}
