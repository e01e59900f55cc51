using ScalingSdk.Text;

namespace ScalingSdk.Planning;

/// <summary>A figure as code of any language declares it.</summary>
internal static class FigureConstant
{
    /// <summary>True for a 64-bit integer; else the constant is a double.</summary>
    public static bool IsWhole(Figure figure) =>
        figure is { Kind: FigureKind.Count, Exact: { } exact } && exact >= long.MinValue && exact <= long.MaxValue;

    /// <summary>What hovering shows, a paragraph each, as plain text.</summary>
    public static IEnumerable<string> Explain(Figure figure)
    {
        yield return $"{figure.Title}: {figure.Number} {figure.Unit}".TrimEnd();
        yield return $"Formula: {figure.Formula}";
        if (figure.Inputs.Count > 0)
            yield return $"Inputs: {string.Join(", ", figure.Inputs.Select(static input => Figure.NameInCode(input.Name)))}";
        yield return $"Source: {figure.Source}";
        if (figure.Range is { } range)
            yield return $"Range: {NumberText.Compact(range.Low)} to {NumberText.Compact(range.High)}, {range.Meaning}";
        if (figure.Validity.Length > 0)
            yield return $"Validity: {figure.Validity}";
    }
}
