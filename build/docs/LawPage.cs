using ScalingSdk.Laws;

namespace ScalingSdk.Docs;

/// <summary>The page of a paper: every law of it, and the plot of its main curve.</summary>
internal sealed record LawPage(string Id, IReadOnlyList<IScalingLaw> Laws, Plot Plot)
{
    public string Path => $"docs/laws/{Id}.md";

    public bool Has(string lawId) => Laws.Any(law => string.Equals(law.Info.Id, lawId, StringComparison.Ordinal));

    public string ImagePath => $"docs/laws/img/{Id}.svg";
}
