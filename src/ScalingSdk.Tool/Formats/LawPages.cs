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

    /// <summary>The law or page that was probably meant: one that starts so, a page before a law, or is near in spelling; null where none is.</summary>
    public static string? Nearest(string typed) => (typed.Length < 3 ? null : LawRegistry.All
        .Select(static law => law.Info.ConstantSet.Split(' ')[0])
        .Concat(LawRegistry.All.Select(static law => law.Info.Id))
        .FirstOrDefault(name => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase) && Find(name).Count > 0))
        ?? LawRegistry.Nearest(typed);

    /// <summary>The page of a law, or the page of this name; null where there is none.</summary>
    public static string? Page(string name) => Resources.Text("laws/" + name)
        ?? (LawRegistry.Find(name) is { } law ? Resources.Text("laws/" + law.Info.ConstantSet.Split(' ')[0]) : null);
}
