namespace ScalingSdk.Fitting.Data;

/// <summary>The rule by which a row was dropped or remarked on.</summary>
public enum RunRule
{
    /// <summary>Dropped: no loss, or fewer than two of N, D and C.</summary>
    Missing,

    /// <summary>Dropped: a cell is not a number with a unit that fits, or is zero or negative.</summary>
    Unreadable,

    /// <summary>Dropped: the loss is not finite, or the run's state says that it failed.</summary>
    Diverged,

    /// <summary>Dropped: the row repeats an earlier one in every field.</summary>
    Duplicate,

    /// <summary>Dropped: the row lies within the warm-up that the options state.</summary>
    WarmUp,

    /// <summary>The data flag the row as an outlier: dropped where the options ask for it.</summary>
    Flagged,

    /// <summary>Kept: the loss is far above that of a run that is smaller in both parameters and tokens.</summary>
    Suspect,

    /// <summary>Kept: the compute is not about 6 N D, so that N or C is probably in another convention.</summary>
    Convention,

    /// <summary>Kept: a value was derived from others, or a convention assumed.</summary>
    Derived,

    /// <summary>Dropped: a point inside a run, of which the last is kept; or a step that was logged again after a resume.</summary>
    InsideRun,

    /// <summary>Dropped: another run of the same size and tokens has a lower loss, and the options ask for the best.</summary>
    NotBest,

    /// <summary>Nothing was read: the file is longer than the reader's bounds, or it is not a table of runs.</summary>
    Refused,
}

/// <summary>What was done with one row of the data, and why.</summary>
/// <param name="Line">The line of the text, from 1; 0 for the whole of it.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Dropped">True where the row is not among the runs.</param>
/// <param name="Text">What was read, what was expected, what to type instead.</param>
public sealed record RunNote(int Line, RunRule Rule, bool Dropped, string Text)
{
    /// <summary>The file, where there are several.</summary>
    public string? Source { get; init; }

    /// <summary>One line of a report.</summary>
    public override string ToString() => (Source is null ? "" : $"'{Source}': ") + (Line > 0
        ? $"line {Line.ToString(System.Globalization.CultureInfo.InvariantCulture)}: {(Dropped ? "dropped" : "kept")} ({Rule}): {Text}"
        : Text);
}
