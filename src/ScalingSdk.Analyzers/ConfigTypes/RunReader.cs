using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>Reads a method with <c>[ScalingRun]</c>: its locals and constants, and the objects and modules that it makes, are one run.</summary>
internal static class RunReader
{
    public static Construction? Read(IMethodSymbol method, ProjectCode code)
    {
        if (method.DeclaringSyntaxReferences is not [var reference] || reference.GetSyntax(code.Cancellation) is not { } syntax || Identifier(syntax) is not { } identifier)
            return null;
        var reader = new SlotReader(method.ContainingType, code);
        if (Body(syntax) is not { } body || reader.Sources.OfNode(body) is not { } root)
            return null;
        var (rank, locals) = (0, new SlotReader(method.ContainingType, code));
        foreach (var operation in root.DescendantsAndSelf())
        {
            if (operation is IVariableDeclaratorOperation { Symbol: var local } declarator)
                AddLocal(locals, local, declarator);
            else if (IsPart(operation, code))
                reader.Add(new Slot((++rank).ToString("'#'0", CultureInfo.InvariantCulture), operation, operation.Syntax, 0));
            if (operation is IInvocationOperation call)
                reader.Mentioned.AddRange(TorchModules.Mentioned(call));
        }

        (reader.Fallback, locals.Holder) = (locals, reader);
        return ConstructionReader.Of(reader, syntax, identifier) with { Name = method.Name };
    }

    // A local that is written again has no one value.
    private static void AddLocal(SlotReader reader, ILocalSymbol local, IVariableDeclaratorOperation declarator)
    {
        var value = reader.Sources.OfDeclared(local, declarator);
        if (InitializerSource.Bare(value ?? declarator.GetVariableInitializer()?.Value) is not (IObjectCreationOperation or IWithOperation or IInvocationOperation { Type.SpecialType: SpecialType.None }))
            reader.Add(new Slot(local.Name, value, value?.Syntax ?? declarator.Syntax, 0) { Type = local.Type });
    }

    // An object, or a module that a factory of TorchSharp gives; what stands in another object is read with it.
    private static bool IsPart(IOperation operation, ProjectCode code) => operation switch
    {
        IObjectCreationOperation or IWithOperation => IsObject(operation, code) && !IsInside(operation, code),
        IInvocationOperation call => TorchModules.IsFactory(call) && !IsOfPositions(call) || RuntimeValues.IsReading(call.TargetMethod),
        _ => false,
    };

    private static bool IsObject(IOperation operation, ProjectCode code) =>
        operation is IWithOperation || operation is IObjectCreationOperation { Type: INamedTypeSymbol type } && !code.Declarations(type).IsEmpty;

    private static bool IsInside(IOperation operation, ProjectCode code)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (IsObject(outer, code))
                return true;
        }

        return false;
    }

    private static bool IsOfPositions(IOperation operation) => operation.Syntax.Ancestors().Any(static outer => outer switch
    {
        VariableDeclaratorSyntax variable => TorchModules.IsOfPositions(variable.Identifier.ValueText),
        AssignmentExpressionSyntax { Left: var left } => TorchModules.IsOfPositions(left.ToString()),
        _ => false,
    });

    private static SyntaxNode? Body(SyntaxNode declaration) => declaration switch
    {
        BaseMethodDeclarationSyntax => declaration,
        LocalFunctionStatementSyntax local => (SyntaxNode?)local.Body ?? local.ExpressionBody,
        _ => null,
    };

    private static Location? Identifier(SyntaxNode declaration) => declaration switch
    {
        MethodDeclarationSyntax method => method.Identifier.GetLocation(),
        ConstructorDeclarationSyntax constructor => constructor.Identifier.GetLocation(),
        LocalFunctionStatementSyntax local => local.Identifier.GetLocation(),
        _ => null,
    };
}
