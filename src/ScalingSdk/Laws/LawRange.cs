namespace ScalingSdk.Laws;

/// <summary>Smallest and largest value that a law's runs had.</summary>
public readonly record struct Bounds(double Least, double Most)
{
    /// <summary>A quantity that the law's runs do not bound.</summary>
    public static Bounds Any { get; } = new(0, double.PositiveInfinity);

    /// <summary>1 inside; outside the factor to the nearer bound: 40 is forty times beyond. NaN where the value is not positive and finite.</summary>
    public double FactorOutside(double value)
    {
        if (!Positive.Is(value))
            return double.NaN;
        if (value > Most)
            return value / Most;
        return value < Least ? Least / value : 1;
    }
}

/// <summary>Smallest and largest value of a symbol in the law's runs.</summary>
/// <param name="Symbol">The symbol, with its unit.</param>
/// <param name="Bounds">Its values.</param>
public sealed record SymbolRange(Symbol Symbol, Bounds Bounds)
{
    /// <summary>Why the law has no answer outside, as a clause; null where it extrapolates.</summary>
    public string? WhyNoneOutside { get; init; }
}

/// <summary>The range that a law was observed in: parameters in its own convention, tokens, compute in FLOP.</summary>
public sealed record LawRange(Bounds Parameters, Bounds Tokens, Bounds Compute)
{
    /// <summary>No bounds: for algebra that holds everywhere.</summary>
    public static LawRange Any { get; } = new(Bounds.Any, Bounds.Any, Bounds.Any);

    /// <summary>How far outside a model of this size lies, in the law's own convention.</summary>
    public Extrapolation OfParameters(double parameters) => new(Parameters.FactorOutside(parameters), 1, 1);

    /// <summary>How far outside a run of this size and these tokens lies.</summary>
    public Extrapolation OfRun(double parameters, double tokens) =>
        new(Parameters.FactorOutside(parameters), Tokens.FactorOutside(tokens), 1);

    /// <summary>How far outside a compute budget in FLOP lies.</summary>
    public Extrapolation OfCompute(double flops) => new(1, 1, Compute.FactorOutside(flops));

    /// <summary>How far outside a budget lies: by the compute of the runs where the law bounds it, otherwise by its best run.</summary>
    internal Extrapolation OfOptimum(double flops, double parameters, double tokens) =>
        Compute == Bounds.Any ? OfRun(parameters, tokens) : OfCompute(flops);

    /// <summary>How far outside a run lies in tokens alone.</summary>
    public Extrapolation OfTokens(double tokens) => new(1, Tokens.FactorOutside(tokens), 1);
}

/// <summary>How many times outside the observed range an answer lies, by parameters, tokens and compute; 1 is inside.</summary>
public readonly record struct Extrapolation(double Parameters, double Tokens, double Compute)
{
    private readonly double _beyondUnique;

    /// <summary>How many times outside by unique tokens, for a law that takes these; 1 is inside.</summary>
    public double Unique
    {
        get => _beyondUnique + 1;
        init => _beyondUnique = value - 1;
    }

    /// <summary>Inside the observed range.</summary>
    public static Extrapolation None { get; } = new(1, 1, 1);

    /// <summary>True where the answer lies inside the observed range.</summary>
    public bool Inside => Parameters <= 1 && Tokens <= 1 && Compute <= 1 && Unique <= 1;

    /// <summary>The farther of two on each axis.</summary>
    internal Extrapolation And(Extrapolation other) =>
        new(Math.Max(Parameters, other.Parameters), Math.Max(Tokens, other.Tokens), Math.Max(Compute, other.Compute)) { Unique = Math.Max(Unique, other.Unique) };

    // Neither the default nor a factor of NaN.
    internal bool IsSet => Parameters > 0 && Tokens > 0 && Compute > 0;

    /// <summary>"inside the observed range", or "extrapolated by 40x in N, 3x in D".</summary>
    public override string ToString() => Inside ? "inside the observed range" : "extrapolated by " + Factors;

    /// <summary>The axes outside the range with their factors: "40x in N, 3x in D"; empty inside.</summary>
    public string Factors => Joined(Joined(Of(Parameters, "N"), Of(Tokens, "D")), Joined(Of(Unique, "U"), Of(Compute, "C")));

    private static string Joined(string one, string other) => one.Length == 0 ? other : other.Length == 0 ? one : $"{one}, {other}";

    private static string Of(double factor, string axis) => factor > 1
        ? $"{Math.Max(1.01, factor).ToString(factor < 1.05 ? "0.00" : factor < 10 ? "0.0" : "0", System.Globalization.CultureInfo.InvariantCulture)}x in {axis}"
        : "";
}
