using ScalingSdk.Text;

namespace ScalingSdk.Planning;

/// <summary>Rows of numbers that belong together: what each epoch is worth, the batch over the run, laws side by side.</summary>
public sealed record PlanTable
{
    /// <summary>The stable name in the plan's JSON: <c>epochs</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The same as people read it.</summary>
    public required string Title { get; init; }

    /// <summary>How the rows were computed.</summary>
    public required string Formula { get; init; }

    /// <summary>Whose they are.</summary>
    public required string Source { get; init; }

    /// <summary>The columns.</summary>
    public required IReadOnlyList<PlanColumn> Columns { get; init; }

    /// <summary>The rows: a cell for each column.</summary>
    public required IReadOnlyList<IReadOnlyList<PlanCell>> Rows { get; init; }
}

/// <summary>A column of a table.</summary>
/// <param name="Key">Its stable name in the plan's JSON.</param>
/// <param name="Title">The same as people read it.</param>
/// <param name="Unit">The unit of its numbers; empty for ratios and text.</param>
public sealed record PlanColumn(string Key, string Title, string Unit = "");

/// <summary>A number, a text, or neither where a law has no answer.</summary>
public readonly record struct PlanCell
{
    /// <summary>The number, rounded to 12 significant digits.</summary>
    public double? Number { get; private init; }

    /// <summary>The text.</summary>
    public string? Text { get; private init; }

    /// <summary>A number; nothing where it is not finite.</summary>
    public static PlanCell Of(double? value) => value is { } number && !double.IsNaN(number) && !double.IsInfinity(number)
        ? new() { Number = NumberText.RoundTo12(number) }
        : default;

    /// <summary>A text.</summary>
    public static PlanCell Of(string text) => new() { Text = text };

    /// <summary>The cell as people read it: three significant digits.</summary>
    public override string ToString() => Text ?? (Number is { } number ? NumberText.Compact(number) : "");
}
