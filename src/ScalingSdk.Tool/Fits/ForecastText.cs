using ScalingSdk.Fitting.Curves;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Json;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Fits;

/// <summary>Forecasts of runs as people and programs read them.</summary>
internal static class ForecastText
{
    public static void Write(IReadOnlyList<(TrainingCurve Curve, CurveForecast Forecast)> forecasts, CurveSet set, IPage page)
    {
        foreach (var (curve, forecast) in forecasts)
        {
            page.Heading($"{curve.Name}: {NumberText.Grouped(curve.Steps.Count)} point{(curve.Steps.Count == 1 ? "" : "s")} to step {NumberText.Grouped(curve.Steps[^1])}");
            page.Line(Sentence(forecast));
            foreach (var finding in forecast.Findings)
                page.Fact("! Finding", finding.Text);
        }

        foreach (var line in set.Summary)
            page.Fact("Read", line);
    }

    public static string Json(IReadOnlyList<(TrainingCurve Curve, CurveForecast Forecast)> forecasts, CurveSet set)
    {
        var json = new JsonWriter().StartObject().Name("forecasts").StartArray();
        foreach (var (curve, forecast) in forecasts)
        {
            json.StartObject().Name("run").Value(curve.Name).Name("points").Value((long)curve.Steps.Count).Name("steps").Value(forecast.Steps).Name("loss").Value(forecast.Loss);
            ReadJson.Range(json.Name("interval"), forecast.Interval);
            json.Name("schedule").Value(forecast.Schedule.ToString().ToLowerInvariant());
            ReadJson.Lines(json, "findings", forecast.Findings.Select(static finding => finding.Text));
            json.EndObject();
        }

        json.EndArray();
        ReadJson.Write(json, set);
        return json.EndObject().ToString();
    }

    private static string Sentence(CurveForecast forecast)
    {
        if (double.IsNaN(forecast.Loss))
            return "No forecast.";
        var interval = forecast.Interval is { } range ? $" ({Number(range.Low)} .. {Number(range.High)}, {NumberText.Percent(range.Coverage)} interval)" : ", without an interval";
        var rate = forecast.Schedule switch
        {
            RateTrend.Constant => "the learning rate stays constant",
            RateTrend.Decaying => "the learning rate decays",
            _ => "what the learning rate does is not known",
        };
        return $"Loss {Number(forecast.Loss)} at step {NumberText.Grouped(forecast.Steps)}{interval}; {rate}.";
    }

    private static string Number(double value) => NumberText.Round(Math.Round(value, 3));
}
