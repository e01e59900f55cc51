using Microsoft.CodeAnalysis;
using ScalingSdk.Diagnostics;
using ScalingSdk.Models.Reading;
using ScalingSdk.Specs;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>The keys that members of a type state by <c>[ScalingKey]</c>, whatever their names.</summary>
internal static class MemberKeys
{
    public const string KeyAttribute = "ScalingKeyAttribute";
    private const string IgnoreAttribute = "ScalingIgnoreAttribute";

    /// <summary>The key of each name with an attribute; null where the member states nothing.</summary>
    public static Dictionary<string, KeyPath?> Stated(INamedTypeSymbol type)
    {
        var stated = new Dictionary<string, KeyPath?>(StringComparer.OrdinalIgnoreCase);
        foreach (var symbol in Symbols(type))
        {
            foreach (var use in symbol.GetAttributes())
            {
                if (use.AttributeClass is not { ContainingNamespace: { Name: "ScalingSdk", ContainingNamespace.IsGlobalNamespace: true } } attribute)
                    continue;
                if (attribute.Name is IgnoreAttribute)
                    stated[symbol.Name] = null;
                else if (attribute.Name is KeyAttribute && use.ConstructorArguments is [{ Value: string key }])
                    stated[symbol.Name] = Parse(key);
            }
        }

        return stated;
    }

    /// <summary>The key of a text such as "training.steps" or "hidden_size"; null where there is none.</summary>
    public static KeyPath? Parse(string text)
    {
        var path = text.Split('.');
        if (path.Length == 2)
            return IsKnown(path[0], path[1]) ? new KeyPath(path[0], path[1]) : null;
        if (path.Length == 1 && ModelKeys.Find(text) is { } dimension)
            return new KeyPath("model", dimension.Name);
        var named = SpecKeys.All.Where(key => string.Equals(key.Name, text, StringComparison.Ordinal)).ToList();
        return named is [var only] ? new KeyPath(only.Section, only.Name) : null;
    }

    /// <summary>The key that a text probably means; null where none is near.</summary>
    public static string? Nearest(string text) => Suggest.Nearest(text, [.. ModelKeys.All.Select(static key => key.Name), .. SpecKeys.All.Select(static key => key.Name).Distinct(StringComparer.Ordinal), .. SpecKeys.All.Select(static key => key.ToString())]);

    /// <summary>The sections of a name that several have.</summary>
    public static IReadOnlyList<string> Candidates(string text) => [.. SpecKeys.All.Where(key => string.Equals(key.Name, text, StringComparison.Ordinal)).Select(static key => key.ToString())];

    private static bool IsKnown(string section, string key) =>
        SpecKeys.Find(section, key) is not null || section is "model" && ModelKeys.Find(key) is not null;

    private static IEnumerable<ISymbol> Symbols(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null && current.SpecialType != SpecialType.System_Object; current = current.BaseType)
        {
            foreach (var member in current.GetMembers().Where(static member => member is IFieldSymbol or IPropertySymbol))
                yield return member;
            foreach (var parameter in current.InstanceConstructors.SelectMany(static constructor => constructor.Parameters))
                yield return parameter;
        }
    }
}
