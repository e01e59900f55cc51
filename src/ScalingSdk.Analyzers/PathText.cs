using ScalingSdk.Specs;

namespace ScalingSdk.Analyzers;

/// <summary>Paths as text: an analyzer may not ask the file system, and the compiler hands over paths of two conventions.</summary>
internal static class PathText
{
    /// <summary>True where both name one file; a path with a drive letter does not tell upper from lower case.</summary>
    public static bool Same(string left, string right) => string.Equals(left, right, ComparisonOf(left));

    /// <summary>The way from a folder to a file with '/'; the file's name alone where there is none.</summary>
    public static string Relative(string folder, string path)
    {
        var to = SpecPaths.Normalize(path).Split('/');
        if (folder.Length == 0)
            return to[to.Length - 1];
        var from = SpecPaths.Normalize(folder).TrimEnd('/').Split('/');
        var common = 0;
        while (common < from.Length && common < to.Length - 1 && string.Equals(from[common], to[common], ComparisonOf(folder)))
            common++;
        return common == 0
            ? to[to.Length - 1]
            : string.Join("/", Enumerable.Repeat("..", from.Length - common).Concat(to.Skip(common)));
    }

    private static StringComparison ComparisonOf(string path) =>
        path.Length > 1 && path[1] == ':' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
}
