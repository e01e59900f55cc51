using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
            start.RegisterOperationAction(check.Local, OperationKind.VariableDeclarator);
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
                // What a method with [ScalingRun] makes is checked with it.
                if (marked.Holds(type, code) && !IsInRun(context.ContainingSymbol, code) && (operation is not IInvocationOperation { TargetMethod: var reading } || RuntimeValues.IsReading(reading)))
                    Holder(operation, type, code, context.ReportDiagnostic);
                return;
            }

            // A call without arguments gives what its method constructs, which is checked there; a bare 'new', as a builder starts with, at the call.
            var isCalled = operation is IInvocationOperation { Instance: null, Arguments.IsEmpty: true } call && !RuntimeValues.IsReading(call.TargetMethod);
            if (isCalled && !IsBare(GivenBy(((IInvocationOperation)operation).TargetMethod, code)))
                return;
            if (ConstructionReader.Read(operation, type, code) is { } construction)
            {
                var isOpen = construction.Values.Any(static value => value.Key.Section is "model" && !value.Value.IsKnown);
                if (isCalled ? !isOpen : isOpen && IsBare(operation) && GivenBy(context.ContainingSymbol, code)?.Syntax == operation.Syntax)
                    return;
                Report(construction, marked.Of(construction, code)!, code, context.ReportDiagnostic);
            }
            else if (operation is IWithOperation { Operand: not IInstanceReferenceOperation } with)
            {
                context.ReportDiagnostic(Diagnostic(UnknownValues.NoBase(with.Operand.Syntax)));
            }
            else if (operation is IInvocationOperation { TargetMethod: var method } && RuntimeValues.IsReading(method))
            {
                context.ReportDiagnostic(Diagnostic(UnknownValues.ReadAtRunTime(operation.Syntax, type, config)));
            }
        }

        private static bool IsBare(IOperation? operation) => InitializerSource.Bare(operation) is IObjectCreationOperation { Initializer: null, Arguments: var arguments } && arguments.All(static one => one.ArgumentKind == ArgumentKind.DefaultValue);

        // What 'static Config Create() => new()' gives, in Config itself.
        private static IOperation? GivenBy(ISymbol symbol, ProjectCode code) =>
            symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsStatic: true, Parameters.IsEmpty: true } method && SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType)
            ? InitializerSource.Bare(new InitializerSource(code.Compilation, code.Cancellation).Of(symbol))
            : null;

        private bool IsInRun(ISymbol symbol, ProjectCode code) => symbol is IMethodSymbol method && marked.OfRun(method.AssociatedSymbol ?? method, code) is not null;

        // Nothing else constructs the objects of one that is read.
        private void Holder(IOperation operation, INamedTypeSymbol type, ProjectCode code, Action<Diagnostic> report)
        {
            var isRead = operation is IInvocationOperation;
            if (ConstructionReader.Read(operation, type, code) is { } holder)
            {
                if ((marked.Of(holder, code) ?? (isRead ? marked.Held(holder, code) : null)) is { } held)
                    Report(holder, held, code, report);
            }
            else if (isRead && marked.Held(type, code) is { } config)
            {
                report(Diagnostic(UnknownValues.ReadAtRunTime(operation.Syntax, type, config)));
            }
        }

        /// <summary>A struct whose members are assigned one after the other: there is no construction to check.</summary>
        public void Local(OperationAnalysisContext context)
        {
            if (context.Operation is IVariableDeclaratorOperation { Symbol: { Type: INamedTypeSymbol { TypeKind: TypeKind.Struct } type, Name: var name } } declared
                && InitializerSource.Bare(declared.GetVariableInitializer()?.Value) is null or IDefaultValueOperation
                && declared.Syntax is VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { Parent: { } block }, Identifier: var identifier }
                && AssignedAlone(block, name)
                && marked.Of(type, Code(context.Compilation, context.CancellationToken)) is not null)
            {
                context.ReportDiagnostic(Diagnostic(UnknownValues.NoConstruction(identifier.GetLocation(), name, type)));
            }
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

        // Members of the local, and not the local itself.
        private static bool AssignedAlone(SyntaxNode block, string local)
        {
            var targets = block.DescendantNodes().SelectMany(ObjectNames.Targets).Select(ObjectNames.Bare).ToList();
            return targets.Exists(target => target is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var owner } } && string.Equals(owner, local, StringComparison.Ordinal))
                && !targets.Exists(target => target is IdentifierNameSyntax { Identifier.ValueText: var whole } && string.Equals(whole, local, StringComparison.Ordinal));
        }

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
            var findings = new ConstructionFindings(type, finding => OfDefaults(construction.Type, type, code).Contains((finding.Rule, finding.Message))
                || construction.Parts.Skip(1).Any(part => marked.Of(part, code) is { } own && OfDefaults(part, own, code).Contains((finding.Rule, finding.Message))));
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
