using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ScalingSdk.Diagnostics;
using ScalingSdk.Rules;

namespace ScalingSdk.Analyzers;

/// <summary>The catalog's rules as the compiler knows them.</summary>
internal static class RuleDescriptors
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById =
        RuleCatalog.All.ToImmutableDictionary(static rule => rule.Id, Describe, StringComparer.Ordinal);

    /// <summary>What the compiler reports: gates and the lock file are the build's.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        RuleCatalog.All.Except(RuleCatalog.OfTheBuild).Select(static rule => ById[rule.Id]).ToImmutableArray();

    public static DiagnosticDescriptor Of(RuleInfo rule) => ById[rule.Id];

    public static DiagnosticSeverity Translate(Severity severity) => severity switch
    {
        Severity.Error => DiagnosticSeverity.Error,
        Severity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };

    private static DiagnosticDescriptor Describe(RuleInfo rule) => new(
        rule.Id,
        rule.Title,
        messageFormat: "{0}",
        rule.Category,
        Translate(rule.Severity),
        isEnabledByDefault: true,
        helpLinkUri: rule.HelpLink);
}
