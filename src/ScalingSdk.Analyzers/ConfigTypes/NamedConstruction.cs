using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using ScalingSdk.Analyzers.Code;
using ScalingSdk.Naming;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>A construction that gives constants: that of a member with <c>[ScalingBudget]</c>, or the defaults of a type with it.</summary>
/// <param name="Class">The class that it asks for.</param>
/// <param name="Name">The name of the plan.</param>
/// <param name="Construction">The construction.</param>
/// <param name="Type">What the attribute on its type states.</param>
internal sealed record NamedConstruction(ClassName Class, string Name, Construction Construction, ConfigType Type)
{
    public const string AttributeName = "ScalingSdk.ScalingBudgetAttribute";

    /// <summary>What the member or type with the attribute constructs; null where that is not a construction of a type with <c>[ScalingModel]</c>.</summary>
    public static NamedConstruction? Of(ISymbol symbol, AttributeData use, ProjectCode code)
    {
        if (MarkedTypes.Of(code.Compilation) is not { } marked)
            return null;
        var run = symbol is IMethodSymbol ? marked.OfRun(symbol, code) : null;
        if ((run is null ? Read(symbol, code) : RunReader.Read((IMethodSymbol)symbol, code)) is not { } construction)
            return null;

        // Nothing else constructs the objects of one that is read.
        if ((marked.Of(construction, code, run) ?? (run is null && ReadAtRunTime(symbol, code) is not null ? marked.Held(construction, code) : null)) is not { } type)
            return null;
        var name = StatedName(use) ?? NameOf(symbol);
        return new NamedConstruction(new ClassName(CSharpText.NameOf(symbol.ContainingNamespace), name + "Budget", Origin(symbol)), name, construction, type);
    }

    /// <summary>What a member reads its object from, where it reads one; null where it does not.</summary>
    public static string? ReadAtRunTime(ISymbol symbol, ProjectCode code) =>
        InitializerSource.Bare(new InitializerSource(code.Compilation, code.Cancellation).Of(symbol)) is IInvocationOperation { TargetMethod: var method } && RuntimeValues.IsReading(method)
            ? method.Name is "Get" ? "such section of appsettings.json" : "such file"
            : null;

    /// <summary>The key without which there is no plan; null where there is one, or where a value is wrong, which is reported there.</summary>
    public string? MissingKey(CancellationToken cancellation) =>
        SpecPipeline.Run(Class.SpecPath, SpecEntry.Tree(Name, SpecEntries.Of(Construction, Type).Known), static _ => null, withRules: false, cancellation)
            .Findings.Select(static finding => finding.MissingKey).FirstOrDefault(static key => key is not null);

    /// <summary>The name that the attribute states, or null.</summary>
    public static string? StatedName(AttributeData use) => use.ConstructorArguments is [{ Value: string name }] ? name : null;

    /// <summary>The name that a member or type gives: "_small" gives "Small".</summary>
    private static string NameOf(ISymbol symbol)
    {
        var name = symbol.Name.TrimStart('_');
        return name.Length > 0 && SyntaxFacts.IsIdentifierStartCharacter(name[0]) ? char.ToUpperInvariant(name[0]) + name.Substring(1) : symbol.Name;
    }

    private static string Origin(ISymbol symbol) =>
        symbol is INamedTypeSymbol ? symbol.ToDisplayString() : $"{symbol.ContainingType.ToDisplayString()}.{symbol.Name}";

    private static Construction? Read(ISymbol symbol, ProjectCode code) => symbol switch
    {
        INamedTypeSymbol type when ConstructionReader.IsOfConstants(type) => ConstructionReader.Read(type, code),
        INamedTypeSymbol type => ConstructionReader.ReadDefaults(type, code),
        IFieldSymbol { IsStatic: true, IsReadOnly: true } or IPropertySymbol { IsStatic: true, SetMethod: null } or IMethodSymbol { IsStatic: true, Parameters.Length: 0 } =>
            ConstructionReader.ReadMember(symbol, code),
        _ => null,
    };
}
