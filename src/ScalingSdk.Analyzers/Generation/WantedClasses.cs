using Microsoft.CodeAnalysis;
using ScalingSdk.Analyzers.ConfigTypes;
using ScalingSdk.Naming;

namespace ScalingSdk.Analyzers.Generation;

/// <summary>The classes that the specs and constructions of a project ask for.</summary>
internal sealed class WantedClasses(IEnumerable<ClassName> classes)
{
    public static readonly EquatableArray<string> None = new([]);

    public EquatableArray<ClassName> Classes { get; } = new(classes);

    /// <summary>Their own names.</summary>
    public HashSet<string> Names { get; } = new(classes.Select(static name => name.Name), StringComparer.Ordinal);

    /// <summary>Their names, and the parts of their namespaces.</summary>
    public HashSet<string> Parts { get; } = new(classes.SelectMany(static name => name.Namespace.Split('.').Append(name.Name)), StringComparer.Ordinal);

    /// <summary>The specs and constructions whose class code does not allow. Only a name that some file declares is looked up.</summary>
    public EquatableArray<string> Impossible(Compilation compilation, CancellationToken cancellation) =>
        compilation.SyntaxTrees.Select(tree => CodeNames.Of(tree, cancellation)).Any(names => Parts.Overlaps(names.Declared) || Names.Overlaps(names.Namespaces))
            ? new(Classes.Where(name => ClassConflicts.Of(name, compilation) is not null).Select(static name => name.SpecPath))
            : None;
}
