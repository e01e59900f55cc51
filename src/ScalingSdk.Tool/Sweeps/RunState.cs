namespace ScalingSdk.Tool.Sweeps;

/// <summary>How far a run of a sweep is.</summary>
internal enum RunState
{
    /// <summary>It has no log.</summary>
    Missing,

    /// <summary>Slurm has its task, which has not begun.</summary>
    Queued,

    /// <summary>Another process writes its log.</summary>
    Running,

    /// <summary>Its log has no end: it was killed, or failed.</summary>
    Stopped,

    /// <summary>It ended with a loss that is no number.</summary>
    Diverged,

    /// <summary>Its log is of another run than the manifest says.</summary>
    Foreign,

    /// <summary>It ended.</summary>
    Finished,
}

internal static class RunStates
{
    /// <summary>Nothing is left to do for the run: a diverged one diverges again.</summary>
    public static bool HasEnded(this RunState state) => state is RunState.Finished or RunState.Diverged;

    /// <summary>A resume is to run it; one whose log is of another run needs its owner first.</summary>
    public static bool IsToRun(this RunState state) => state is RunState.Missing or RunState.Stopped;
}
