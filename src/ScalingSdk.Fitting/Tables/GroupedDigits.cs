namespace ScalingSdk.Fitting.Tables;

/// <summary>Numbers whose digits are written in groups of three: <c>44,000,000</c>, <c>44 000 000</c>, <c>44'000'000</c>, <c>44_000_000</c>.</summary>
internal static class GroupedDigits
{
    /// <summary>The number without its separators; null where the text is not one.</summary>
    /// <param name="cell">The text.</param>
    /// <param name="comma">True where one comma before three digits separates a group: of a count, whose decimals nobody writes.</param>
    internal static string? Without(string cell, bool comma)
    {
        var first = cell.Length > 0 && cell[0] is '-' or '+' ? 1 : 0;
        var end = first;
        while (end < cell.Length && (char.IsDigit(cell[end]) || IsSeparator(cell[end])))
            end++;
        if (end < cell.Length && (cell[end] is not '.' || !AreDigits(cell, end + 1, cell.Length)))
            return null;
        var groups = cell.Substring(first, end - first).Split(',', ' ', '\'', '_', '\u2019', '\u00A0', '\u202F', '\u2009');
        if (groups.Length < 2 || groups[0].Length is < 1 or > 3 || groups.Skip(1).Any(static group => group.Length != 3))
            return null;
        var separators = cell.Substring(first, end - first).Where(static c => !char.IsDigit(c)).Distinct().ToList();
        return separators.Count > 1 || (separators[0] is ',' && groups.Length == 2 && !comma) ? null : cell.Substring(0, first) + string.Concat(groups) + cell.Substring(end);
    }

    /// <summary>The number in dots and a decimal comma, <c>44.000.000</c> or <c>1.234,5</c>, as <c>1234.5</c>; null where the text is not one.</summary>
    internal static string? FromDots(string cell)
    {
        var comma = cell.IndexOf(',');
        var whole = comma < 0 ? cell : cell.Substring(0, comma);
        var groups = whole.TrimStart('-', '+').Split('.');
        return groups.Length > 1 && groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(static group => group.Length == 3) && groups.All(static group => AreDigits(group, 0, group.Length))
            && (comma < 0 || AreDigits(cell, comma + 1, cell.Length))
            ? whole.Replace(".", "") + (comma < 0 ? "" : "." + cell.Substring(comma + 1))
            : null;
    }

    private static bool IsSeparator(char c) => c is ',' or ' ' or '\'' or '_' or '\u2019' or '\u00A0' or '\u202F' or '\u2009';

    private static bool AreDigits(string text, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!char.IsDigit(text[i]))
                return false;
        }

        return to > from;
    }
}
