namespace ScalingSdk.Docs.Site;

/// <summary><c>dotnet run --project build/docs -- site</c>: the documentation as a site in <c>artifacts/site</c>, ready for any static host.</summary>
internal static class SiteCommand
{
    public static int Run(string repository)
    {
        var (source, site) = (Path.Combine(repository, "artifacts", "site-source"), Path.Combine(repository, "artifacts", "site"));
        var planner = Path.Combine(repository, "artifacts", "web", "wwwroot");
        var withPlanner = File.Exists(Path.Combine(planner, "index.html"));
        if (Directory.Exists(site))
            Directory.Delete(site, recursive: true);
        new SiteSource(repository, source).Write(withPlanner);
        DocfxProject.Write(source, typeof(ScalingPlan).Assembly.Location, site);
        if (DocfxProject.Build(repository, source) is { } complaint)
        {
            Console.Error.WriteLine(complaint);
            return 1;
        }

        File.WriteAllText(Path.Combine(site, ".nojekyll"), "");
        if (withPlanner)
            Copy(planner, Path.Combine(site, SiteSource.Planner));
        var broken = SiteLinks.Broken(site);
        foreach (var link in broken)
            Console.Error.WriteLine($"leads nowhere: {link}");
        Console.WriteLine($"{site}: {Directory.EnumerateFiles(site, "*.html", SearchOption.AllDirectories).Count()} pages{(withPlanner ? " and the planner" : ", without the planner: publish it to artifacts/web first")}");
        return broken.Count == 0 ? 0 : 1;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
