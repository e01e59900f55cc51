using ScalingSdk.Laws;

namespace ScalingSdk.Docs;

/// <summary>The page of a paper: every law of it, and the plot of its main curve.</summary>
internal sealed record LawPage(string Id, IReadOnlyList<IScalingLaw> Laws, Plot Plot)
{
    public string Path => $"docs/laws/{Id}.md";

    public string ImagePath => $"docs/laws/img/{Id}.svg";
}
