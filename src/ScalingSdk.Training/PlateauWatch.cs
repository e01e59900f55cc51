using ScalingSdk.Text;

namespace ScalingSdk.Training;

/// <summary>SCALE7003: over a tenth of the run the loss falls by less than a third of what the forecast falls, beyond the noise.</summary>
/// <remarks>A loss that a forecast says is flat (a rate that is constant or spent) is no plateau: without a curve nothing is told.</remarks>
internal sealed class PlateauWatch(RunForecast forecast)
{
    private const double Window = 0.1;
    private const double From = 0.2;
    private const double LeastFall = 0.005;
    private readonly Queue<(double Tokens, double Loss, double Forecast)> _window = new();
    private readonly Episode _episode = new(0);

    internal string? Observe(double tokens, double loss)
    {
        var planned = forecast.Tokens.Count;
        if (forecast.Curve is null || forecast.At(tokens) is not { } expected)
            return null;
        _window.Enqueue((tokens, Math.Log(loss), Math.Log(expected.Median)));
        while (tokens - _window.Peek().Tokens > Window * planned)
            _window.Dequeue();
        if (tokens < From * planned || tokens - _window.Peek().Tokens < 0.9 * Window * planned || _window.Count < 20)
            return null;

        var middle = tokens - (Window * planned / 2);
        var (before, after) = (Half(point => point.Tokens < middle), Half(point => point.Tokens >= middle));
        if (before.Count < 5 || after.Count < 5)
            return null;
        var error = Math.Sqrt((before.Variance / before.Count) + (after.Variance / after.Count));
        var (fell, should) = (before.Loss - after.Loss, before.Forecast - after.Forecast);
        return _episode.Holds(should > Math.Max(LeastFall, 4 * error) && fell + (2 * error) < should / 3, tokens)
            ? $"over the last '{NumberText.Compact(Window * planned)}' tokens the loss fell by '{NumberText.Percent(Math.Max(0, fell))}' where '{NumberText.Percent(should)}' were forecast "
                + $"({forecast.Curve.Source}); look at the learning rate and at the order of the data"
            : null;
    }

    private (int Count, double Loss, double Forecast, double Variance) Half(Func<(double Tokens, double Loss, double Forecast), bool> which)
    {
        var points = _window.Where(which).ToList();
        if (points.Count == 0)
            return default;
        double loss = points.Average(static p => p.Loss), expected = points.Average(static p => p.Forecast);
        var variance = points.Sum(p => Math.Pow(p.Loss - loss - (p.Forecast - expected), 2)) / Math.Max(1, points.Count - 1);
        return (points.Count, loss, expected, variance);
    }
}
