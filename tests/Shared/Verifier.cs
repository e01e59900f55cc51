using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace ScalingSdk.Testing;

/// <summary>
/// Snapshots with the conventions of Verify, for which this stands in: <c>Class.Method.verified.txt</c> beside the test holds the
/// accepted text, a difference fails with its lines and leaves <c>.received.txt</c> behind, and nothing is accepted silently.
/// <c>UPDATE_SNAPSHOTS=1</c> accepts what a run gives; a build server (<c>CI=true</c>) refuses that, and writes nothing.
/// </summary>
internal static class Verifier
{
    private const string Verified = ".verified.txt";
    private const string Received = ".received.txt";

    /// <summary>Holds the text against the snapshot of the calling test.</summary>
    public static Task Verify(string actual, [CallerFilePath] string testFile = "", [CallerMemberName] string testMethod = "")
    {
        var file = SourceTree.Locate(testFile);
        var stem = Path.Combine(Path.GetDirectoryName(file)!, Path.GetFileNameWithoutExtension(file) + "." + testMethod);
        Compare(stem, actual, onServer: IsSet("CI"), update: IsSet("UPDATE_SNAPSHOTS"));
        return Task.CompletedTask;
    }

    /// <summary>The snapshots beside the calling test's project that belong to no test of its assembly.</summary>
    public static IReadOnlyList<string> Dangling(Assembly tests, [CallerFilePath] string testFile = "")
    {
        var known = tests.GetTypes()
            .SelectMany(static type => type.GetMethods().Select(method => type.Name + "." + method.Name))
            .ToHashSet(StringComparer.Ordinal);
        return [.. Directory.EnumerateFiles(Path.GetDirectoryName(SourceTree.Locate(testFile))!, "*" + Verified, SearchOption.AllDirectories)
            .Select(static path => Path.GetFileName(path))
            .Where(name => !known.Contains(name[..^Verified.Length]))];
    }

    /// <summary>The comparison itself, without the environment.</summary>
    internal static void Compare(string stem, string actual, bool onServer, bool update)
    {
        if (update && onServer)
            throw new SnapshotException("UPDATE_SNAPSHOTS is refused on a build server: accept snapshots where a person reads the difference");
        var text = actual.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        var expected = File.Exists(stem + Verified) ? File.ReadAllText(stem + Verified).ReplaceLineEndings("\n") : null;
        if (string.Equals(expected, text, StringComparison.Ordinal) || update)
        {
            if (update && !string.Equals(expected, text, StringComparison.Ordinal))
                Write(stem + Verified, text);
            File.Delete(stem + Received);
            return;
        }

        if (!onServer)
            Write(stem + Received, text);
        throw new SnapshotException(expected is null
            ? $"'{stem}{Verified}' does not exist. Read the text below; run the test with UPDATE_SNAPSHOTS=1 to accept it\n{text}"
            : $"'{stem}{Verified}' differs (- verified, + received)\n{Diff(expected, text)}");
    }

    private static string Diff(string expected, string actual)
    {
        var diff = new StringBuilder();
        var lines = InlineDiffBuilder.Diff(expected, actual).Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines.Skip(Math.Max(0, i - 2)).Take(5).All(static line => line.Type == ChangeType.Unchanged))
                continue;
            diff.Append(lines[i].Type switch { ChangeType.Inserted => "+ ", ChangeType.Deleted => "- ", _ => "  " }).Append(lines[i].Text).Append('\n');
        }

        return diff.ToString();
    }

    // Without a byte order mark, and the same on every platform.
    private static void Write(string path, string text) => File.WriteAllBytes(path, Encoding.UTF8.GetBytes(text));

    private static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) is "1" or "true" or "True";
}

/// <summary>A text that differs from its snapshot.</summary>
internal sealed class SnapshotException(string message) : Exception(message);

/// <summary>Where the sources are: a deterministic build tells their paths as "/_/...".</summary>
internal static class SourceTree
{
    private const string MappedRoot = "/_/";

    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>A source file by the path that the compiler gave it.</summary>
    public static string Locate(string compiledPath) => compiledPath.StartsWith(MappedRoot, StringComparison.Ordinal)
        ? Path.Combine(Root, compiledPath[MappedRoot.Length..])
        : compiledPath;

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ScalingSdk.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("'ScalingSdk.sln' is in no folder above " + AppContext.BaseDirectory);
    }
}
