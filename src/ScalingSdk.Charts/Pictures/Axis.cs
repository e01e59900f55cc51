namespace ScalingSdk.Charts.Pictures;

/// <summary>An axis: powers of ten are evenly spaced where it is logarithmic.</summary>
internal sealed record Axis(string Title, bool Logarithmic)
{
    /// <summary>Where it starts and ends; null follows the values.</summary>
    public (double From, double To)? Ends { get; init; }

    /// <summary>The names of the values 0, 1, 2 and so on; empty on an axis of numbers.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
}

/// <summary>The values of an axis in another unit.</summary>
internal sealed record SecondAxis(string Title, IReadOnlyList<(double X, string Label)> Ticks);
