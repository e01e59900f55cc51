using System.Runtime.CompilerServices;
using ScalingSdk.Laws;

namespace ScalingSdk.Training.Tests;

/// <summary>What tests are made of.</summary>
internal static class Made
{
    internal static RunEnd End { get; } = new(20, 10_240, 1.25);

    internal static RunStart Start(string name = "a") =>
        new() { Name = name, ActiveParameters = 124_000, PlannedTokens = 10_240, Corpus = "xml", Seed = 7, LearningRate = 0.012 };

    internal static Interval Around(double loss, double part = 0.02) => new(loss * (1 - part), loss, loss * (1 + part), 0.9);

    internal static string FileIn(string folder, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, folder);

    /// <summary>A run of 1,000 steps of 1,000 tokens whose loss a function gives of the part of the run, with noise of 2 %.</summary>
    internal static IEnumerable<RunPoint> Steps(Func<double, double> loss, int seed = 1)
    {
        var random = new Random(seed);
        for (var step = 1; step <= 1000; step++)
        {
            var noise = 0.02 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            yield return new(step, step * 1000.0, loss(step / 1000.0) * Math.Exp(noise));
        }
    }

    internal static List<RunEvent> Observe(this RunMonitor monitor, IEnumerable<RunPoint> points) =>
        [.. points.SelectMany(point => monitor.Observe(point.Step, point.Tokens, point.Loss))];
}
