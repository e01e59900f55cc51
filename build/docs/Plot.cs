namespace ScalingSdk.Docs;

/// <summary>What a page shows: curves and measured points over two axes, and the same in words for who does not see it.</summary>
internal sealed record Plot(string Title, string Description, Axis X, Axis Y, IReadOnlyList<Curve> Curves)
{
    /// <summary>Measured or published points, drawn as rings.</summary>
    public PointSet? Points { get; init; }

    /// <summary>An interval, filled.</summary>
    public PlotBand? Band { get; init; }
}

/// <summary>An axis from one value to another, logarithmic unless it says otherwise.</summary>
internal sealed record Axis(string Label, double From, double To, bool Linear = false)
{
    /// <summary>Where a value lies: 0 at the start, 1 at the end.</summary>
    public double Share(double value) => Linear
        ? (value - From) / (To - From)
        : Math.Log(value / From) / Math.Log(To / From);

    /// <summary>The value at a share of the axis.</summary>
    public double At(double share) => Linear ? From + (share * (To - From)) : From * Math.Pow(To / From, share);
}

/// <summary>y of x by a law; NaN leaves a gap.</summary>
internal sealed record Curve(string Label, Func<double, double> Y);

/// <summary>What lies between two functions of x.</summary>
internal sealed record PlotBand(string Label, Func<double, double> Low, Func<double, double> High);

/// <summary>Points with the name of where they come from.</summary>
internal sealed record PointSet(string Label, IReadOnlyList<(double X, double Y)> Values);
