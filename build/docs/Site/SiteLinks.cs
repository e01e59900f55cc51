using System.Net;
using System.Text.RegularExpressions;

namespace ScalingSdk.Docs.Site;

/// <summary>Whether each link of the built pages leads to a page, a place within it, or a file of the site.</summary>
internal static partial class SiteLinks
{
    /// <summary>The links that lead nowhere, as <c>page: link</c>.</summary>
    public static IReadOnlyList<string> Broken(string site)
    {
        var pages = Directory.EnumerateFiles(site, "*.html", SearchOption.AllDirectories)
            .ToDictionary(static page => page, static page => File.ReadAllText(page), StringComparer.Ordinal);
        var places = pages.ToDictionary(static page => page.Key, static page => Id().Matches(page.Value).Select(static id => WebUtility.HtmlDecode(id.Groups["id"].Value)).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        return [.. pages.SelectMany(page => Link().Matches(page.Value).Select(static link => WebUtility.HtmlDecode(link.Groups["link"].Value)).Distinct(StringComparer.Ordinal)
            .Where(link => IsBroken(site, page.Key, link, places)).Select(link => $"{Path.GetRelativePath(site, page.Key)}: {link}"))];
    }

    private static bool IsBroken(string site, string page, string link, Dictionary<string, HashSet<string>> places)
    {
        if (Elsewhere().IsMatch(link))
            return false;
        var parts = link.Split('#', 2);
        var path = Uri.UnescapeDataString(parts[0].Split('?')[0]);
        var target = path.Length == 0 ? page
            : path[0] == '/' ? Path.Combine(site, path[1..])
            : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, path));
        if (path.EndsWith('/') || Directory.Exists(target))
            target = Path.Combine(target, "index.html");
        if (!File.Exists(target))
            return true;
        return parts is [_, { Length: > 0 } place] && places.TryGetValue(target, out var known) && !known.Contains(Uri.UnescapeDataString(place));
    }

    [GeneratedRegex("""(?:href|src)="(?<link>[^"]*)["]""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Link();

    [GeneratedRegex("""\sid="(?<id>[^"]*)["]""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Id();

    [GeneratedRegex("^(?:[a-z]+:|//)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Elsewhere();
}
