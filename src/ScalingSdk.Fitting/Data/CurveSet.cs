using ScalingSdk.Quantities;

namespace ScalingSdk.Fitting.Data;

/// <summary>Curves and a note for every row that was dropped.</summary>
/// <param name="Curves">The curves.</param>
/// <param name="Notes">Row by row, what was dropped or remarked on.</param>
public sealed record CurveSet(IReadOnlyList<TrainingCurve> Curves, IReadOnlyList<RunNote> Notes)
{
    /// <summary>How each file was read.</summary>
    public IReadOnlyList<RunReading> Readings { get; init; } = [];

    /// <summary>What N of the curves counts; null where nothing says it.</summary>
    public ParameterConvention? Convention { get; init; }

    /// <summary>The corpora of the curves, where a column names them.</summary>
    public IReadOnlyList<string> Corpora { get; init; } = [];

    /// <summary>Why there are no curves; null where the file was read.</summary>
    public string? Refusal { get; init; }

    /// <summary>What was read, as which quantity, in which unit, and what was dropped: one line a kind.</summary>
    public IReadOnlyList<string> Summary =>
    [
        .. ReadingText.Files(Readings),
        .. Curves.Any(static curve => curve.Parameters is not null) ? new[] { ReadingText.Counted(Convention ?? ParameterConvention.Active, Convention is null) } : [],
        .. ReadingText.Notes(Notes),
    ];

    /// <summary>The curves of several files.</summary>
    public static CurveSet Join(IReadOnlyList<CurveSet> sets) => new([.. sets.SelectMany(static set => set.Curves)], [.. sets.SelectMany(static set => set.Notes)])
    {
        Readings = [.. sets.SelectMany(static set => set.Readings)],
        Corpora = [.. sets.SelectMany(static set => set.Corpora).Distinct(StringComparer.Ordinal)],
        Convention = sets.Select(static set => set.Convention).FirstOrDefault(static convention => convention is not null),
        Refusal = sets.Select(static set => set.Refusal).FirstOrDefault(static why => why is not null),
    };
}
