using ScalingSdk.Laws;

namespace ScalingSdk.Tool.LawValues;

/// <summary>An equation of a law with numbers for its symbols.</summary>
/// <param name="Equation">The equation.</param>
/// <param name="From">What went in, in its order; those that are not known are missing.</param>
/// <param name="Value">Its value; null where an input is not known, or the numbers give none.</param>
/// <param name="Outside">How far outside the law's runs the inputs lie.</param>
internal sealed record LawValue(Equation Equation, IReadOnlyList<LawInput> From, double? Value, Extrapolation Outside)
{
    /// <summary>What of the inputs lies outside the law's runs on another axis than N, D and C.</summary>
    public IReadOnlyList<string> Beyond => [.. From.SelectMany(static input => input.Beyond).Distinct(StringComparer.Ordinal)];

    /// <summary>Why there is no value although every input is known, as a clause; null where there is one, or nothing is known of it.</summary>
    public string? WhyNone { get; init; }

    /// <summary>The inputs that the question does not give.</summary>
    public IReadOnlyList<Symbol> Missing =>
        [.. Equation.Inputs.Where(symbol => !From.Any(input => string.Equals(input.Name, symbol.Name, StringComparison.Ordinal)))];
}
