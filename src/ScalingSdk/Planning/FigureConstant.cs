using ScalingSdk.Text;

namespace ScalingSdk.Planning;

/// <summary>A figure as code of any language declares it.</summary>
internal static class FigureConstant
{
    /// <summary>True for a 64-bit integer; otherwise the constant is a double.</summary>
    public static bool IsWhole(Figure figure) =>
        figure is { Kind: FigureKind.Count, Exact: { } exact } && exact >= long.MinValue && exact <= long.MaxValue;

    /// <summary>What hovering shows, a paragraph each, as plain text; the inputs are apart, for code can refer to them.</summary>
    public static IEnumerable<string> Explain(Figure figure)
    {
        yield return Sentence(figure);
        yield return $"Formula: {figure.Formula}";
        yield return $"Source: {figure.Source}";
        if (figure.Range is { } range)
            yield return $"Range: {NumberText.Compact(range.Low)} to {NumberText.Compact(range.High)}, {range.Meaning}";
        if (figure.Validity.Length > 0)
            yield return $"Validity: {figure.Validity}";
    }

    /// <summary>Counts to the last digit, other numbers to three: "Overfitting threshold: 3,685,469,778 unique tokens = 5e3 N^0.74 with N = 84,934,656 (kaplan-2020 eq. 4.4)".</summary>
    private static string Sentence(Figure figure)
    {
        var value = $"{figure.Title}: {(figure.Exact is { } exact ? NumberText.Grouped(exact) : NumberText.Compact(figure.Value))} {figure.Unit}".TrimEnd();
        if (figure.Answer.How is not { Unknown: null } how)
            return value;
        var inputs = "";
        foreach (var input in figure.Answer.Inputs)
            inputs += $"{(inputs.Length == 0 ? "" : ", ")}{input.Name} = {Value(input.Value)}";
        return $"{value} = {how.Equation.Expression}{(inputs.Length == 0 ? "" : " with " + inputs)} ({figure.Answer})";
    }

    private static string Value(double value) => value % 1 == 0 && Math.Abs(value) < 1e15 ? NumberText.Grouped((long)value) : NumberText.Compact(value);
}
