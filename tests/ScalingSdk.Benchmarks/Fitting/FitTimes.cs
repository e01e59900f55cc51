using System.Diagnostics;
using System.Globalization;
using ScalingSdk.Fitting;
using ScalingSdk.Fitting.Fits;
using ScalingSdk.Fitting.Reading;
using ScalingSdk.Fitting.Uncertainty;

namespace ScalingSdk.Benchmarks.Fitting;

/// <summary>The three figures of docs/performance.md, in one process: medians of five after one to warm up.</summary>
internal static class FitTimes
{
    private const int Repeats = 5;

    internal static void Run(string file)
    {
        var runs = RunReader.Read(File.ReadAllText(file));
        var fit = LawFit.Chinchilla(runs);
        Report("one converged fit, with diagnostics", 20, () => LawFit.Chinchilla(runs));
        Report("bootstrap, 4,000 resamples", 1, () => Bootstrap.Run(fit, new() { Resampling = Resampling.Runs }));
        Report("published grid, 4,500 starts", 1, () => LawFit.Chinchilla(runs, new() { Starts = StartMethod.PublishedGrid }));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"objective {fit.Diagnostics!.Objective:R}, {Environment.ProcessorCount} processors"));
    }

    private static void Report(string what, int times, Action action)
    {
        action();
        var taken = Enumerable.Range(0, Repeats).Select(_ =>
        {
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < times; i++)
                action();
            return watch.Elapsed.TotalMilliseconds / times;
        }).Order().ToArray();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        for (var i = 0; i < times; i++)
            action();
        var processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / times;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{what}: {taken[Repeats / 2]:0.000} ms ({taken[0]:0.000} to {taken[^1]:0.000}), {processor:0.000} ms of processor time"));
    }
}
