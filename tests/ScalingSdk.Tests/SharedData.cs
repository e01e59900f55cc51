namespace ScalingSdk.Tests;

/// <summary>Third-party files that lie beside the repository, not in it. Tests that read them skip where they are absent.</summary>
internal static class SharedData
{
    private static readonly string Root = System.IO.Path.GetFullPath(Repository.Path("..", "shared", "data"));

    public static bool Exists => Directory.Exists(Root);

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);
}

[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute() => Skip = SharedData.Exists ? null : "the shared data is not beside the repository";
}

[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    public SharedDataTheoryAttribute() => Skip = SharedData.Exists ? null : "the shared data is not beside the repository";
}
