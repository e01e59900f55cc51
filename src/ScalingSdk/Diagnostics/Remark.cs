using ScalingSdk.Text;

namespace ScalingSdk.Diagnostics;

/// <summary>What a rule reports before it has a file and a line.</summary>
/// <param name="Rule">Which rule.</param>
/// <param name="Severity">How grave the case is.</param>
/// <param name="Origin">What it is about.</param>
/// <param name="Headline">The value, the threshold and whose it is.</param>
/// <param name="Because">Clauses, laws and numbers, a line each.</param>
/// <param name="Help">What to do, the best first.</param>
internal sealed record Remark(
    RuleInfo Rule, Severity Severity, Origin Origin, string Headline, IReadOnlyList<string> Because, IReadOnlyList<Help> Help)
{
    /// <summary>The key of the model that is missing, where that is what is reported.</summary>
    public string? MissingKey { get; init; }

    /// <summary>The remark as a finding, in its file.</summary>
    public Finding In(string path, LineMap lines) => new()
    {
        Rule = Rule,
        Severity = Severity,
        Headline = Headline,
        Because = Because,
        Help = Help,
        Path = path,
        Origin = Origin,
        Start = lines.At(Origin.Span.Start),
        End = lines.At(Origin.Span.End),
        MissingKey = MissingKey,
    };
}
