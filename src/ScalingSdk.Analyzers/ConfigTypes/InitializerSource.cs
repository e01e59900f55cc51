using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>Finds the expression that a member or local starts with.</summary>
internal sealed class InitializerSource(Compilation compilation, CancellationToken cancellation)
{
    /// <summary>What a property, field or default argument starts with; the body of a property that is computed, what a method returns. Null where there is none.</summary>
    public IOperation? Of(ISymbol member)
    {
        if (ProjectCode.Declarations(member, compilation) is not [var reference, ..])
            return null;
        return Operation(Initializer(reference.GetSyntax(cancellation)));
    }

    /// <summary>True for a property with nothing but accessors, and a field that no property hides, that may be null and is null until something is assigned.</summary>
    public bool IsNullAtFirst(ISymbol member) => member is IFieldSymbol { DeclaredAccessibility: not Accessibility.Private } or IPropertySymbol { IsAbstract: false, IsVirtual: false, IsOverride: false }
        && ((member as IPropertySymbol)?.Type ?? ((IFieldSymbol)member).Type) is { SpecialType: SpecialType.System_String } or INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }
        && ProjectCode.Declarations(member, compilation) is [var reference, ..]
        && reference.GetSyntax(cancellation) switch
        {
            PropertyDeclarationSyntax { ExpressionBody: null, Initializer: null, AccessorList.Accessors: var accessors } => accessors.All(static one => one is { Body: null, ExpressionBody: null }),
            VariableDeclaratorSyntax { Initializer: null } => true,
            _ => false,
        };

    /// <summary>The same where nothing can write the member later.</summary>
    public IOperation? OfReadOnly(ISymbol member) => member switch
    {
        IFieldSymbol { IsConst: true } => Of(member),
        IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null } when !IsSetByStaticConstructor(member) => Of(member),
        _ => null,
    };

    private bool IsSetByStaticConstructor(ISymbol member) => member.IsStatic && member.ContainingType.StaticConstructors
        .SelectMany(one => ProjectCode.Declarations(one, compilation))
        .SelectMany(reference => reference.GetSyntax(cancellation) is ConstructorDeclarationSyntax declared ? declared.DescendantNodes().OfType<AssignmentExpressionSyntax>() : [])
        .SelectMany(static assignment => assignment.Left.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        .Any(name => string.Equals(name.Identifier.ValueText, member.Name, StringComparison.Ordinal));

    /// <summary>What a local starts with, where nothing writes it again.</summary>
    public IOperation? OfLocal(ILocalReferenceOperation reference) => OfLocal(reference.Local, reference, reference.Syntax.SpanStart);

    /// <summary>The same from its declaration.</summary>
    public IOperation? OfDeclared(ILocalSymbol local, IOperation declarator) => OfLocal(local, declarator, int.MaxValue);

    private IOperation? OfLocal(ILocalSymbol local, IOperation place, int before)
    {
        if (local.DeclaringSyntaxReferences is not [var declaration])
            return null;
        var root = place;
        while (root.Parent is { } parent)
            root = parent;
        var writes = root.Descendants().Where(other => Writes(other, local)).ToList();
        var syntax = declaration.GetSyntax(cancellation);
        return (Initializer(syntax), writes) switch
        {
            ({ } start, []) => Operation(start),

            // 'int w; w = 1000;' in one block, and before it is read; 'var (l, d) = (12, 1000);'.
            (null, [{ Parent: ISimpleAssignmentOperation { Parent: IExpressionStatementOperation statement } assignment }])
                when statement.Syntax.SpanStart < before && statement.Syntax.Parent == syntax.FirstAncestorOrSelf<StatementSyntax>()?.Parent => assignment.Value,
            (null, [{ Parent: ITupleOperation tuple } item]) => Deconstructed(tuple, item),
            _ => null,
        };
    }

    /// <summary>The operation of an expression.</summary>
    public IOperation? OperationOf(ExpressionSyntax expression) => Operation(expression);

    /// <summary>The operation of any node: what a constructor calls first, the body of a method.</summary>
    public IOperation? OfNode(SyntaxNode node) => Operation(node);

    /// <summary>An operation without the conversions around it.</summary>
    public static IOperation? Bare(IOperation? operation)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        return operation;
    }

    /// <summary>The call that a constructor starts with.</summary>
    public static IInvocationOperation? Call(IOperation operation) => operation switch
    {
        IInvocationOperation call => call,
        IExpressionStatementOperation { Operation: IInvocationOperation call } => call,
        _ => null,
    };

    /// <summary>What a lambda returns, where that is one expression.</summary>
    public static IOperation? Returned(IOperation? operation) => Bare(operation) switch
    {
        IDelegateCreationOperation { Target: var target } => Returned(target),
        IAnonymousFunctionOperation { Body.Operations: [IReturnOperation { ReturnedValue: var value }] } => value,
        _ => null,
    };

    /// <summary>What a local is taken out of, and at which place: 'var (layers, width) = Sizes["small"];'. Null where it is written otherwise.</summary>
    public (IOperation Whole, int Place)? Deconstructed(ILocalReferenceOperation reference)
    {
        IOperation root = reference;
        while (root.Parent is { } parent)
            root = parent;
        return root.Descendants().Where(other => Writes(other, reference.Local)).ToList() is [{ Parent: ITupleOperation tuple } item] && Source(tuple) is { } source ? (source, tuple.Elements.IndexOf(item)) : null;
    }

    private static IOperation? Source(ITupleOperation target)
    {
        IOperation? outer = target.Parent;
        if (outer is IDeclarationExpressionOperation declared)
            outer = declared.Parent;
        return Bare((outer as IDeconstructionAssignmentOperation)?.Value);
    }

    private static IOperation? Deconstructed(ITupleOperation target, IOperation item) =>
        Source(target) is ITupleOperation source && source.Elements.Length == target.Elements.Length ? source.Elements[target.Elements.IndexOf(item)] : null;

    private static bool Writes(IOperation operation, ILocalSymbol local)
    {
        if (operation is not ILocalReferenceOperation reference || !SymbolEqualityComparer.Default.Equals(reference.Local, local))
            return false;
        return reference.Parent switch
        {
            IAssignmentOperation assignment => ReferenceEquals(assignment.Target, reference),
            IIncrementOrDecrementOperation or ITupleOperation => true,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => true,
            IArgumentOperation { Parameter.RefKind: not RefKind.None } => true,
            _ => false,
        };
    }

    private static ExpressionSyntax? Initializer(SyntaxNode node) => node switch
    {
        PropertyDeclarationSyntax { Initializer.Value: { } value } => value,
        PropertyDeclarationSyntax { ExpressionBody.Expression: var body } => body,
        PropertyDeclarationSyntax { AccessorList.Accessors: var accessors } when accessors.FirstOrDefault(static one => one.Keyword.ValueText is "get") is { } getter =>
            getter.ExpressionBody?.Expression ?? OnlyReturn(getter.Body),
        VariableDeclaratorSyntax { Initializer.Value: var value } => value,
        ParameterSyntax { Default.Value: var value } => value,
        EnumMemberDeclarationSyntax { EqualsValue.Value: var value } => value,
        MethodDeclarationSyntax { ExpressionBody.Expression: var body } => body,
        MethodDeclarationSyntax { Body: { } body } => OnlyReturn(body),
        LocalFunctionStatementSyntax { ExpressionBody.Expression: var body } => body,
        LocalFunctionStatementSyntax { Body: { } body } => OnlyReturn(body),
        _ => null,
    };

    private static ExpressionSyntax? OnlyReturn(BlockSyntax? body) =>
        body?.DescendantNodes().OfType<ReturnStatementSyntax>().ToList() is [{ Expression: var value }] ? value : null;

    private static ExpressionSyntax? Inner(SyntaxNode? node) => node switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => inner,
        CheckedExpressionSyntax { Expression: var inner } => inner,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var inner } => inner,
        _ => null,
    };

    // The declaration may stand in another file than the construction: its model is asked for where a type carries the attribute.
    [SuppressMessage("MicrosoftCodeAnalysisCorrectness", "RS1030", Justification = "Defaults stand in the type's file, constructions anywhere.")]
    private IOperation? Operation(SyntaxNode? node)
    {
        // 'x!', '(x)' and 'checked(x)' have no operation of their own.
        while (Inner(node) is { } inner)
            node = inner;
        return node is null ? null : compilation.GetSemanticModel(node.SyntaxTree).GetOperation(node, cancellation);
    }
}
