namespace ScalingSdk.Text;

/// <summary>Finds the name that somebody probably meant.</summary>
internal static class NearestName
{
    private const int LongestName = 64;

    /// <summary>
    /// The known name with the fewest edits to the typed one (one edit inserts, deletes, replaces or swaps characters; case,
    /// '-', '_' and blanks do not count); null where more than a third of the name would change.
    /// </summary>
    public static string? Find(string typed, IEnumerable<string> known)
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
