using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ScalingSdk.Analyzers.Code;
using ScalingSdk.Analyzers.Projects;
using ScalingSdk.Rules;

namespace ScalingSdk.Analyzers;

/// <summary>Reports what is found in a spec once more where a type names it: there every editor shows it, and can fix it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SpecReferenceAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => RuleDescriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(SpecReference.AttributeName) is { } attribute)
                start.RegisterSymbolAction(type => Check(type, attribute), SymbolKind.NamedType);
        });
    }

    private static void Check(SymbolAnalysisContext type, INamedTypeSymbol attribute)
    {
        foreach (var use in type.Symbol.GetAttributes())
        {
            if (!SymbolEqualityComparer.Default.Equals(use.AttributeClass, attribute)
                || use.ConstructorArguments is not [{ Value: string reference }]
                || use.ApplicationSyntaxReference?.GetSyntax(type.CancellationToken) is not AttributeSyntax { ArgumentList.Arguments: [var argument, ..] } site)
            {
                continue;
            }

            if (WhyNot(site, (INamedTypeSymbol)type.Symbol) is { } why)
                type.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.Of(ClassImpossible.Info), argument.Expression.GetLocation(), ClassImpossible.NotCompletable(type.Symbol.Name, why)));

            foreach (var finding in Findings(reference, type.Options, type.CancellationToken))
                type.ReportDiagnostic(finding.ToDiagnostic(argument.Expression.GetLocation(), reference));
        }
    }

    private static string? WhyNot(AttributeSyntax site, INamedTypeSymbol type) => PartialTypes.WhyNot(site)
        ?? (ClassConflicts.OwnConstant(type) is { } member && PartialTypes.IsPartial(site) ? $"it declares '{member}' itself; rename or remove '{member}'" : null);

    private static IReadOnlyList<Diagnostics.Finding> Findings(string reference, AnalyzerOptions options, CancellationToken cancellation)
    {
        var project = ProjectOptions.From(options.AnalyzerConfigOptionsProvider);
        var specs = options.AdditionalFiles.Where(SpecFile.IsSpec);
        return SpecReference.Pick(reference, specs, spec => project.RelativePath(spec.Path)) is { } spec
            ? SpecFile.Run(spec, options.AdditionalFiles, cancellation)?.Findings ?? []
            : SpecPipeline.Run(reference, text: null, static _ => null, cancellation).Findings;
    }
}
