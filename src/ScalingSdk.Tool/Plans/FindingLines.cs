using ScalingSdk.Diagnostics;
using ScalingSdk.Tool.Formats;
using ScalingSdk.Tool.Terminals;
using Spectre.Console;

namespace ScalingSdk.Tool.Plans;

/// <summary>A line of text with its colour.</summary>
internal sealed record StyledLine(string Text, Style? Style = null);

/// <summary>How much of each finding is told.</summary>
internal enum FindingDetail
{
    /// <summary>Headline, because and help.</summary>
    All,

    /// <summary>Headline and every help.</summary>
    Helps,

    /// <summary>Headline and the first help.</summary>
    FirstHelp,

    /// <summary>The same of errors and warnings; suggestions by their ids.</summary>
    SuggestionsById,

    /// <summary>The same, and of the help only what to do, not what that does.</summary>
    ShortHelp,

    /// <summary>The headline of errors and warnings.</summary>
    Headlines,

    /// <summary>The headline of the first, and the ids of all others.</summary>
    First,
}

/// <summary>The findings of a plan as lines, the gravest first.</summary>
internal static class FindingLines
{
    private const string Indent = "  ";

    /// <summary>What a plan on one screen may tell, the fullest first.</summary>
    public static IReadOnlyList<FindingDetail> Fullest { get; } =
        [FindingDetail.Helps, FindingDetail.FirstHelp, FindingDetail.SuggestionsById, FindingDetail.ShortHelp, FindingDetail.Headlines, FindingDetail.First];

    public static IReadOnlyList<StyledLine> Of(PlanView view, int width, FindingDetail detail)
    {
        if (view.Findings.Count == 0)
            return [new("No finding.")];
        List<Finding> findings = [.. view.Findings.OrderByDescending(static finding => finding.Severity)];
        var told = findings.Where((finding, index) => detail switch
        {
            FindingDetail.First => index == 0,
            FindingDetail.SuggestionsById or FindingDetail.ShortHelp or FindingDetail.Headlines => finding.Severity != Severity.Suggestion,
            _ => true,
        }).ToList();
        return [.. told.SelectMany(finding => Lines(finding, width, detail)), .. Rest([.. findings.Except(told)], width)];
    }

    private static IEnumerable<StyledLine> Lines(Finding finding, int width, FindingDetail detail)
    {
        foreach (var line in Wrapped.Lines($"{finding.Severity.Word()} {finding.Rule.Id}: {finding.Headline}", width, Indent.Length))
            yield return new(line, finding.Severity.Style());
        var helps = detail switch
        {
            FindingDetail.All or FindingDetail.Helps => finding.Help.Count,
            FindingDetail.FirstHelp or FindingDetail.SuggestionsById or FindingDetail.ShortHelp => 1,
            _ => 0,
        };
        var below = (detail == FindingDetail.All ? finding.Because.Select(static text => ("because", text)) : [])
            .Concat(finding.Help.Take(helps).Select(help => ("help", detail == FindingDetail.ShortHelp ? help.Text : help.Sentence)));
        foreach (var (label, text) in below)
        {
            foreach (var line in Wrapped.Lines($"{Indent}{label}: {text}", width, Indent.Length * 2))
                yield return new(line);
        }
    }

    private static IEnumerable<StyledLine> Rest(IReadOnlyList<Finding> rest, int width) => rest.Count == 0 ? [] : Wrapped.Lines(
        $"{Severities.Count(rest)}: {string.Join(", ", rest.Select(static finding => finding.Rule.Id).Distinct(StringComparer.Ordinal))}", width, Indent.Length)
        .Select(static line => new StyledLine(line));
}
