namespace ScalingSdk.Fitting.Data;

/// <summary>A column that was read.</summary>
/// <param name="Field">What it holds: <c>N</c>, <c>D</c>, <c>C</c>, <c>loss</c>, ...</param>
/// <param name="Column">Its name in the file.</param>
/// <param name="Unit">Its unit, as it was written or stated; null where a cell is the number itself.</param>
/// <param name="Factor">What a cell was multiplied by.</param>
public sealed record ColumnReading(string Field, string Column, string? Unit, double Factor);

/// <summary>How a file was read: nothing is read in silence.</summary>
public sealed record RunReading
{
    /// <summary>The file.</summary>
    public required string Source { get; init; }

    /// <summary>The format that its content is in.</summary>
    public required string Format { get; init; }

    /// <summary>The columns that were read.</summary>
    public IReadOnlyList<ColumnReading> Columns { get; init; } = [];

    /// <summary>The rows that the file has.</summary>
    public int Rows { get; init; }

    /// <summary>The rows that a condition left out.</summary>
    public int Filtered { get; init; }

    /// <summary>The runs that came of them.</summary>
    public int Runs { get; init; }

    /// <summary>What else was chosen, and the option that chooses otherwise.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
