using ScalingSdk.Laws;

namespace ScalingSdk.Tool.Formats;

/// <summary>The laws that a name means: one by its id, or those of a paper by the name of its page.</summary>
internal static class LawPages
{
    /// <summary>The laws; empty where nothing has this name.</summary>
    public static IReadOnlyList<LawInfo> Find(string name)
    {
        if (LawRegistry.Find(name) is { } law)
            return [law.Info];
        return [.. LawRegistry.All.Select(static one => one.Info).Where(info => info.ConstantSet.StartsWith(name + " ", StringComparison.Ordinal))];
    }
}
