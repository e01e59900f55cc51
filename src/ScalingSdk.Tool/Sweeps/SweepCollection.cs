using System.Globalization;
using System.Text;
using ScalingSdk.Json.Editing;
using ScalingSdk.Text;
using ScalingSdk.Training;

namespace ScalingSdk.Tool.Sweeps;

/// <summary>The ends of the finished runs, one line each: what <c>scaling fit</c> reads. A run is neither lost nor counted twice.</summary>
internal static class SweepCollection
{
    /// <summary>The lines, in the order of the manifest, and the runs that are not among them.</summary>
    public static (string Text, IReadOnlyList<(SweepRun Run, RunState State)> Left) Of(SweepFolder folder)
    {
        var lines = new StringBuilder();
        var left = new List<(SweepRun, RunState)>();
        foreach (var run in folder.Runs)
        {
            var (state, record) = folder.Look(run);
            if (state == RunState.Finished)
                Append(lines, run, record!.Start!, record.Result!);
            else
                left.Add((run, state));
        }

        return (lines.ToString(), left);
    }

    /// <summary>The states of all runs, counted: <c>30 finished, 2 stopped</c>.</summary>
    public static string Summary(IEnumerable<RunState> states) => string.Join(", ", states.GroupBy(static s => s).OrderByDescending(static g => g.Key)
        .Select(static g => $"{NumberText.Grouped(g.Count())} {g.Key.ToString().ToLowerInvariant()}"));

    /// <summary>What to type next, as a line of its own; empty where there is nothing but to wait.</summary>
    public static string WhatNext(SweepFolder folder, IReadOnlyList<RunState> states)
    {
        var (path, command) = (ShellWord.Of(folder.Path), folder.Command is null ? " --command '...'" : "");
        var files = string.Join(' ', folder.Earlier.Select(file => Path.GetRelativePath(".", folder.Of(file)).Replace('\\', '/')).Append(folder.Of("runs.jsonl")).Select(ShellWord.Of));
        var next = states.Any(static state => state.IsToRun()) ? $"scaling sweep resume {path}{command}"
            : states.Contains(RunState.Foreign) ? $"scaling sweep collect {path}, which names the logs of other runs"
            : states.All(static state => state.HasEnded()) ? $"scaling sweep collect {path} && scaling fit {files} -o my-runs.law.json"
            : null;
        return next is null ? "" : $"next: {OutsideText.Neutral(next)}\n";
    }

    // Of a run that was started again after its end the last end counts: the record has that one.
    private static void Append(StringBuilder lines, SweepRun run, RunStart start, RunEnd end)
    {
        var flops = end.Flops is > 0 and < double.PositiveInfinity and var stated ? stated : 6 * start.ActiveParameters * end.Tokens;
        lines.Append(CultureInfo.InvariantCulture,
            $"{{\"record\":\"run\",\"name\":\"{run.Name}\",\"active_parameters\":{start.ActiveParameters:R},\"tokens\":{end.Tokens:R},\"flops\":{flops:R},\"loss\":{end.Loss:R},\"seed\":{run.Seed}");
        if (end.Steps > 0)
            lines.Append(CultureInfo.InvariantCulture, $",\"steps\":{end.Steps}");
        if (start.UniqueTokens is > 0 and < double.PositiveInfinity and var unique)
            lines.Append(CultureInfo.InvariantCulture, $",\"unique_tokens\":{unique:R}");
        if (start.Corpus is { } corpus)
            lines.Append(",\"corpus\":").Append(JsonQuote.Of(corpus));
        if (start.Group is { } group)
            lines.Append(",\"group\":").Append(JsonQuote.Of(group));
        lines.Append(",\"state\":\"finished\"}\n");
    }
}
