using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>Reads what a construction states, however it is written.</summary>
internal static class ConstructionReader
{
    /// <summary>What a <c>new</c>, a <c>with</c> or a call states; null where it is not to be seen what it starts from.</summary>
    public static Construction? Read(IOperation operation, INamedTypeSymbol type, ProjectCode code)
    {
        var reader = new SlotReader(type, code);
        if (!reader.Fill(operation, type))
            return null;
        var last = operation is IObjectCreationOperation ? reader.AddAssignmentsAfter(operation.Syntax) : null;
        return Of(reader, operation.Syntax, Head(operation.Syntax)) with { Last = last };
    }

    /// <summary>What a lambda sets of an object that a method of the project makes: 'Configure(o => o.Width = 768)'.</summary>
    public static Construction? Read(IAnonymousFunctionOperation lambda, INamedTypeSymbol type, ProjectCode code)
    {
        if (lambda.Syntax is not LambdaExpressionSyntax { Body: { } body })
            return null;
        var reader = new SlotReader(type, code);
        if (!reader.FillDefaults(type))
            return null;
        reader.AddBody(ConstructorBody.Assignments(body, lambda.Symbol.Parameters[0].Name));
        return Of(reader, lambda.Syntax, lambda.Syntax.GetLocation());
    }

    /// <summary>True for a static class, and for another class whose constants state a model: width and layers at least.</summary>
    public static bool IsOfConstants(INamedTypeSymbol type)
    {
        if (type.IsStatic)
            return true;
        var keys = type.GetMembers().Where(static member => member is IFieldSymbol { IsConst: true }).Select(static member => MemberNames.Find(member.Name)).ToList();
        return keys.Contains(KeyPath.Width) && keys.Contains(KeyPath.Layers);
    }

    /// <summary>What the constants of a class state.</summary>
    public static Construction? Read(INamedTypeSymbol type, ProjectCode code)
    {
        if (code.Declarations(type) is not [var declaration, ..] || declaration.GetSyntax(code.Cancellation) is not TypeDeclarationSyntax syntax)
            return null;
        var reader = new SlotReader(type, code);
        foreach (var member in type.GetMembers().Where(static member => member is IFieldSymbol or IPropertySymbol && member is { IsStatic: true, IsImplicitlyDeclared: false }))
            reader.Add(member.Name, reader.Sources.Of(member));
        reader.ForgetShared(type.Name);
        return Of(reader, syntax, syntax.Identifier.GetLocation()) with { IsOwn = true };
    }

    /// <summary>What a member gives: its initializer, its body, or what its method returns. Null where that is not a construction.</summary>
    public static Construction? ReadMember(ISymbol member, ProjectCode code) =>
        InitializerSource.Bare(new InitializerSource(code.Compilation, code.Cancellation).Of(member)) is { Type: INamedTypeSymbol type } given ? Read(given, type, code) : null;

    /// <summary>What <c>new</c> without arguments states; null where a type cannot be constructed so.</summary>
    public static Construction? ReadDefaults(INamedTypeSymbol type, ProjectCode code)
    {
        if (type is not { TypeKind: TypeKind.Class, IsAbstract: false } || code.Declarations(type) is not [var declaration, ..]
            || declaration.GetSyntax(code.Cancellation) is not TypeDeclarationSyntax syntax)
        {
            return null;
        }

        var reader = new SlotReader(type, code);
        return reader.FillDefaults(type) ? Of(reader, syntax, syntax.Identifier.GetLocation()) : null;
    }

    /// <summary>What slots state together.</summary>
    public static Construction Of(SlotReader reader, SyntaxNode syntax, Location head)
    {
        var values = SlotValues.Of(reader, out var types);
        return new Construction(reader.Type, syntax, head, values) { Parts = types, Code = reader.Code };
    }

    private static Location Head(SyntaxNode construction) => construction switch
    {
        ObjectCreationExpressionSyntax creation => creation.Type.GetLocation(),
        ImplicitObjectCreationExpressionSyntax creation => creation.NewKeyword.GetLocation(),
        WithExpressionSyntax with => with.WithKeyword.GetLocation(),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } => name.GetLocation(),
        _ => construction.GetLocation(),
    };
}
