using ScalingSdk.Specs;

namespace ScalingSdk.Tasks;

/// <summary>The folder of a project's plans.</summary>
internal static class PlanFolder
{
    private const string Owner = ".project";

    /// <summary>
    /// The folder itself where it is below the project's. Elsewhere several projects may share it: each gets a folder of its name in it, and
    /// two of one name are refused.
    /// </summary>
    /// <exception cref="IOException">Another project of this name has the folder.</exception>
    public static string Of(string directory, string projectFile)
    {
        var project = Path.GetDirectoryName(projectFile)!;
        if (!SpecPaths.Relative(project, Path.Combine(directory, "x")).StartsWith("../", StringComparison.Ordinal))
            return directory;
        var own = Path.Combine(directory, Path.GetFileNameWithoutExtension(projectFile));
        var marker = Path.Combine(own, Owner);
        var name = SpecPaths.Relative(own, projectFile);
        if (ProjectFiles.Read(marker)?.Trim() is { Length: > 0 } owner && !string.Equals(owner, name, StringComparison.OrdinalIgnoreCase)
            && File.Exists(Path.GetFullPath(Path.Combine(own, owner))))
        {
            throw new IOException($"'{own}' holds the plans of '{owner}'; set ScalingPlanDirectory to another folder for one of the two projects");
        }

        PlanFile.Write(marker, name + "\n");
        return own;
    }
}
