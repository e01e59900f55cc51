using ScalingSdk.Text;

namespace ScalingSdk.Planning;

/// <summary>A number of the plan as code of any language declares it.</summary>
/// <param name="key">The figure that it is.</param>
/// <param name="number">As code writes it, without suffix; null where these numbers have no such value.</param>
/// <param name="why">Why it has no value; null where it has one.</param>
/// <param name="figure">The figure of the plan; null where the plan has none.</param>
internal sealed class CodeConstant(FigureKey key, string? number, string? why, Figure? figure)
{
    /// <summary>The figure that it is.</summary>
    public FigureKey Key => key;

    /// <summary>The constant's name: <c>OverfittingThresholdTokens</c>.</summary>
    public string Name => key.ConstantName;

    /// <summary>True for a 64-bit integer, false for a double.</summary>
    public bool IsWhole => key.Kind == FigureKind.Count;

    /// <summary>As code writes it, without suffix; null where these numbers have no such value.</summary>
    public string? Number => number;

    /// <summary>True where the plan has the figure: then several paragraphs explain it, otherwise one.</summary>
    public bool HasFigure => figure is not null;

    /// <summary>The figures that it follows from.</summary>
    public IReadOnlyList<FigureKey> Inputs => figure?.Inputs ?? [];

    /// <summary>What hovering shows, a paragraph each, as plain text.</summary>
    public IReadOnlyList<string> Explanation
    {
        get
        {
            var paragraphs = new List<string>(6);
            Explain((label, text) => paragraphs.Add(label + text));
            return paragraphs;
        }
    }

    /// <summary>The same without joining the paragraphs: what each begins with, and the rest.</summary>
    public void Explain(Action<string, string> paragraph)
    {
        if (why is not null)
            paragraph("", why);
        if (figure is not null)
            FigureConstant.Explain(figure, paragraph);
    }

    /// <summary>A whole number in groups, as C# and F# write it: <c>124_439_808</c>.</summary>
    public static string Grouped(string digits) => digits.Length - (digits[0] == '-' ? 1 : 0) > 4 ? NumberText.InGroups(digits, '_') : digits;
}

/// <summary>A text of the plan as code of any language declares it.</summary>
/// <param name="Name">The constant's name: <c>RecipeOptimizer</c>.</param>
/// <param name="Value">The text; empty where these numbers have none.</param>
/// <param name="Explanation">What hovering shows, a paragraph each, as plain text.</param>
internal sealed record TextConstant(string Name, string Value, IReadOnlyList<string> Explanation);
