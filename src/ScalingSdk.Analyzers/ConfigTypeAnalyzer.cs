using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ScalingSdk.Analyzers.ConfigTypes;
using ScalingSdk.Diagnostics;

namespace ScalingSdk.Analyzers;

/// <summary>Checks every construction of a type that carries <c>[ScalingModel]</c>, and every run that holds one, where it is written.</summary>
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
            if (MarkedTypes.Of(start.Compilation) is not { } marked)
                return;
            var check = new Check(marked, start.Options.AdditionalFiles);
            start.RegisterOperationAction(check.Construction, OperationKind.ObjectCreation, OperationKind.With, OperationKind.Invocation);
            start.RegisterOperationAction(check.Lambda, OperationKind.AnonymousFunction);
            start.RegisterSymbolAction(check.Type, SymbolKind.NamedType);
            start.RegisterSymbolAction(check.Run, SymbolKind.Method);
        });
    }

    private sealed class Check(MarkedTypes marked, ImmutableArray<AdditionalText> files)
    {
        private readonly ConcurrentDictionary<INamedTypeSymbol, HashSet<(RuleInfo, string)>> _ofDefaults = new(SymbolEqualityComparer.Default);

        // A default that several constructions leave as it is comes several times; the compiler reports equal diagnostics once, but
        // compares the arguments of messages by reference.
        private readonly ConcurrentDictionary<string, string> _messages = new(StringComparer.Ordinal);

        public void Construction(OperationAnalysisContext context)
        {
            var operation = context.Operation;
            if (ConfigTypeOf(operation) is not { } type || IsStart(operation))
                return;
            var code = Code(context.Compilation, context.CancellationToken);
            if (marked.Of(type, code) is not { } config)
            {
                if (operation is not IInvocationOperation && marked.Holds(type, code) && ConstructionReader.Read(operation, type, code) is { } holder && marked.Of(holder, code) is { } held)
                    Report(holder, held, code, context.ReportDiagnostic);
                return;
            }

            // A call without arguments gives what its method constructs, which is checked there.
            if (operation is IInvocationOperation { Instance: null, Arguments.IsEmpty: true } call && !RuntimeValues.IsReading(call.TargetMethod))
                return;
            if (ConstructionReader.Read(operation, type, code) is { } construction)
                Report(construction, marked.Of(construction, code)!, code, context.ReportDiagnostic);
            else if (operation is IWithOperation { Operand: not IInstanceReferenceOperation } with)
                context.ReportDiagnostic(Diagnostic(UnknownValues.NoBase(with.Operand.Syntax)));
            else if (operation is IInvocationOperation { TargetMethod: var method } && RuntimeValues.IsReading(method))
                context.ReportDiagnostic(Diagnostic(UnknownValues.ReadAtRunTime(operation.Syntax, type, config)));
        }

        /// <summary>What a lambda sets of an object that a method of the project makes; what a framework makes of it is known at run time alone.</summary>
        public void Lambda(OperationAnalysisContext context)
        {
            if (context.Operation is not IAnonymousFunctionOperation { Symbol: { ReturnsVoid: true, Parameters: [{ Type: INamedTypeSymbol type }] } } lambda
                || CalledWith(lambda) is not { } method || IsGiven(method, type))
            {
                return;
            }

            var code = Code(context.Compilation, context.CancellationToken);
            if (marked.Of(type, code) is not { } config || ConstructionReader.Read(lambda, type, code) is not { } construction || !construction.Values.Any(value => construction.Holds(value.Origin)))
                return;
            if (!code.Declarations(method).IsEmpty)
                Report(construction, config, code, context.ReportDiagnostic);
            else
                context.ReportDiagnostic(Diagnostic(UnknownValues.JoinedAtRunTime(lambda.Syntax, type, method.Name)));
        }

        /// <summary>The constants of a class, and the defaults that [ScalingBudget] makes a plan of.</summary>
        public void Type(SymbolAnalysisContext context)
        {
            var code = Code(context.Compilation, context.CancellationToken);
            if (context.Symbol is not INamedTypeSymbol type || marked.Of(type, code) is null)
                return;
            var construction = ConstructionReader.IsOfConstants(type) ? ConstructionReader.Read(type, code)
                : HasBudget(type) ? ConstructionReader.ReadDefaults(type, code)
                : null;
            if (construction is not null)
                Report(construction, marked.Of(construction, code)!, code, context.ReportDiagnostic);
        }

        /// <summary>A method that is one run.</summary>
        public void Run(SymbolAnalysisContext context)
        {
            var code = Code(context.Compilation, context.CancellationToken);
            if (context.Symbol is IMethodSymbol method && marked.OfRun(method, code) is { } run && RunReader.Read(method, code) is { } construction)
                Report(construction, marked.Of(construction, code, run)!, code, context.ReportDiagnostic);
        }

        private ProjectCode Code(Compilation compilation, CancellationToken cancellation) => new(compilation, cancellation) { Files = files };

        private static INamedTypeSymbol? ConfigTypeOf(IOperation operation) =>
            (operation is IInvocationOperation { TargetMethod: var method } ? RuntimeValues.Read(method) : null) ?? operation.Type as INamedTypeSymbol;

        // What a 'with', a setter or a builder starts from is checked with it.
        private static bool IsStart(IOperation operation) => operation.Parent switch
        {
            IWithOperation parent => ReferenceEquals(parent.Operand, operation),
            IInvocationOperation parent => ReferenceEquals(parent.Instance, operation) && SymbolEqualityComparer.Default.Equals(parent.Type, operation.Type)
                || parent.TargetMethod.IsExtensionMethod && SymbolEqualityComparer.Default.Equals(parent.Type, operation.Type),
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } parent } argument =>
                ReferenceEquals(parent.Arguments[0], argument) && SymbolEqualityComparer.Default.Equals(parent.Type, operation.Type),
            _ => false,
        };

        private static IMethodSymbol? CalledWith(IAnonymousFunctionOperation lambda)
        {
            IOperation? outer = lambda.Parent;
            while (outer is IDelegateCreationOperation or IConversionOperation)
                outer = outer.Parent;
            return (outer as IArgumentOperation)?.Parent is IInvocationOperation call ? call.TargetMethod : null;
        }

        // 'Change(config, c => c.Width = 768)' sets members of an object that is there already.
        private static bool IsGiven(IMethodSymbol method, INamedTypeSymbol type) => (method.ReducedFrom ?? method).Parameters
            .Any(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, type) || parameter.Type.TypeKind == TypeKind.TypeParameter);

        private static bool HasBudget(INamedTypeSymbol type) => type.GetAttributes()
            .Any(static use => string.Equals(use.AttributeClass?.ToDisplayString(), NamedConstruction.AttributeName, StringComparison.Ordinal));

        private void Report(Construction construction, ConfigType type, ProjectCode code, Action<Diagnostic> report)
        {
            var findings = new ConstructionFindings(type, finding => OfDefaults(construction.Type, type, code).Contains((finding.Rule, finding.Message)));
            foreach (var finding in findings.Of(construction, code.Cancellation))
                report(Diagnostic(finding));
        }

        private HashSet<(RuleInfo, string)> OfDefaults(INamedTypeSymbol symbol, ConfigType type, ProjectCode code) =>
            _ofDefaults.GetOrAdd(symbol, one => ConstructionReader.ReadDefaults(one, code) is { } defaults
                ? [.. new ConstructionFindings(type, static _ => false).Of(defaults, code.Cancellation).Select(static finding => (finding.Rule, finding.Message))]
                : []);

        private Diagnostic Diagnostic(ConstructionFinding finding) => Microsoft.CodeAnalysis.Diagnostic.Create(
            RuleDescriptors.Of(finding.Rule),
            finding.Location,
            RuleDescriptors.Translate(finding.Severity),
            finding.Remedy?.Sites,
            finding.Remedy?.Properties,
            _messages.GetOrAdd(finding.Message, finding.Message));
    }
}
