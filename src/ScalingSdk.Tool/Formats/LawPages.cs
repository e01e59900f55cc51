using ScalingSdk.Laws;

namespace ScalingSdk.Tool.Formats;

/// <summary>The laws that a name means, one by its id or those of a paper by the name of its page; and the pages of docs/laws, which the tool carries.</summary>
internal static class LawPages
{
    /// <summary>The laws; empty where nothing has this name.</summary>
    public static IReadOnlyList<LawInfo> Find(string name)
    {
        if (LawRegistry.Find(name) is { } law)
            return [law.Info];
        return [.. LawRegistry.All.Select(static one => one.Info).Where(info => info.ConstantSet.StartsWith(name + " ", StringComparison.Ordinal))];
    }

    /// <summary>The page of a law, or the page of this name; null where there is none.</summary>
    public static string? Page(string name) => Resources.Text("laws/" + name)
        ?? (LawRegistry.Find(name) is { } law ? Resources.Text("laws/" + law.Info.ConstantSet.Split(' ')[0]) : null);
}
