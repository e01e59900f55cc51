using System.Diagnostics;

namespace ScalingSdk.Docs.Site;

/// <summary>The site's generator: pages and the API reference of the facade, the library's root namespace.</summary>
internal static class DocfxProject
{
    // The rest of the library is for its own hosts: users call the facade.
    private const string Filter = """
        apiRules:
        - exclude:
            uidRegex: ^ScalingSdk\.[^.]+(\..*)?$
            type: Namespace
        """;

    public static void Write(string folder, string library, string output)
    {
        File.WriteAllText(Path.Combine(folder, "facade.yml"), Filter);
        File.WriteAllText(Path.Combine(folder, "docfx.json"), $$"""
            {
              "metadata": [{ "src": [{ "src": "{{Slashes(Path.GetDirectoryName(library)!)}}", "files": ["{{Path.GetFileName(library)}}"] }], "dest": "api", "filter": "facade.yml", "namespaceLayout": "nested" }],
              "build": {
                "content": [{ "files": ["**/*.{md,yml}"], "exclude": ["facade.yml"] }],
                "resource": [{ "files": ["**/*.{svg,png,json}"], "exclude": ["docfx.json"] }],
                "output": "{{Slashes(output)}}",
                "template": ["default", "modern"],
                "globalMetadata": { "_appName": "ScalingSdk", "_appTitle": "ScalingSdk", "_appLogoPath": "images/icon.png", "_appFaviconPath": "images/icon.png", "_appFooter": "ScalingSdk: a linter and planner for LLM training runs", "_enableSearch": true, "_disableContribution": true }
              }
            }
            """);
    }

    /// <summary>Builds the site; null, or what the generator complained of.</summary>
    public static string? Build(string repository, string folder)
    {
        foreach (var arguments in (string[][])[["tool", "restore"], ["docfx", Path.Combine(folder, "docfx.json"), "--warningsAsErrors"]])
        {
            using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = repository, RedirectStandardOutput = true, UseShellExecute = false })!;
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
                return text;
        }

        return null;
    }

    private static string Slashes(string path) => path.Replace('\\', '/');
}
