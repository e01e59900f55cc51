using ScalingSdk.Text;

namespace ScalingSdk.Diagnostics;

/// <summary>One thing that a rule found, and where.</summary>
public sealed record Finding
{
    /// <summary>The rule.</summary>
    public required RuleInfo Rule { get; init; }

    /// <summary>The severity: the rule's, unless the case is milder or graver than its usual one.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The value, the threshold, whose threshold it is, and the number to type; no final period.</summary>
    public required string Message { get; init; }

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

    /// <summary>The change of the spec that ends the finding; null where no value is known to be right.</summary>
    public Remedy? Remedy { get; init; }

    /// <summary>The key of the model that is missing, where that is what was found: in code, a member has another name.</summary>
    internal string? MissingKey { get; init; }

    /// <summary>As a compiler prints it: <c>a.scaling.json(3,14): warning SCALE1001: ...</c></summary>
    public override string ToString()
    {
        var severity = Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" };
        return FormattableString.Invariant($"{Path}({Start.Line},{Start.Column}): {severity} {Rule.Id}: {Message}");
    }
}
