namespace ScalingSdk.Web.Tests;

/// <summary>Tables of runs to drop on the page.</summary>
internal static class Runs
{
    /// <summary>The 240 runs of Chinchilla's figure 4 that Besiroglu et al. fit.</summary>
    public static string Chinchilla() => string.Join('\n', File.ReadLines(Path.Combine(Site.Repository, "tests", "Data", "runs", "chinchilla-figure-4.csv"))
        .Where(static line => !line.EndsWith(",True", StringComparison.Ordinal))
        .Select(static line => line[..line.LastIndexOf(',')])) + "\n";
}
