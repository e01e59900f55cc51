namespace ScalingSdk.Planning;

/// <summary>A number of the plan as code of any language declares it.</summary>
/// <param name="Name">The constant's name: <c>OverfittingThresholdTokens</c>.</param>
/// <param name="IsWhole">True for a 64-bit integer, false for a double.</param>
/// <param name="Number">As code writes it, without suffix; null where these numbers have no such value.</param>
/// <param name="Explanation">What hovering shows, a paragraph each, as plain text.</param>
internal sealed record CodeConstant(string Name, bool IsWhole, string? Number, IReadOnlyList<string> Explanation)
{
    /// <summary>The constants that it follows from.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>A whole number in groups, as C# and F# write it: <c>124_439_808</c>.</summary>
    public static string Grouped(string digits)
    {
        var first = digits.StartsWith("-", StringComparison.Ordinal) ? 1 : 0;
        var text = new System.Text.StringBuilder(digits);
        if (digits.Length - first > 4)
        {
            for (var place = digits.Length - 3; place > first; place -= 3)
                text.Insert(place, '_');
        }

        return text.ToString();
    }
}

/// <summary>A text of the plan as code of any language declares it.</summary>
/// <param name="Name">The constant's name: <c>RecipeOptimizer</c>.</param>
/// <param name="Value">The text; empty where these numbers have none.</param>
/// <param name="Explanation">What hovering shows, a paragraph each, as plain text.</param>
internal sealed record TextConstant(string Name, string Value, IReadOnlyList<string> Explanation);
