using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ScalingSdk.Diagnostics;
using ScalingSdk.Naming;
using ScalingSdk.Planning;
using ScalingSdk.Rules;
using ScalingSdk.Specs;

namespace ScalingSdk.Analyzers;

/// <summary>The classes that the specs of a project ask for: which of them cannot be.</summary>
internal sealed class SpecClasses
{
    private readonly ImmutableDictionary<string, Displaced> _losers;
    private readonly ImmutableDictionary<string, (string, string)> _impossible;

    private SpecClasses(ImmutableDictionary<string, Displaced> losers, ImmutableDictionary<string, (string, string)> impossible) => (_losers, _impossible) = (losers, impossible);

    public static SpecClasses Of(AnalyzerOptions options, Compilation compilation)
    {
        var project = ProjectOptions.From(options.AnalyzerConfigOptionsProvider);
        var specs = new Dictionary<string, string>(StringComparer.Ordinal);
        var names = new List<ClassName>();
        foreach (var file in options.AdditionalFiles.Where(SpecFile.IsSpec))
        {
            var path = project.RelativePath(file.Path);
            if (specs.ContainsKey(path) || SpecFile.Run(file, options.AdditionalFiles, CancellationToken.None) is not { } result)
                continue;
            specs.Add(path, file.Path);
            var name = result.Plan?.Spec.Name ?? SpecNameGuess.Of(path, SpecFile.TextOf(file, CancellationToken.None));
            names.Add(ClassName.Of(name, path, SpecOptions.Of(file, options.AnalyzerConfigOptionsProvider), project.RootNamespace));
        }

        List<Displaced> displaced = [.. ClassNames.Settle(names, name => IsOwnType(compilation, name))];
        return new(
            displaced.Where(static one => one.Winner is not null).ToImmutableDictionary(one => specs[one.SpecPath], StringComparer.Ordinal),
            names.Select(name => (name.SpecPath, Why: ClassNames.Place(name, displaced) is { } placed ? WhyNot(placed, compilation) : null))
                .Where(static one => one.Why is not null)
                .ToImmutableDictionary(one => specs[one.SpecPath], static one => one.Why!.Value, StringComparer.Ordinal));
    }

    /// <summary>What is wrong with the class of a spec.</summary>
    /// <param name="path">The spec, as the compiler names it.</param>
    /// <param name="text">Its text.</param>
    public IEnumerable<Finding> Check(string path, string text)
    {
        if (_losers.TryGetValue(path, out var loser))
            yield return ClassTaken.Find(path, text, loser.FullName, loser.Winner!);
        if (_impossible.TryGetValue(path, out var why))
            yield return ClassImpossible.Find(path, text, why);
    }

    private static (string, string)? WhyNot(ClassName name, Compilation compilation) =>
        CodeConstants.IsName(name.Name) ? ClassImpossible.NamedLikeAConstant(name.Name)
        : IsWholeType(compilation, name.FullName) ? ClassImpossible.NamedLikeAType(name.FullName)
        : null;

    private static bool IsWholeType(Compilation compilation, string name) => compilation.Assembly.GetTypeByMetadataName(name)?.DeclaringSyntaxReferences
        .Any(static declaration => declaration.GetSyntax() is not TypeDeclarationSyntax type || !type.Modifiers.Any(SyntaxKind.PartialKeyword)) == true;

    private static bool IsOwnType(Compilation compilation, string name) => compilation.GetTypeByMetadataName(name)?.GetAttributes()
        .Any(static use => string.Equals(use.AttributeClass?.ToDisplayString(), SpecReference.AttributeName, StringComparison.Ordinal)) == true;
}
