using ScalingSdk.Specs;

namespace ScalingSdk.Analyzers.Projects;

/// <summary>How code names a spec: by its path in the project, or by the end of it.</summary>
internal static class SpecReference
{
    public const string AttributeName = "ScalingSdk.ScalingSpecAttribute";

    /// <summary>The one of the project's specs that is meant: the nearest to the project's folder where several end alike.</summary>
    public static T? Pick<T>(string reference, IEnumerable<T> specs, Func<T, string> relativePath)
        where T : class
    {
        var wanted = SpecPaths.Normalize(reference);
        return specs
            .Where(spec => Names(wanted, relativePath(spec)))
            .OrderBy(spec => relativePath(spec).Length)
            .ThenBy(relativePath, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    /// <summary>The specs that references name.</summary>
    public static IEnumerable<string> Named(IEnumerable<string> references, IEnumerable<string> paths)
    {
        var specs = paths.ToList();
        return references.Select(reference => Pick(reference, specs, static path => path)).OfType<string>().Distinct(StringComparer.Ordinal);
    }

    private static bool Names(string wanted, string path) =>
        wanted.Length > 0
        && (string.Equals(path, wanted, StringComparison.Ordinal) || path.EndsWith("/" + wanted, StringComparison.Ordinal));
}
