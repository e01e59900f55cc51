using System.Text.Json;

namespace ScalingSdk.EndToEnd.Tests;

/// <summary>The packages that the restore of these tests has chosen: one version of each, whatever else lies in the machine's folder.</summary>
internal static class RestoredPackages
{
    /// <summary>Copies packages, and all that they depend on, into a folder that a restore can take them from.</summary>
    public static void CopyTo(string feed, params string[] names)
    {
        using var assets = JsonDocument.Parse(Repository.Read("tests/ScalingSdk.EndToEnd.Tests/obj/project.assets.json"));
        var folder = assets.RootElement.GetProperty("packageFolders").EnumerateObject().First().Name;
        var libraries = assets.RootElement.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject()
            .ToDictionary(static library => library.Name.Split('/')[0], static library => library, StringComparer.OrdinalIgnoreCase);
        Directory.CreateDirectory(feed);
        var next = new Stack<string>(names);
        while (next.TryPop(out var name))
        {
            var library = libraries[name];
            var file = library.Name.Replace('/', '.').ToLowerInvariant() + ".nupkg";
            var copy = Path.Combine(feed, file);
            if (File.Exists(copy))
                continue;
            File.Copy(Path.Combine(folder, library.Name.ToLowerInvariant(), file), copy);
            if (library.Value.TryGetProperty("dependencies", out var dependencies))
            {
                foreach (var dependency in dependencies.EnumerateObject())
                    next.Push(dependency.Name);
            }
        }
    }
}
