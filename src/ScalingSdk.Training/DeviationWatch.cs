using ScalingSdk.Text;

namespace ScalingSdk.Training;

/// <summary>SCALE7001: after the first 5 % of the run, the smoothed loss stays outside the forecast's interval for 2 % of it.</summary>
/// <remarks>The residual of the forecast is smoothed, not the loss: the average of a falling loss lags behind it.</remarks>
internal sealed class DeviationWatch(RunForecast forecast)
{
    // The loss of the warm-up falls by nats, at a moment that the first steps decide.
    private const double From = 0.05;
    private const double Sustained = 0.02;
    private const double Span = 0.01;
    private readonly Smoothed _residual = new(Span * forecast.Tokens.Count);
    private readonly Episode _episode = new(Sustained * forecast.Tokens.Count);

    internal string? Observe(double tokens, double sinceLast, double loss)
    {
        if (tokens < From * forecast.Tokens.Count || forecast.At(tokens) is not { } expected)
            return null;
        _residual.Add(Math.Log(loss / expected.Median), sinceLast);
        var (residual, error) = (_residual.Mean, 2 * _residual.Error);
        var above = residual - error > Math.Log(expected.High / expected.Median);
        var below = residual + error < Math.Log(expected.Low / expected.Median);
        return _episode.Holds(above || below, tokens)
            ? Describe(expected.Median * Math.Exp(residual), expected, above, tokens)
            : null;
    }

    internal string? AtEnd(double loss)
    {
        var end = forecast.End;
        return loss > end.High || loss < end.Low ? Describe(loss, end, loss > end.High, forecast.Tokens.Count) : null;
    }

    private string Describe(double loss, Laws.Interval expected, bool above, double tokens)
    {
        var whose = tokens >= forecast.Tokens.Count || forecast.Curve is null ? forecast.Source : $"{forecast.Source} with the shape of {forecast.Curve.Source}";
        var look = above ? "look at the learning rate, the batch and the data" : "look for evaluation text within the training text, and whether the forecast is of this data";
        return $"the loss '{NumberText.Round(Math.Round(loss, 4))}' at '{NumberText.Compact(tokens)}' tokens lies {(above ? "above" : "below")} the forecast "
            + $"'{NumberText.Round(Math.Round(expected.Low, 4))}' to '{NumberText.Round(Math.Round(expected.High, 4))}' ({whose}); {look}";
    }
}
