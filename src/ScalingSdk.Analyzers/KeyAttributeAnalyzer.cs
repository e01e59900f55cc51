using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ScalingSdk.Analyzers.ConfigTypes;
using ScalingSdk.Diagnostics;
using ScalingSdk.Rules;

namespace ScalingSdk.Analyzers;

/// <summary>Reports a <c>[ScalingKey]</c> whose key is none.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KeyAttributeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => RuleDescriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(Check, SyntaxKind.Attribute);
    }

    private static void Check(SyntaxNodeAnalysisContext context)
    {
        if (context.Node is not AttributeSyntax { ArgumentList.Arguments: [{ Expression: var text }, ..] } attribute
            || !attribute.Name.ToString().Contains("ScalingKey")
            || context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type is not { Name: MemberKeys.KeyAttribute, ContainingNamespace.Name: "ScalingSdk" }
            || context.SemanticModel.GetConstantValue(text, context.CancellationToken) is not { HasValue: true, Value: string key }
            || MemberKeys.Parse(key) is not null)
        {
            return;
        }

        var candidates = MemberKeys.Candidates(key);
        var nearest = candidates.Count > 1 ? null : MemberKeys.Nearest(key);
        var hint = candidates.Count > 1 ? $"several sections have it; write {string.Join(" or ", candidates.Select(static one => $"'{one}'"))}"
            : Suggest.Hint(nearest, "docs/spec.md and docs/models.md list the keys");
        var remedy = nearest is null ? null : new CodeRemedy($"Write \"{nearest}\"", ImmutableArray.Create(text.GetLocation()), ImmutableArray.Create(SymbolDisplay.FormatLiteral(nearest, quote: true)));
        context.ReportDiagnostic(Diagnostic.Create(
            RuleDescriptors.Of(HostRules.UnknownKey),
            text.GetLocation(),
            RuleDescriptors.Translate(HostRules.UnknownKey.Severity),
            remedy?.Sites,
            remedy?.Properties,
            $"'{Text.OutsideText.Neutral(key)}' is not a key of a spec, so the member states nothing; {hint}"));
    }
}
