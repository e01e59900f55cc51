using ScalingSdk.Text;

namespace ScalingSdk.Diagnostics;

/// <summary>One thing that a rule found, and where.</summary>
public sealed record Finding
{
    /// <summary>The rule.</summary>
    public required RuleInfo Rule { get; init; }

    /// <summary>The severity: the rule's, unless the case is milder or graver than its usual one.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What is wrong, with its number and whose threshold it is; no final period.</summary>
    public required string Headline { get; init; }

    /// <summary>Why: clauses, laws and numbers, a line each without final period. Worked out when it is read, where that takes a search.</summary>
    public IReadOnlyList<string> Because { get; init; } = [];

    /// <summary>What to do, the best first. Each is planned and checked when it is read.</summary>
    public IReadOnlyList<Help> Help { get; init; } = [];

    /// <summary>The finding in one line, as compilers and MSBuild show it: the headline and the first help.</summary>
    public string Message => OneLine.Of(Headline, Help);

    /// <summary>The spec file, as the host named it.</summary>
    public required string Path { get; init; }

    /// <summary>What states the value that it is about: a place in the spec, an option, an expression of C#.</summary>
    public required Origin Origin { get; init; }

    /// <summary>The key or value that it is about, in UTF-16 characters from 0; empty where no file states it.</summary>
    public SourceSpan Span => Origin.Span;

    /// <summary>Where the span starts, from line 1 and column 1.</summary>
    public required SourcePosition Start { get; init; }

    /// <summary>Where the span ends, from line 1 and column 1.</summary>
    public required SourcePosition End { get; init; }

    /// <summary>The first change of the spec that ends the finding; null where no value is known to be right.</summary>
    public Remedy? Remedy => Help.OfType<Remedy>().FirstOrDefault(static remedy => remedy is { IsFix: true, Edits.Count: > 0 });

    /// <summary>The key of the model that is missing, where that is what was found: in code, a member has another name.</summary>
    internal string? MissingKey { get; init; }

    /// <summary>The lines below the headline, each with its label: "because" or "help".</summary>
    internal IEnumerable<(string Label, string Text)> Details =>
        Because.Select(static line => ("because", line)).Concat(Help.Select(static help => ("help", help.Sentence)));

    /// <summary>The whole finding: the headline, and below it the details with their labels, a sentence each.</summary>
    internal string Text => string.Join("\n", [Headline + ".", .. Details.Select(static detail => $"{detail.Label}: {detail.Text}{(detail.Text.EndsWith("?", StringComparison.Ordinal) ? "" : ".")}")]);

    /// <summary>The lines below <see cref="Message"/>, which has the first help: it follows again where there is something to type, or an effect.</summary>
    internal IEnumerable<(string Label, string Text)> DetailsBelowMessage
    {
        get
        {
            foreach (var line in Because)
                yield return ("because", line);
            var first = true;
            foreach (var help in Help)
            {
                if (!first || help.Effect is not null || (help.Edits.Count > 0 && !help.IsPlain))
                    yield return ("help", help.Line);
                first = false;
            }
        }
    }

    /// <summary>As a compiler prints it: <c>a.scaling.json(3,14): warning SCALE1001: ...</c></summary>
    public override string ToString()
    {
        var severity = Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "suggestion" };
        return FormattableString.Invariant($"{OutsideText.Neutral(Path)}({Start.Line},{Start.Column}): {severity} {Rule.Id}: {OutsideText.Neutral(Message)}");
    }
}
