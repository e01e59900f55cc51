using System.IO.Enumeration;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Input;

/// <summary>The files that arguments name: a file, a folder (every spec below it), or a pattern with <c>*</c>, <c>?</c> and <c>**</c>.</summary>
internal static class SpecArguments
{
    private static readonly string[] NotSearched = ["bin", "obj", "node_modules"];

    /// <summary>The files in order, each once; a pattern that matches nothing is an error, a missing file is the pipeline's to tell.</summary>
    /// <exception cref="InputException">Nothing matches.</exception>
    public static IReadOnlyList<string> Expand(IReadOnlyCollection<string> arguments)
    {
        var files = new List<string>();
        foreach (var argument in arguments.Count == 0 ? ["."] : arguments)
        {
            var matches = Matches(argument);
            if (matches.Count == 0)
                throw new InputException($"'{argument}' matches no file; a folder is searched for '*.scaling.json'");
            files.AddRange(matches);
        }

        return [.. files.Distinct(StringComparer.Ordinal)];
    }

    private static List<string> Matches(string argument)
    {
        var pattern = argument.Replace('\\', '/');
        if (Directory.Exists(argument))
            pattern = (pattern.TrimEnd('/') is { Length: > 0 } folder ? folder : "") + "/**/*.scaling.json";
        else if (File.Exists(argument) || argument.IndexOfAny(['*', '?']) < 0)
            return [argument];

        var parts = pattern.Split('/');
        var fixedParts = parts.TakeWhile(static part => part.IndexOfAny(['*', '?']) < 0).Count();
        var root = string.Join('/', parts[..fixedParts]);
        if (root.Length == 0 && pattern.StartsWith('/'))
            root = "/";
        var found = new List<string>();
        Search(root, parts.AsSpan(fixedParts), found);
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    private static void Search(string folder, ReadOnlySpan<string> parts, List<string> found)
    {
        if (parts.Length == 0)
            return;
        var (part, last) = (parts[0], parts.Length == 1);
        if (string.Equals(part, "**", StringComparison.Ordinal))
        {
            Search(folder, last ? ["*"] : parts[1..], found);
            foreach (var below in Entries(folder, "*", folders: true).Where(static name => !IsHidden(name)))
                Search(Join(folder, below), parts, found);
            return;
        }

        foreach (var name in Entries(folder, part, folders: !last))
        {
            if (last)
                found.Add(Join(folder, name));
            else
                Search(Join(folder, name), parts[1..], found);
        }
    }

    // Links are not followed: they can form a circle.
    private static FileSystemEnumerable<string> Entries(string folder, string pattern, bool folders) =>
        new FileSystemEnumerable<string>(
            folder.Length == 0 ? "." : folder,
            static (ref FileSystemEntry entry) => entry.FileName.ToString(),
            new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = folders ? FileAttributes.ReparsePoint : FileAttributes.None })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => entry.IsDirectory == folders
                && FileSystemName.MatchesSimpleExpression(pattern, entry.FileName, ignoreCase: false),
        };

    private static bool IsHidden(string folder) => folder.StartsWith('.') || NotSearched.Contains(folder, StringComparer.Ordinal);

    private static string Join(string folder, string name) => folder switch
    {
        "" or "." => name,
        "/" => "/" + name,
        _ => $"{folder}/{name}",
    };

    /// <summary>The shortest name that tells a file apart from the others.</summary>
    public static string ShortName(string file, IReadOnlyList<string> files)
    {
        static string Short(string path) => Path.GetFileName(path).Replace(".scaling.json", "", StringComparison.OrdinalIgnoreCase);
        return files.Count(other => string.Equals(Short(other), Short(file), StringComparison.Ordinal)) == 1 ? Short(file) : file;
    }
}
