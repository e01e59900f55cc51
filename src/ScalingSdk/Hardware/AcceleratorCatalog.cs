using System.Text;
using ScalingSdk.Diagnostics;

namespace ScalingSdk.Hardware;

/// <summary>The accelerators that are known by name.</summary>
internal static class AcceleratorCatalog
{
    private static readonly string[] Vendors = ["NVIDIA", "AMDINSTINCT", "AMD", "GOOGLECLOUD", "GOOGLE", "INTEL", "AWS", "APPLE"];

    /// <summary>Every known accelerator, by vendor and age.</summary>
    public static IReadOnlyList<Accelerator> All { get; } =
        [.. NvidiaAccelerators.DataCenter, .. NvidiaAccelerators.GeForce, .. OtherAccelerators.Amd, .. OtherAccelerators.Tpu, .. OtherAccelerators.Aws, .. OtherAccelerators.Intel, .. OtherAccelerators.Apple];

    private static readonly string[] Names = [.. All.SelectMany(static a => a.Aliases.Prepend(a.Id)).Select(Key)];

    private static readonly Dictionary<string, Accelerator> ByKey = All
        .SelectMany(static a => a.Aliases.Append(a.Id), static (a, name) => (Key: Key(name), Accelerator: a))
        .ToDictionary(static pair => pair.Key, static pair => pair.Accelerator, StringComparer.Ordinal);

    /// <summary>The accelerator of a name or alias, or null: <c>H100-SXM</c>, <c>h100</c>, <c>NVIDIA A100-SXM4-80GB</c>.</summary>
    /// <remarks>Case, spaces, dashes, underscores and the vendor's name do not count.</remarks>
    public static Accelerator? Find(string name) => ByKey.TryGetValue(Key(name), out var found) ? found : null;

    /// <summary>The known name nearest to one that is not known, or null where none is near.</summary>
    public static string? Nearest(string name) => Suggest.Nearest(Key(name), Names) is { } nearest ? Find(nearest)!.Id : null;

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
