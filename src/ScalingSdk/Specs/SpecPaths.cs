namespace ScalingSdk.Specs;

/// <summary>Paths of files that a spec names, the same on every platform.</summary>
internal static class SpecPaths
{
    /// <summary>The path of a file named in a spec: against the spec's folder, with '/' and without '.' and '..'.</summary>
    public static string Beside(string specPath, string name)
    {
        var normal = specPath.Replace('\\', '/');
        var folder = normal.Substring(0, normal.LastIndexOf('/') + 1);
        var file = name.Replace('\\', '/');
        return Normalize(IsRooted(file) ? file : folder + file);
    }

    /// <summary>A path with '/' and without '.' and '..'.</summary>
    public static string Normalize(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Replace('\\', '/').Split('/'))
        {
            if (part is "..")
            {
                if (parts.Count > 0 && parts[parts.Count - 1] is not ("" or ".."))
                    parts.RemoveAt(parts.Count - 1);
                else
                    parts.Add(part);
            }
            else if (part is not ".")
            {
                parts.Add(part);
            }
        }

        return string.Join("/", parts);
    }

    private static bool IsRooted(string path) =>
        path.StartsWith("/", StringComparison.Ordinal) || (path.Length > 1 && path[1] == ':');
}
