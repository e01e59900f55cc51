using System.Globalization;
using System.Numerics;
using ScalingSdk.Laws;
using ScalingSdk.Text;

namespace ScalingSdk.Planning;

/// <summary>How a figure is typed where code reads it.</summary>
public enum FigureKind
{
    /// <summary>A whole number: <c>long</c>.</summary>
    Count,

    /// <summary>A real number rounded to 12 significant digits: <c>double</c>.</summary>
    Real,
}

/// <summary>A number of the plan with everything that a reader needs to trust it.</summary>
public sealed record Figure
{
    /// <summary>The key by which a plan is asked for it.</summary>
    public required FigureKey Declared { get; init; }

    /// <summary>The stable name in the plan's JSON: <c>overfitting_threshold_tokens</c>.</summary>
    public string Key => Declared.Name;

    /// <summary>The same as people read it: "Overfitting threshold".</summary>
    public required string Title { get; init; }

    /// <summary>Whole or real.</summary>
    public required FigureKind Kind { get; init; }

    /// <summary>The value, rounded to 12 significant digits where it was computed.</summary>
    public required double Value { get; init; }

    /// <summary>The exact value of a count.</summary>
    public BigInteger? Exact { get; init; }

    /// <summary>"tokens", "parameters", "FLOP", "nats per token", "" for a plain ratio.</summary>
    public required string Unit { get; init; }

    /// <summary>Which of several ways to count it is: "6ND", "active parameters"; empty where there is one way.</summary>
    public string Convention { get; init; } = "";

    /// <summary>How it was computed, with the inputs' values; a law's own equation where a law answered.</summary>
    public required string Formula { get; init; }

    /// <summary>Whose it is: law, equation and constants, or "counted" or "given".</summary>
    public required string Source { get; init; }

    /// <summary>The figures that it was computed from.</summary>
    public IReadOnlyList<FigureKey> Inputs { get; init; } = [];

    /// <summary>Arithmetic over the names of the inputs that gives the value; null where a law answered, and for what is given or counted.</summary>
    public string? Expression { get; init; }

    /// <summary>The law, the equation and the numbers that went in, where a law answered.</summary>
    public Source Answer { get; init; }

    /// <summary>The id of the law that answered: <c>kaplan-2020</c>; null where none did.</summary>
    public string? Law { get; init; }

    /// <summary>Where the value lies, where that is known; null for a point without an interval.</summary>
    public FigureRange? Range { get; init; }

    /// <summary>How far outside the observed range of its law it lies; null for what is counted or given.</summary>
    public Extrapolation? Outside { get; init; }

    /// <summary>The same in words: "extrapolated by 40x in N"; empty for what is counted or given.</summary>
    public string Validity => Outside?.ToString() ?? "";

    /// <summary>The name of the constant in code: <c>OverfittingThresholdTokens</c>.</summary>
    public string ConstantName => Declared.ConstantName;

    /// <summary>The value as code writes it without suffix, the same in every host.</summary>
    public string Number => Exact is { } exact
        ? exact >= long.MinValue && exact <= long.MaxValue ? ((long)exact).ToString(CultureInfo.InvariantCulture) : exact.ToString(CultureInfo.InvariantCulture)
        : NumberText.Round(Value);

    /// <summary>What code calls a key: <c>optimal_tokens</c> is <c>OptimalTokens</c>.</summary>
    internal static string NameInCode(string key)
    {
        var name = new char[key.Length];
        var length = 0;
        for (var i = 0; i < key.Length; i++)
        {
            if (key[i] != '_')
                name[length++] = i == 0 || key[i - 1] == '_' ? char.ToUpperInvariant(key[i]) : key[i];
        }

        return new string(name, 0, length);
    }
}

/// <summary>The ends of a figure.</summary>
/// <param name="Low">The lower end, rounded to 12 significant digits.</param>
/// <param name="High">The upper end, rounded to 12 significant digits.</param>
/// <param name="Meaning">What the ends are: "90 % interval of 250 joint draws", "with utilization".</param>
public sealed record FigureRange(double Low, double High, string Meaning)
{
    /// <summary>True where the ends are a statistical interval, not those of an assumption.</summary>
    public bool IsInterval { get; init; }
}
