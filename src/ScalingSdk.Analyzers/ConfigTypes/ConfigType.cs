using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>What the attribute on a config type states.</summary>
internal sealed record ConfigType(IReadOnlyList<StatedValue> Values, bool BatchSizeIsTokens)
{
    public const string AttributeName = "ScalingSdk.ScalingModelAttribute";

    private static readonly Dictionary<string, KeyPath> Keys = new(StringComparer.Ordinal)
    {
        [nameof(ScalingModelAttribute.VocabularySize)] = KeyPath.Vocabulary,
        [nameof(ScalingModelAttribute.ContextLength)] = KeyPath.Context,
        [nameof(ScalingModelAttribute.SequenceLength)] = KeyPath.SequenceLength,
        [nameof(ScalingModelAttribute.Tokens)] = KeyPath.Tokens,
        [nameof(ScalingModelAttribute.UniqueTokens)] = KeyPath.UniqueTokens,
        [nameof(ScalingModelAttribute.BatchTokens)] = KeyPath.BatchTokens,
    };

    /// <summary>The attribute's statements, or null where the type does not carry it.</summary>
    public static ConfigType? From(INamedTypeSymbol type, INamedTypeSymbol attribute, CancellationToken cancellation)
    {
        AttributeData? use = null;
        for (INamedTypeSymbol? current = type; current is not null && use is null; current = current.BaseType)
            use = current.GetAttributes().FirstOrDefault(use => SymbolEqualityComparer.Default.Equals(use.AttributeClass, attribute));
        if (use is not { ConstructorArguments: [{ Value: string architecture }] })
            return null;
        var arguments = (use.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax)?.ArgumentList?.Arguments ?? default;
        var values = new List<StatedValue>
        {
            new(KeyPath.Architecture, "architecture", Folded.Of(architecture), arguments.FirstOrDefault(static argument => argument.NameEquals is null)?.Expression),
        };
        foreach (var named in use.NamedArguments)
        {
            if (Keys.TryGetValue(named.Key, out var key))
                values.Add(new(key, named.Key, Folded.Of(named.Value.Value), arguments.FirstOrDefault(argument => IsNamed(argument, named.Key))?.Expression));
        }

        return new ConfigType(values, use.NamedArguments.Any(static named => named is { Key: nameof(ScalingModelAttribute.BatchSizeIsTokens), Value.Value: true }));
    }

    private static bool IsNamed(AttributeArgumentSyntax argument, string name) => string.Equals(argument.NameEquals?.Name.Identifier.ValueText, name, StringComparison.Ordinal);
}
