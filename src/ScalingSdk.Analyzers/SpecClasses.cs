using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ScalingSdk.Analyzers.Projects;
using ScalingSdk.Diagnostics;
using ScalingSdk.Naming;
using ScalingSdk.Rules;
using ScalingSdk.Specs;

namespace ScalingSdk.Analyzers;

/// <summary>The classes that the specs of a project ask for: which of them cannot be.</summary>
internal sealed class SpecClasses
{
    private readonly ImmutableDictionary<string, Displaced> _losers;
    private readonly ImmutableDictionary<string, (string, string)> _impossible;
    private readonly ImmutableDictionary<string, (string Class, string Assembly)> _double;

    private SpecClasses(ImmutableDictionary<string, Displaced> losers, ImmutableDictionary<string, (string, string)> impossible, ImmutableDictionary<string, (string, string)> elsewhere) =>
        (_losers, _impossible, _double) = (losers, impossible, elsewhere);

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
            names.Select(name => (name.SpecPath, Why: ClassNames.Place(name, displaced) is { } placed ? ClassConflicts.Of(placed, compilation) : null))
                .Where(static one => one.Why is not null)
                .ToImmutableDictionary(one => specs[one.SpecPath], static one => one.Why!.Value, StringComparer.Ordinal),
            Elsewhere(names.Select(name => ClassNames.Place(name, displaced)).OfType<ClassName>(), compilation)
                .ToImmutableDictionary(one => specs[one.SpecPath], static one => (one.Class, one.Assembly), StringComparer.Ordinal));
    }

    /// <summary>The classes that an assembly has too whose internal types the project sees.</summary>
    private static IEnumerable<(string SpecPath, string Class, string Assembly)> Elsewhere(IEnumerable<ClassName> placed, Compilation compilation)
    {
        List<IAssemblySymbol> open = [.. compilation.SourceModule.ReferencedAssemblySymbols.Where(assembly => assembly.GivesAccessTo(compilation.Assembly))];
        return placed.SelectMany(name => open.Where(assembly => assembly.GetTypeByMetadataName(name.FullName) is not null).Take(1).Select(assembly => (name.SpecPath, name.FullName, assembly.Name)));
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
        else if (_double.TryGetValue(path, out var other))
            yield return ClassTaken.OfAssembly(path, text, other.Class, other.Assembly);
    }

    private static bool IsOwnType(Compilation compilation, string name) => compilation.GetTypeByMetadataName(name)?.GetAttributes()
        .Any(static use => string.Equals(use.AttributeClass?.ToDisplayString(), SpecReference.AttributeName, StringComparison.Ordinal)) == true;
}
