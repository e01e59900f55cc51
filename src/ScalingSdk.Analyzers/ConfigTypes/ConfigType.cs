using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>What <c>[ScalingModel]</c> on a config type, or <c>[ScalingRun]</c> on what holds one, states.</summary>
internal sealed record ConfigType(IReadOnlyList<StatedValue> Values, bool BatchSizeIsTokens)
{
    public const string AttributeName = "ScalingSdk.ScalingModelAttribute";
    public const string RunAttributeName = "ScalingSdk.ScalingRunAttribute";

    private static readonly Dictionary<string, KeyPath> Keys = new(StringComparer.Ordinal)
    {
        [nameof(ScalingModelAttribute.VocabularySize)] = KeyPath.Vocabulary,
        [nameof(ScalingModelAttribute.ContextLength)] = KeyPath.Context,
        [nameof(ScalingModelAttribute.SequenceLength)] = KeyPath.SequenceLength,
        [nameof(ScalingModelAttribute.Tokens)] = KeyPath.Tokens,
        [nameof(ScalingModelAttribute.UniqueTokens)] = KeyPath.UniqueTokens,
        [nameof(ScalingModelAttribute.BatchTokens)] = KeyPath.BatchTokens,
    };

    /// <summary>The file that the attribute names in the architecture's place; null where it names an architecture.</summary>
    public string? File { get; init; }

    /// <summary>Where the attribute names its file.</summary>
    public SyntaxNode? FileOrigin { get; init; }

    /// <summary>The statements of the attribute of a type, its own or its base's; null where the type does not carry it.</summary>
    public static ConfigType? From(INamedTypeSymbol type, INamedTypeSymbol attribute, ProjectCode code) =>
        Use(type, use => SymbolEqualityComparer.Default.Equals(use.AttributeClass, attribute)) is { } use ? From(use, code) : null;

    /// <summary>The file that the attribute of a type names.</summary>
    public static string? FileOf(INamedTypeSymbol type) =>
        Use(type, static use => use.AttributeClass?.Name is nameof(ScalingModelAttribute)) is { ConstructorArguments: [{ Value: string text }] } && IsFile(text) ? text : null;

    /// <summary>The statements of an attribute.</summary>
    public static ConfigType? From(AttributeData use, ProjectCode code)
    {
        var arguments = (use.ApplicationSyntaxReference is { } place && code.Compilation.ContainsSyntaxTree(place.SyntaxTree) ? place.GetSyntax(code.Cancellation) as AttributeSyntax : null)?.ArgumentList?.Arguments ?? default;
        var architecture = use.ConstructorArguments is [{ Value: string text }] ? text : null;
        if (architecture is null && use.AttributeClass?.Name is nameof(ScalingModelAttribute))
            return null;
        var origin = arguments.FirstOrDefault(static argument => argument.NameEquals is null)?.Expression;
        var values = new List<StatedValue>();
        var file = architecture is not null && IsFile(architecture) ? architecture : null;
        if (architecture is not null && file is null)
            values.Add(new(KeyPath.Architecture, "architecture", Folded.Of(architecture), origin));
        foreach (var named in use.NamedArguments)
        {
            if (Keys.TryGetValue(named.Key, out var key))
                values.Add(new(key, named.Key, Folded.Of(named.Value.Value), arguments.FirstOrDefault(argument => IsNamed(argument, named.Key))?.Expression));
        }

        if (file is not null)
            values.AddRange(OfFile(code, file).Where(value => !values.Exists(other => other.Key == value.Key)));
        return new ConfigType(values, use.NamedArguments.Any(static named => named is { Key: nameof(ScalingModelAttribute.BatchSizeIsTokens), Value.Value: true })) { File = file, FileOrigin = origin };
    }

    /// <summary>The statements of a run and, for what it leaves open, of the model that it holds.</summary>
    public ConfigType Over(ConfigType? model) => model is null ? this : this with
    {
        Values = [.. Values, .. model.Values.Where(value => !Values.Any(own => own.Key == value.Key))],
        BatchSizeIsTokens = BatchSizeIsTokens || model.BatchSizeIsTokens,
        File = File ?? model.File,
        FileOrigin = FileOrigin ?? model.FileOrigin,
    };

    /// <summary>What a config.json states of the model.</summary>
    private static IEnumerable<StatedValue> OfFile(ProjectCode code, string file)
    {
        foreach (var member in code.Json(file)?.Members ?? [])
        {
            if (ModelKeys.Find(member.Name) is { } key && JsonSlots.Folded(member.Value) is { } value)
                yield return new(new KeyPath("model", key.Name), member.Name, value, Origin: null);
        }
    }

    private static AttributeData? Use(INamedTypeSymbol type, Func<AttributeData, bool> wanted)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetAttributes().FirstOrDefault(wanted) is { } use)
                return use;
        }

        return null;
    }

    private static bool IsFile(string architecture) => architecture.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    private static bool IsNamed(AttributeArgumentSyntax argument, string name) => string.Equals(argument.NameEquals?.Name.Identifier.ValueText, name, StringComparison.Ordinal);
}
