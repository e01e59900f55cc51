namespace ScalingSdk.Diagnostics;

/// <summary>The name that somebody probably meant, and the words that say so.</summary>
internal static class Suggest
{
    private const int LongestName = 64;
    private const int DigitsOfACode = 4;

    /// <summary>"did you mean 'llama'?", or what is said where no known name is near.</summary>
    public static string Hint(string? nearest, string otherwise = "") => nearest is null ? otherwise : $"did you mean '{nearest}'?";

    /// <summary>Names in quotes, one after another: <c>'adamw', 'muon'</c>.</summary>
    public static string List(IEnumerable<string> names) => string.Join(", ", names.Select(static name => $"'{name}'"));

    /// <summary>
    /// The known name with the fewest edits to the typed one (one edit inserts, deletes, replaces or swaps characters; case,
    /// '-', '_' and blanks do not count); null where more than a third of the name would change.
    /// </summary>
    public static string? Nearest(string typed, IEnumerable<string> known)
    {
        if (typed.Length > LongestName)
            return null;

        var wanted = Normalize(typed);
        string? nearest = null;
        var least = Math.Max(1, wanted.Length / 3) + 1;
        foreach (var name in known)
        {
            var distance = Distance(wanted, Normalize(name));
            if (distance < least)
                (nearest, least) = (name, distance);
        }

        return nearest;
    }

    /// <summary>
    /// The known code, such as SCALE1001, that was typed in another case, with letters for digits or with another mistake before them; null
    /// otherwise: another digit is another code.
    /// </summary>
    public static string? SameCode(string typed, IEnumerable<string> known)
    {
        var looks = Looks(typed);
        return Nearest(typed, known.Where(code => looks.EndsWith(Looks(code).Substring(Math.Max(0, code.Length - DigitsOfACode)), StringComparison.Ordinal)));
    }

    private static string Looks(string code) => Normalize(code).Replace('o', '0').Replace('l', '1').Replace('i', '1');

    private static string Normalize(string name) =>
        new([.. name.Where(c => c is not ('-' or '_' or ' ')).Select(char.ToLowerInvariant)]);

    /// <summary>Damerau-Levenshtein distance, optimal string alignment: adjacent characters may be swapped once.</summary>
    private static int Distance(string left, string right)
    {
        var (before, previous, current) = (new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1]);
        for (var j = 0; j <= right.Length; j++)
            previous[j] = j;

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[right.Length];
    }
}
