using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScalingSdk.Diagnostics;
using ScalingSdk.Json.Editing;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>A remedy in C#: for each expression the one to write instead. It travels with the diagnostic to the code fix.</summary>
/// <param name="Title">What the menu shows.</param>
/// <param name="Sites">The expressions.</param>
/// <param name="Texts">What to write for each.</param>
internal sealed record CodeRemedy(string Title, ImmutableArray<Location> Sites, ImmutableArray<string> Texts)
{
    public const string TitleKey = "ScalingSdk.Title";
    private const string TextKey = "ScalingSdk.Text";

    /// <summary>What to type, as a message writes it: <c>'BatchSize = 512'</c>.</summary>
    public string Typed => Title.Substring("Write ".Length);

    public ImmutableDictionary<string, string?> Properties =>
        ImmutableDictionary.CreateRange(Texts.Select(static (text, index) => new KeyValuePair<string, string?>(Key(index), text))).Add(TitleKey, Title);

    /// <summary>What to write for the site of this index, or null where there is nothing more.</summary>
    public static string? TextOf(ImmutableDictionary<string, string?> properties, int index) => properties.TryGetValue(Key(index), out var text) ? text : null;

    /// <summary>The remedy of a finding, where it is another value for expressions of this construction, or of a type's defaults that no construction overrides.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="spec">The spec that it is about.</param>
    /// <param name="construction">The construction that the spec stands for.</param>
    /// <param name="ofDefaults">True where the defaults alone are at fault.</param>
    public static CodeRemedy? Of(Finding finding, IReadOnlyList<SpecEntry> spec, Construction construction, bool ofDefaults)
    {
        if (finding.Remedy is not { } remedy)
            return null;
        if (remedy.Edits is [{ Kind: SpecEditKind.Rename, Path: [_, var renamed] }])
            return BatchUnit(renamed, spec);
        var sites = remedy.Edits.Select(edit => edit.Kind == SpecEditKind.Set ? Find(spec, edit.Path)?.Site : null).ToList();
        if (!sites.TrueForAll(site => site is not null && (ofDefaults ? !construction.Holds(site.Origin) : construction.Show(site.Origin, finding.Rule) != construction.Head)))
            return null;
        if (sites.Exists(site => SharedSite.IsHeldByOthers(site!, construction)))
            return null;
        var texts = remedy.Edits.Zip(sites, static (edit, site) => CodeText.Of(edit.Text, site!.Now, site.Rest, grouped: site.IsGrouped)).ToList();
        return texts.Contains(null) || sites.Zip(texts, static (site, text) => EditSite.Allows(site!.Expression, text!)).Contains(false) ? null : new CodeRemedy(
            "Write " + string.Join(", ", sites.Zip(texts, static (site, text) => site!.IsArchitecture ? $"'{text}' at the attribute" : $"'{site.Name} = {text}'")),
            sites.Select(static site => site!.Location).ToImmutableArray(),
            texts.Select(static text => text!).ToImmutableArray());
    }

    /// <summary>A batch size that counts the other unit: the attribute on the type says which it is.</summary>
    private static CodeRemedy? BatchUnit(string renamed, IReadOnlyList<SpecEntry> spec)
    {
        if (Find(spec, [KeyPath.Architecture.Section, KeyPath.Architecture.Key])?.Origin is not { Parent.Parent: AttributeArgumentListSyntax { Arguments: var arguments } } architecture)
            return null;
        var stated = arguments.FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText is nameof(ScalingModelAttribute.BatchSizeIsTokens));
        var tokens = string.Equals(renamed, KeyPath.BatchSize.Key, StringComparison.Ordinal);
        const string Name = nameof(ScalingModelAttribute.BatchSizeIsTokens);
        return (stated, tokens) switch
        {
            (null, true) => Write(architecture, $"{architecture}, {Name} = true"),
            ({ Expression: var value }, _) => Write(value, tokens ? "true" : "false"),
            _ => null, // a member whose name says tokens
        };

        CodeRemedy Write(SyntaxNode site, string text) => new($"Write '{Name} = {(tokens ? "true" : "false")}' at [ScalingModel]", ImmutableArray.Create(site.GetLocation()), ImmutableArray.Create(text));
    }

    /// <summary>The value of a key, or null where it is not stated.</summary>
    public static SpecEntry? Find(IReadOnlyList<SpecEntry> spec, IReadOnlyList<string> path) => path.Count != 2
        ? null
        : spec.FirstOrDefault(entry => string.Equals(entry.Key.Section, path[0], StringComparison.Ordinal) && string.Equals(entry.Key.Key, path[1], StringComparison.Ordinal));

    private static string Key(int index) => TextKey + index.ToString(CultureInfo.InvariantCulture);
}
