using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ScalingSdk.Analyzers.ConfigTypes;
using ScalingSdk.Diagnostics;
using ScalingSdk.Rules;

namespace ScalingSdk.Analyzers;

/// <summary>Checks every construction of a type that carries <c>[ScalingModel]</c>, where it is written.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConfigTypeAnalyzer : DiagnosticAnalyzer
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
            if (start.Compilation.GetTypeByMetadataName(ConfigType.AttributeName) is not { } attribute)
                return;
            var check = new Check(attribute);
            start.RegisterOperationAction(check.Construction, OperationKind.ObjectCreation, OperationKind.With, OperationKind.Invocation);
            start.RegisterSymbolAction(check.Type, SymbolKind.NamedType);
        });
    }

    private sealed class Check(INamedTypeSymbol attribute)
    {
        private readonly ConcurrentDictionary<INamedTypeSymbol, ConfigType?> _types = new(SymbolEqualityComparer.Default);
        private readonly ConcurrentDictionary<INamedTypeSymbol, HashSet<(RuleInfo, string)>> _ofDefaults = new(SymbolEqualityComparer.Default);

        // A default that several constructions leave as it is comes several times; the compiler reports equal diagnostics once, but
        // compares the arguments of messages by reference.
        private readonly ConcurrentDictionary<string, string> _messages = new(StringComparer.Ordinal);

        public void Construction(OperationAnalysisContext context)
        {
            // What a 'with' starts from is checked with it.
            if (context.Operation.Type is not INamedTypeSymbol type || context.Operation.Parent is IWithOperation parent && ReferenceEquals(parent.Operand, context.Operation))
                return;
            if (TypeOf(type, context.CancellationToken) is not { } config)
                return;

            // A call without arguments gives what its method constructs, which is checked there.
            if (context.Operation is IInvocationOperation { Arguments.IsEmpty: true })
                return;
            if (ConstructionReader.Read(context.Operation, type, context.Compilation, context.CancellationToken) is { } construction)
                Report(construction, config, context.Compilation, context.ReportDiagnostic, context.CancellationToken);
            else if (context.Operation is IWithOperation with)
                context.ReportDiagnostic(Diagnostic(new(UnknownValue.Info, Severity.Suggestion, with.Operand.Syntax.GetLocation(), NoBase(with.Operand.Syntax))));
        }

        /// <summary>The constants of a class, and the defaults that [ScalingBudget] makes a plan of.</summary>
        public void Type(SymbolAnalysisContext context)
        {
            if (context.Symbol is not INamedTypeSymbol type || TypeOf(type, context.CancellationToken) is not { } config)
                return;
            var construction = ConstructionReader.IsOfConstants(type) ? ConstructionReader.Read(type, context.Compilation, context.CancellationToken)
                : HasBudget(type) ? ConstructionReader.ReadDefaults(type, context.Compilation, context.CancellationToken)
                : null;
            if (construction is not null)
                Report(construction, config, context.Compilation, context.ReportDiagnostic, context.CancellationToken);
        }

        private static bool HasBudget(INamedTypeSymbol type) => type.GetAttributes()
            .Any(static use => string.Equals(use.AttributeClass?.ToDisplayString(), NamedConstruction.AttributeName, StringComparison.Ordinal));

        private ConfigType? TypeOf(INamedTypeSymbol type, CancellationToken cancellation) =>
            _types.GetOrAdd(type, one => ConfigType.From(one, attribute, cancellation));

        private void Report(Construction construction, ConfigType type, Compilation compilation, Action<Diagnostic> report, CancellationToken cancellation)
        {
            var findings = new ConstructionFindings(type, finding => OfDefaults(construction.Type, type, compilation, cancellation).Contains((finding.Rule, finding.Message)));
            foreach (var finding in findings.Of(construction, cancellation))
                report(Diagnostic(finding));
        }

        private HashSet<(RuleInfo, string)> OfDefaults(INamedTypeSymbol symbol, ConfigType type, Compilation compilation, CancellationToken cancellation) =>
            _ofDefaults.GetOrAdd(symbol, one => ConstructionReader.ReadDefaults(one, compilation, cancellation) is { } defaults
                ? [.. new ConstructionFindings(type, static _ => false).Of(defaults, cancellation).Select(static finding => (finding.Rule, finding.Message))]
                : []);

        private static string NoBase(SyntaxNode operand) =>
            $"the values that '{Text.Excerpt.Of(operand.ToString())}' has are not constant here, so this construction is not checked; start from a 'new' or a read-only preset";

        private Diagnostic Diagnostic(ConstructionFinding finding) => Microsoft.CodeAnalysis.Diagnostic.Create(
            RuleDescriptors.Of(finding.Rule),
            finding.Location,
            RuleDescriptors.Translate(finding.Severity),
            finding.Remedy?.Sites,
            finding.Remedy?.Properties,
            _messages.GetOrAdd(finding.Message, finding.Message));
    }
}
