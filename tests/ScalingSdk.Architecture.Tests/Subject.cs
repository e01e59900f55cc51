using System.Reflection;

namespace ScalingSdk.Architecture.Tests;

/// <summary>A project of <c>src</c> whose folders the tests hold: its sources and its compiled assembly.</summary>
internal sealed record Subject(string Name, string Folder, string Assembly)
{
    private static string Root { get; } = FindRoot();

    public static IReadOnlyList<Subject> All { get; } =
    [
        Of("ScalingSdk", "net8.0"),
        Of("ScalingSdk.Fitting", "net8.0"),
        Of("ScalingSdk.Training", "net8.0"),
        Of("ScalingSdk.Analyzers", "netstandard2.0"),
        Of("ScalingSdk.Charts", "net8.0"),
        Of("ScalingSdk.Tool", "net10.0", "scaling"),
        Of("ScalingSdk.Web", "net10.0"),
    ];

    public static Subject Library => All[0];

    /// <summary>The lines of a list beside the tests, without comments and blank lines.</summary>
    public static IReadOnlyList<string> List(string file) =>
        [.. File.ReadAllLines(Path.Combine(Root, "tests", "ScalingSdk.Architecture.Tests", file)).Select(static line => line.Trim()).Where(static line => line.Length > 0 && line[0] != '#')];

    private static Subject Of(string project, string framework, string? assembly = null)
    {
        var folder = Path.Combine(Root, "src", project);
        var configuration = typeof(Subject).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(static data => data.Key == "Configuration").Value!;
        return new(project, folder, Path.Combine(folder, "bin", configuration, framework, (assembly ?? project) + ".dll"));
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ScalingSdk.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the tests run outside the repository");
        return folder;
    }
}
