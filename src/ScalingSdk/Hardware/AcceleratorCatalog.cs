using System.Text;

namespace ScalingSdk.Hardware;

/// <summary>The accelerators that are known by name.</summary>
public static class AcceleratorCatalog
{
    private const int LongestName = 64;

    private static readonly string[] Vendors = ["NVIDIA", "AMDINSTINCT", "AMD", "GOOGLECLOUD", "GOOGLE"];

    /// <summary>Every known accelerator, by vendor and age.</summary>
    public static IReadOnlyList<Accelerator> All { get; } =
        [.. NvidiaAccelerators.DataCenter, .. NvidiaAccelerators.GeForce, .. OtherAccelerators.Amd, .. OtherAccelerators.Tpu];

    private static readonly Dictionary<string, Accelerator> ByKey = All
        .SelectMany(static a => a.Aliases.Append(a.Id), static (a, name) => (Key: Key(name), Accelerator: a))
        .ToDictionary(static pair => pair.Key, static pair => pair.Accelerator, StringComparer.Ordinal);

    /// <summary>The accelerator of a name or alias, or null: <c>H100-SXM</c>, <c>h100</c>, <c>NVIDIA A100-SXM4-80GB</c>.</summary>
    /// <remarks>Case, spaces, dashes, underscores and the vendor's name do not count.</remarks>
    public static Accelerator? Find(string name) => ByKey.TryGetValue(Key(name), out var found) ? found : null;

    /// <summary>The known name nearest to one that is not known, or null where none is near.</summary>
    public static string? Nearest(string name)
    {
        if (name.Length > LongestName)
            return null;
        var key = Key(name);
        var best = ByKey.OrderBy(pair => Distance(pair.Key, key)).ThenBy(static pair => pair.Key, StringComparer.Ordinal).First();
        return Distance(best.Key, key) <= Math.Max(1, key.Length / 3) ? best.Value.Id : null;
    }

    // Levenshtein's distance: insertions, deletions and replacements.
    private static int Distance(string left, string right)
    {
        var above = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var row = new int[right.Length + 1];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replace = above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(replace, 1 + Math.Min(above[j], row[j - 1]));
            }

            above = row;
        }

        return above[right.Length];
    }

    private static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c))
                key.Append(char.ToUpperInvariant(c));
        }

        var text = key.ToString();
        var vendor = Vendors.FirstOrDefault(vendor => text.StartsWith(vendor, StringComparison.Ordinal));
        return vendor is null ? text : text.Substring(vendor.Length);
    }
}
