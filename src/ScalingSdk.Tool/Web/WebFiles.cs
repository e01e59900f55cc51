using System.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Web;

/// <summary>
/// The files of a published page, as they were when it was opened: a request is looked up among their names, and no path is ever made
/// from it. Links are left out, because one may lead out of the folder.
/// </summary>
internal sealed class WebFiles
{
    private const string Entry = "index.html";
    private const string Live = "live.js";

    // The page follows the project's files: it opens a link to the first spec, with the others beside it, whenever their text changes.
    private const string LiveScript = """
        (() => {
          const most = 4;
          let last;
          const part = (name, value) => name + '=' + encodeURIComponent(value);
          const draft = spec => [part('spec', spec.text), part('name', spec.name), ...spec.files.map(file => part('file', file.name + ':' + file.text))].join('&');
          const look = async () => {
            try {
              const answer = await fetch('specs.json', { cache: 'no-store' });
              const text = answer.ok ? await answer.text() : last;
              if (text !== last) {
                last = text;
                const [first, ...others] = JSON.parse(text).specs;
                if (first) location.hash = [draft(first), ...others.slice(0, most - 1).map(spec => part('with', draft(spec)))].join('&');
              }
            } catch { /* The command has ended; the page stays. */ }
            setTimeout(look, 1000);
          };
          look();
        })();
        """;

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".mjs"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json",
        [".wasm"] = "application/wasm",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".ico"] = "image/x-icon",
        [".txt"] = "text/plain; charset=utf-8",
        [".woff2"] = "font/woff2",
    };

    private readonly Dictionary<string, string> _paths = new(StringComparer.Ordinal);

    /// <exception cref="InputException">The folder has no page.</exception>
    public WebFiles(string folder)
    {
        if (!File.Exists(Path.Combine(folder, Entry)))
            throw new InputException($"'{folder}' has no {Entry}: publish the page with 'dotnet publish src/ScalingSdk.Web -o web' and give its folder, --files web/wwwroot");
        var root = Path.GetFullPath(folder);
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (var file in Directory.EnumerateFiles(root, "*", options))
            _paths[Path.GetRelativePath(root, file).Replace('\\', '/')] = file;
    }

    /// <summary>The folder of the page that came with the tool.</summary>
    public static string Own { get; } = Path.Combine(AppContext.BaseDirectory, "web");

    /// <summary>The file of a name; null where the page has none.</summary>
    public WebAnswer? Find(string name)
    {
        if (name is Live)
            return new(200, Types[".js"], Encoding.UTF8.GetBytes(LiveScript));
        var page = name.Length == 0 ? Entry : name;
        if (!_paths.TryGetValue(page, out var path))
            return null;
        var type = Types.GetValueOrDefault(Path.GetExtension(page), "application/octet-stream");
        return page is Entry
            ? new(200, type, Encoding.UTF8.GetBytes(File.ReadAllText(path).Replace("</body>", $"<script src=\"{Live}\"></script>\n</body>", StringComparison.Ordinal)))
            : new(200, type, File.ReadAllBytes(path));
    }
}
