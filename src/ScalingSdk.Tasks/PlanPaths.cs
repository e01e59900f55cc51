using System.Globalization;
using System.Text;
using ScalingSdk.Text;

namespace ScalingSdk.Tasks;

/// <summary>Where the plan of each spec goes: a file that is the spec's own whatever the other specs are called, and in whatever order they come.</summary>
internal static class PlanPaths
{
    /// <summary>The extension of a plan.</summary>
    public const string Extension = ".plan.json";

    // Of the 255 bytes that a file system takes; the extension and the name of a temporary file follow.
    private const int MostBytes = 160;
    private static readonly HashSet<string> Devices = new(["CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "LPT1", "LPT2", "LPT3"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The paths, one a spec; empty where it has no plan.</summary>
    public static string[] Of(IReadOnlyList<PlannedSpec> specs, string directory)
    {
        var names = specs.Select(static spec => spec.Result.Plan?.Spec.Name).ToList();
        var shared = new HashSet<string>(
            names.OfType<string>().Select(Short).GroupBy(static name => name, StringComparer.OrdinalIgnoreCase).Where(static same => same.Skip(1).Any()).Select(static same => same.Key),
            StringComparer.OrdinalIgnoreCase);
        return [.. specs.Select((spec, i) => names[i] is { } name ? Path.Combine(directory, FileName(Short(name), spec.Path) + Extension) : "")];

        string FileName(string name, string path) => shared.Contains(name) ? name + "-" + Hash(path) : name;
    }

    // A name of any length, as a file's name on any system.
    private static string Short(string name)
    {
        if (Devices.Contains(name))
            return name + "_";
        if (Encoding.UTF8.GetByteCount(name) <= MostBytes)
            return name;
        var end = name.Length;
        while (Encoding.UTF8.GetByteCount(name.Substring(0, end)) > MostBytes)
            end--;
        return name.Substring(0, char.IsHighSurrogate(name[end - 1]) ? end - 1 : end) + "-" + Hash(name);
    }

    private static string Hash(string text) => StableHash.Of(text).ToString("x8", CultureInfo.InvariantCulture);
}
