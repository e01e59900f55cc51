using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ScalingSdk.Analyzers.ConfigTypes;
using ScalingSdk.Diagnostics;
using ScalingSdk.Rules;
using ScalingSdk.Specs;

namespace ScalingSdk.Analyzers;

/// <summary>Says at <c>[ScalingBudget]</c> why it gives no constants; what is found in the construction itself is shown there.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NamedConstructionAnalyzer : DiagnosticAnalyzer
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
            if (start.Compilation.GetTypeByMetadataName(NamedConstruction.AttributeName) is { } attribute)
                start.RegisterSymbolAction(symbol => Check(symbol, attribute), SymbolKind.Field, SymbolKind.Property, SymbolKind.Method, SymbolKind.NamedType);
        });
    }

    private static void Check(SymbolAnalysisContext context, INamedTypeSymbol attribute)
    {
        var use = context.Symbol.GetAttributes().FirstOrDefault(use => SymbolEqualityComparer.Default.Equals(use.AttributeClass, attribute));
        if (use?.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is AttributeSyntax syntax
            && Problem(context, use) is var (rule, message))
        {
            context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.Of(rule), syntax.GetLocation(), RuleDescriptors.Translate(rule.Severity), null, null, message));
        }
    }

    private static (RuleInfo Rule, string Message)? Problem(SymbolAnalysisContext context, AttributeData use)
    {
        var (symbol, compilation) = (context.Symbol, context.Compilation);
        if (NamedConstruction.StatedName(use) is { } name && !SpecName.IsIdentifier(name))
            return (HostRules.BadValue, SpecName.NotAnIdentifier(name));
        var code = new ProjectCode(compilation, context.CancellationToken) { Files = context.Options.AdditionalFiles };
        if (NamedConstruction.Of(symbol, use, code) is not { } named)
        {
            if (NamedConstruction.ReadAtRunTime(symbol, code) is { } file)
                return (HostRules.MissingValue, $"the values of '{symbol.Name}' are read at run time and no {file} reaches the compiler, so it has no constants; add <ScalingModelFile Include=\"...\" /> to the project");
            if (symbol is IMethodSymbol { Parameters: [var parameter, ..], ReturnType: INamedTypeSymbol type } && MarkedTypes.Of(compilation)?.Of(type, code) is not null)
                return (HostRules.MissingValue, $"'{symbol.Name}' depends on '{parameter.Name}', which is known at run time alone, so it has no constants; write [ScalingBudget] on a method without parameters that calls it");
            return (HostRules.SpecUnreadable, $"'{symbol.Name}' gives no construction of a type with [ScalingModel], so it has no constants; write it on a static read-only field, "
                + "a static property without a setter or a static method without parameters that gives a 'new' or a 'with', or on the type itself");
        }

        if (SpecEntries.Of(named.Construction, named.Type).Unknown is [var unknown, ..])
            return (HostRules.MissingValue, $"{UnknownValues.What(unknown)}, so there is no '{named.Class.Name}'; {UnknownValues.Remedy(unknown)}");
        if (named.MissingKey(context.CancellationToken) is { } missing)
            return (HostRules.MissingValue, $"{UnknownValues.Nobody(named.Construction, missing)}, so there is no '{named.Class.Name}'; {UnknownValues.HowToState(named.Construction, missing)}{AtTheType(missing)}");
        if (ClassConflicts.Of(named.Class, compilation) is var (headline, _))
            return (ClassImpossible.Info, headline + "; write another name: [ScalingBudget(\"...\")]");
        return Winner(compilation, named) is { } other
            ? (ClassTaken.Info, ClassTaken.Describe(named.Class.FullName, other, "construction") + "; write another name: [ScalingBudget(\"...\")]")
            : null;
    }

    private static string AtTheType(string key) =>
        MemberKeys.Parse(key) is var path && path == KeyPath.Vocabulary ? ", or write [ScalingModel(..., VocabularySize = 50304)]"
        : path == KeyPath.Context ? ", or write [ScalingModel(..., ContextLength = 1024)]"
        : path == KeyPath.Architecture ? ", or write it at [ScalingRun]"
        : "";

    /// <summary>Who has the class that a construction asks for, as the generated class says; null where it has it itself.</summary>
    private static string? Winner(Compilation compilation, NamedConstruction named) =>
        compilation.GetTypeByMetadataName(named.Class.FullName)?.GetMembers("SpecPath") is [IFieldSymbol { ConstantValue: string origin }]
        && !string.Equals(origin, named.Class.SpecPath, StringComparison.Ordinal)
            ? origin
            : null;
}
