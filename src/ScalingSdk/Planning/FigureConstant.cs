using System.Text;
using ScalingSdk.Text;

namespace ScalingSdk.Planning;

/// <summary>A figure as code of any language declares it.</summary>
internal static class FigureConstant
{
    // A sentence is put together from many pieces, for each figure of each spec.
    [ThreadStatic]
    private static StringBuilder? _text;

    /// <summary>True for a 64-bit integer; otherwise the constant is a double.</summary>
    public static bool IsWhole(Figure figure) =>
        figure is { Kind: FigureKind.Count, Exact: { } exact } && exact >= long.MinValue && exact <= long.MaxValue;

    /// <summary>What hovering shows, a paragraph each, as plain text: what it begins with, and the rest. The inputs are apart, for code can refer to them.</summary>
    public static void Explain(Figure figure, Action<string, string> paragraph)
    {
        paragraph("", Sentence(figure));
        paragraph("Formula: ", figure.Formula);
        paragraph("Source: ", figure.Source);
        if (figure.Range is { } range)
            paragraph("Range: ", $"{NumberText.Compact(range.Low)} to {NumberText.Compact(range.High)}, {range.Meaning}");
        if (figure.Validity is { Length: > 0 } validity)
            paragraph("Validity: ", validity);
    }

    /// <summary>Counts to the last digit, other numbers to three: "Overfitting threshold: 3,685,469,778 unique tokens = 5e3 N^0.74 with N = 84,934,656 (kaplan-2020 eq. 4.4)".</summary>
    private static string Sentence(Figure figure)
    {
        var text = (_text ??= new StringBuilder(512)).Clear();
        text.Append(figure.Title).Append(": ").Append(figure.Exact is { } exact ? NumberText.Grouped(exact) : NumberText.Compact(figure.Value));
        if (figure.Unit.Length > 0)
            text.Append(' ').Append(figure.Unit);
        if (figure.Answer.How is { Unknown: null } how)
        {
            text.Append(" = ").Append(how.Equation.Expression);
            for (var i = 0; i < how.Given.Count; i++)
                text.Append(i == 0 ? " with " : ", ").Append(how.Given[i].Name).Append(" = ").Append(Value(figure.Answer.InputAt(i)));
            text.Append(" (").Append(figure.Answer.ToString()).Append(')');
        }

        return text.ToString();
    }

    private static string Value(double value) => value % 1 == 0 && Math.Abs(value) < 1e15 ? NumberText.Grouped((long)value) : NumberText.Compact(value);
}
