using System.Globalization;

namespace ScalingSdk.Tasks;

/// <summary>What global analyzer configs say of our rules, by the compiler's own order: the highest <c>global_level</c>, and nothing where two of one level differ.</summary>
internal static class GlobalConfigs
{
    private const string FileName = ".globalconfig";
    private const string Start = "dotnet_diagnostic.scale";
    private const string End = ".severity";

    /// <summary>The severities by rule, as they are written.</summary>
    /// <param name="folder">The project's folder: files in it and above are found by their name.</param>
    /// <param name="files">Files that the project passes to the compiler.</param>
    public static IReadOnlyDictionary<string, string> Read(string folder, IEnumerable<string> files)
    {
        var settings = new Dictionary<string, (int Level, string? Severity)>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files.Concat(Above(folder)).Select(Path.GetFullPath).Distinct(StringComparer.Ordinal))
            Add(file, settings);
        return settings
            .Where(static setting => setting.Value.Severity is not null)
            .ToDictionary(static setting => setting.Key, static setting => setting.Value.Severity!, StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var file = Path.Combine(at.FullName, FileName);
            if (File.Exists(file))
                yield return file;
        }
    }

    private static void Add(string file, Dictionary<string, (int Level, string? Severity)> settings)
    {
        if (ProjectFiles.Read(file) is not { } text || text.IndexOf(Start, StringComparison.OrdinalIgnoreCase) < 0)
            return;
        var entries = Entries(text).ToList();
        var named = string.Equals(Path.GetFileName(file), FileName, StringComparison.OrdinalIgnoreCase);
        if (!named && !entries.Contains(("is_global", "true")))
            return;
        var level = entries.Where(static entry => entry.Key is "global_level").Select(static entry => int.TryParse(entry.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? (int?)number : null).LastOrDefault()
            ?? (named ? 100 : 0);
        foreach (var (key, value) in entries)
        {
            if (key.StartsWith(Start, StringComparison.Ordinal) && key.EndsWith(End, StringComparison.Ordinal))
                Set(key.Substring("dotnet_diagnostic.".Length, key.Length - "dotnet_diagnostic.".Length - End.Length), value);
        }

        void Set(string id, string value)
        {
            if (!settings.TryGetValue(id, out var before) || before.Level < level)
                settings[id] = (level, value);
            else if (before.Level == level && !string.Equals(before.Severity, value, StringComparison.Ordinal))
                settings[id] = (level, null);
        }
    }

    /// <summary>The entries before the first section, in lower case.</summary>
    private static IEnumerable<(string Key, string Value)> Entries(string text)
    {
        foreach (var line in text.Split('\n').Select(static line => line.Trim()))
        {
            if (line.StartsWith("[", StringComparison.Ordinal))
                yield break;
            var equals = line.IndexOf('=');
            if (equals > 0 && line[0] is not ('#' or ';'))
                yield return (line.Substring(0, equals).Trim().ToLowerInvariant(), line.Substring(equals + 1).Split('#', ';')[0].Trim().ToLowerInvariant());
        }
    }
}
