namespace ScalingSdk.Reports;

/// <summary>One of the numbers that a plan is asked for: what, how much, how sure, by whom.</summary>
/// <param name="Title">What it is: "tokens".</param>
/// <param name="Value">The number with its unit, as people read it.</param>
internal sealed record PlanAnswer(string Title, string Value)
{
    /// <summary>The ends of its interval: "2.069 .. 2.101"; empty for a point.</summary>
    public string Interval { get; init; } = "";

    /// <summary>True where its law was not observed there.</summary>
    public bool IsOutside { get; init; }

    /// <summary>The law, "given" or "counted".</summary>
    public string Source { get; init; } = "";

    /// <summary>The number with its interval, and a star where its law was not observed: <c>2.084 (2.069 .. 2.101) *</c>.</summary>
    public string Text => Value + (Interval.Length > 0 ? $" ({Interval})" : "") + (IsOutside ? " *" : "");

    /// <summary>The same without a source: it follows from the answers above it.</summary>
    public PlanAnswer Derived() => this with { Source = "" };
}
