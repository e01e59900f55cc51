namespace ScalingSdk.Fitting.Data;

public sealed partial record RunSet
{
    /// <summary>What was read, as which quantity, in which unit, and what was dropped, pooled or assumed: one line a kind.</summary>
    public IReadOnlyList<string> Summary =>
    [
        .. ReadingText.Files(Readings),
        .. Readings.Count > 0 && Runs.Count > 0 ? new[] { ReadingText.Counted(Convention, ConventionIsAssumed) } : [],
        .. ReadingText.Notes(Notes),
    ];
}
