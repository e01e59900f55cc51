using ScalingSdk.Text;
using ScalingSdk.Training;

namespace ScalingSdk.Tool.Sweeps;

/// <summary>What the log of a run says. Of a log that holds lines of several runs those count that bear the run's name.</summary>
internal static class SweepLog
{
    /// <summary>A run may end on the last whole batch before its planned tokens, or after it.</summary>
    private const double TokensOff = 0.1;

    /// <summary>How far a run is, and its record where its log can be read.</summary>
    public static (RunState State, RunRecord? Record) Look(string path, SweepRun run)
    {
        if (IsLocked(path + ".lock"))
            return (RunState.Running, null);
        if (!File.Exists(path))
            return (RunState.Missing, null);
        if (LogEnds.Read(path) is not { } text)
            return (RunState.Stopped, null);
        var record = RunRecord.Read(text, run.Name);
        return (StateOf(run, record), record);
    }

    private static RunState StateOf(SweepRun run, RunRecord record) => record switch
    {
        { Result: null } => record.LinesOfOthers > 0 ? RunState.Foreign : RunState.Stopped,
        { Start.ActiveParameters: > 0 and < double.PositiveInfinity, Result.Loss: var loss } when !double.IsFinite(loss) => RunState.Diverged,
        { Start.ActiveParameters: > 0 and < double.PositiveInfinity, Result.Tokens: var tokens } when Math.Abs((tokens / run.Tokens) - 1) <= TokensOff => RunState.Finished,
        _ => RunState.Foreign,
    };

    /// <summary>What a log lacks to be that of its run, as clauses.</summary>
    public static string WhatIsMissing(RunRecord? record, SweepRun run)
    {
        if (record?.Result is not { } end)
            return "its lines bear the name of another run";
        var missing = new List<string>();
        if (record.Start is not { ActiveParameters: > 0 and < double.PositiveInfinity })
            missing.Add("it does not say the parameters: write \"N\" or \"active_parameters\"");
        if (double.IsNaN(end.Tokens))
            missing.Add("its end does not say the tokens: write \"D\" or \"tokens\"");
        else if (Math.Abs((end.Tokens / run.Tokens) - 1) > TokensOff)
            missing.Add($"it ends at {NumberText.Compact(end.Tokens)} tokens, the manifest says {NumberText.Compact(run.Tokens)}");
        return missing.Count == 0 ? "it is of another run" : string.Join("; ", missing);
    }

    // The writer of a log holds a file beside it: see RunLog. Who may not open that file cannot start the run again either.
    private static bool IsLocked(string path)
    {
        if (!File.Exists(path))
            return false;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return File.Exists(path);
        }
    }
}
