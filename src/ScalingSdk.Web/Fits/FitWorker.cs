using System.Diagnostics;
using System.Runtime.InteropServices.JavaScript;
using ScalingSdk.Fitting;
using ScalingSdk.Fitting.Fits;
using ScalingSdk.Fitting.Reading;
using ScalingSdk.Fitting.Uncertainty;
using ScalingSdk.Text;
using ScalingSdk.Tool.Fits;

namespace ScalingSdk.Web.Fits;

/// <summary>Fits runs in a runtime of its own, which <c>fit-worker.js</c> starts: what it says, the page shows.</summary>
internal static partial class FitWorker
{
    private const string Module = "fit-worker";

    /// <summary>Resamples where time allows, as the tool draws them; and the fewest that an interval is shown for.</summary>
    private const int Most = 4000, Fewest = 200;

    private const int Probe = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>Reads and fits; returns a <see cref="FitReport"/>, or what the page has to ask first.</summary>
    [JSExport]
    internal static string Fit(byte[] content, string name, string options)
    {
        var asked = FitRequest.Read(options);
        Say("reading", name);
        using var stream = new MemoryStream(content, writable: false);
        var runs = RunReader.Read(stream, new() { Source = name, Where = asked.Where is { Length: > 0 } where ? [where] : [] });
        if (runs.Refusal is { } refusal)
            return FitReport.Refused(refusal).Write(asked.Width);
        if (runs.Runs.Count == 0)
            return FitReport.Refused($"'{name}' has no runs: {string.Join("; ", runs.Summary)}").Write(asked.Width);
        if (runs.Corpora.Count > 1 && !asked.Pool)
            return FitReport.Asking(name, runs).Write(asked.Width);
        Say("fitting", NumberText.Grouped(runs.Runs.Count));
        var fit = LawFit.Fit(asked.Form, runs);
        var run = new RunFit(null, fit, fit.Diagnostics is null ? null : Sample(fit, asked.Resamples));
        return FitReport.Of(run).Write(asked.Width);
    }

    [JSImport("say", Module)]
    private static partial void Say(string kind, string text);

    // As many as this machine draws in the time that people wait: a few are timed first.
    private static LawSample Sample(FitResult fit, int? resamples)
    {
        var count = resamples ?? Affordable(fit);
        var solved = 0;
        return Bootstrap.Run(fit, new()
        {
            Resamples = count,
            MaxThreads = 1,
            Solved = () =>
            {
                if (++solved % Probe == 0)
                    Say("resampling", $"{NumberText.Grouped(solved)}/{NumberText.Grouped(count)}");
            },
        });
    }

    private static int Affordable(FitResult fit)
    {
        var watch = Stopwatch.StartNew();
        Bootstrap.Run(fit, new() { Resamples = Probe, MaxThreads = 1 });
        var each = watch.Elapsed / Probe;
        return (int)Math.Clamp(Patience / each, Fewest, Most);
    }
}
