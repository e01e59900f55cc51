using System.Text;
using System.Text.RegularExpressions;

namespace ScalingSdk.Docs.Site;

/// <summary>The pages of the site as Markdown: those of <c>docs</c>, the readme as the first page, and a table of contents.</summary>
internal sealed partial class SiteSource(string repository, string folder)
{
    private const string Online = "https://github.com/ScalingSdk/ScalingSdk";

    /// <summary>The folder of the planner in the site, where it was published.</summary>
    public const string Planner = "planner";

    private static readonly string[] Guides =
    [
        "plan", "spec", "properties", "scale", "verdicts", "models", "hardware", "tool", "editor", "csharp", "training", "fitting", "any-law", "law-files", "sweep", "performance",
    ];

    private readonly string _docs = Path.Combine(repository, "docs");

    public void Write(bool withPlanner)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        foreach (var file in Directory.EnumerateFiles(_docs, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(_docs, file).Replace('\\', '/');
            if (file.EndsWith(".md", StringComparison.Ordinal))
                Write(path.Replace("README.md", "index.md", StringComparison.Ordinal), Rewritten(File.ReadAllText(file), file));
            else if (!file.EndsWith(".csv", StringComparison.Ordinal))
                Copy(file, path);
        }

        Copy(Path.Combine(repository, "build", "icon.png"), "images/icon.png");
        var readme = Path.Combine(repository, "README.md");
        Write("index.md", Rewritten(File.ReadAllText(readme), readme));
        Write("toc.yml", Contents(withPlanner));
        Write("guides/toc.yml", Entries(Guides.Concat(Others()).Select(name => (TitleOf(Path.Combine(_docs, name + ".md")), $"../{name}.md"))));
        Write("rules/toc.yml", Entries(Pages("rules")));
        Write("laws/toc.yml", Entries(Pages("laws")));
    }

    private static string Contents(bool withPlanner) => Entries(
    [
        ("Guides", "guides/"), ("Rules", "rules/"), ("Laws", "laws/"), ("API", "api/"),
        .. withPlanner ? [("Planner", $"/{Planner}/")] : Array.Empty<(string, string)>(),
    ]);

    private static string Entries(IEnumerable<(string Name, string Path)> pages)
    {
        var text = new StringBuilder();
        foreach (var (name, path) in pages)
            text.Append("- name: '").Append(name.Replace("'", "''", StringComparison.Ordinal)).Append("'\n  href: ").Append(path).Append('\n');
        return text.ToString();
    }

    // A guide that is not in the list stands at its end.
    private IEnumerable<string> Others() => Directory.EnumerateFiles(_docs, "*.md").Select(static file => Path.GetFileNameWithoutExtension(file)!)
        .Where(static name => name is not "README" && !Guides.Contains(name, StringComparer.Ordinal)).Order(StringComparer.Ordinal);

    private IEnumerable<(string Name, string Path)> Pages(string subject) => Directory.EnumerateFiles(Path.Combine(_docs, subject), "*.md").Order(StringComparer.Ordinal)
        .Select(file => (Title: TitleOf(file), Name: Path.GetFileName(file)))
        .OrderByDescending(static page => page.Name is "README.md")
        .Select(static page => (page.Title, page.Name.Replace("README.md", "index.md", StringComparison.Ordinal)));

    private static string TitleOf(string file) => File.ReadLines(file).First(static line => line.StartsWith("# ", StringComparison.Ordinal))[2..].Replace("`", "", StringComparison.Ordinal);

    // A link within docs stays one within the site; what the site does not have is linked where the repository is.
    private string Rewritten(string text, string file) => Link().Replace(text, match =>
    {
        var (target, anchor) = match.Groups["target"].Value.Split('#', 2) is [var before, var after] ? (before, "#" + after) : (match.Groups["target"].Value, "");
        if (target.Length == 0 || target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal))
            return match.Value;
        var full = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, target));
        var index = Path.Combine(full, "README.md");
        if (Directory.Exists(full) && File.Exists(index) && IsPage(index))
            full = index;
        var link = IsPage(full)
            ? Path.GetRelativePath(Path.GetDirectoryName(PlaceOf(file))!, PlaceOf(full)).Replace('\\', '/')
            : $"{Online}/{(Directory.Exists(full) ? "tree" : "blob")}/main/{Path.GetRelativePath(repository, full).Replace('\\', '/')}";
        return match.Groups["before"].Value + link + anchor + match.Groups["after"].Value;
    });

    private bool IsPage(string file) => File.Exists(file) && !file.EndsWith(".csv", StringComparison.Ordinal)
        && (file.StartsWith(_docs + Path.DirectorySeparatorChar, StringComparison.Ordinal) || IsReadme(file));

    private bool IsReadme(string file) => string.Equals(file, Path.Combine(repository, "README.md"), StringComparison.Ordinal);

    private string PlaceOf(string file) => IsReadme(file)
        ? Path.Combine(folder, "index.md")
        : Path.Combine(folder, Path.GetRelativePath(_docs, file).Replace("README.md", "index.md", StringComparison.Ordinal));

    private void Write(string path, string text)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    private void Copy(string file, string path)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.Copy(file, full);
    }

    [GeneratedRegex("""(?<before>\]\(|(?:src|href)=")(?<target>[^)"\s]+)(?<after>[)"])""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Link();
}
