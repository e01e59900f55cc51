using ScalingSdk.Specs;

namespace ScalingSdk.Analyzers.Projects;

/// <summary>Paths as text: an analyzer may not ask the file system, and the compiler hands over paths of two conventions.</summary>
internal static class PathText
{
    /// <summary>True where both name one file; a path with a drive letter does not tell upper from lower case.</summary>
    public static bool Same(string left, string right) => string.Equals(left, right, SpecPaths.ComparisonOf(left));
}
