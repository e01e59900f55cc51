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

    /// <summary>The way from a folder to a file with '/'; the file's name alone where there is none.</summary>
    public static string Relative(string folder, string path)
    {
        var to = Normalize(path).Split('/');
        if (folder.Length == 0)
            return to[to.Length - 1];
        var from = Normalize(folder).TrimEnd('/').Split('/');
        var common = 0;
        while (common < from.Length && common < to.Length - 1 && string.Equals(from[common], to[common], ComparisonOf(folder)))
            common++;
        return common == 0
            ? to[to.Length - 1]
            : string.Join("/", Enumerable.Repeat("..", from.Length - common).Concat(to.Skip(common)));
    }

    /// <summary>Which of the passed files a spec means; a fitted law may lie anywhere, for its name is its own.</summary>
    /// <param name="wanted">The path that the spec gives.</param>
    /// <param name="passed">The files that the project passes.</param>
    /// <param name="path">The path of one.</param>
    public static T? Choose<T>(string wanted, IEnumerable<T> passed, Func<T, string> path)
        where T : class
    {
        var normal = Normalize(wanted);
        var comparison = ComparisonOf(normal);
        var name = normal.EndsWith(LawFile.Extension, StringComparison.OrdinalIgnoreCase) ? normal.Substring(normal.LastIndexOf('/')) : null;
        T? named = null;
        foreach (var file in passed)
        {
            var candidate = Normalize(path(file));
            if (string.Equals(candidate, normal, comparison))
                return file;
            if (name is not null && named is null && candidate.EndsWith(name, comparison))
                named = file;
        }

        return named;
    }

    /// <summary>How paths are compared: one with a drive letter does not tell upper from lower case.</summary>
    public static StringComparison ComparisonOf(string path) =>
        path.Length > 1 && path[1] == ':' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private static bool IsRooted(string path) =>
        path.StartsWith("/", StringComparison.Ordinal) || (path.Length > 1 && path[1] == ':');
}
