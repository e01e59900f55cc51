using Microsoft.CodeAnalysis;
using ScalingSdk.Analyzers.ConfigTypes;
using ScalingSdk.Naming;

namespace ScalingSdk.Analyzers.Generation;

/// <summary>A construction with <c>[ScalingBudget]</c> as values alone: the class that it asks for, and the spec that it stands for.</summary>
/// <param name="Class">The class, with the member or type that gives it.</param>
/// <param name="Name">The name of the plan.</param>
/// <param name="Stated">What the code states.</param>
internal sealed record CodeClass(ClassName Class, string Name, EquatableArray<CodeValue> Stated)
{
    /// <summary>Null where not all values are constant: nothing is assumed in the place of one.</summary>
    public static CodeClass? From(ISymbol symbol, AttributeData use, ProjectCode code)
    {
        if (NamedConstruction.Of(symbol, use, code) is not { } named)
            return null;
        var entries = SpecEntries.Of(named.Construction, named.Type);
        return entries.Unknown.Count > 0 ? null : new CodeClass(
            named.Class, named.Name, new EquatableArray<CodeValue>(entries.Known.Select(static entry => new CodeValue(entry.Key, entry.Json, entry.Name))));
    }

    /// <summary>The constants; null where the spec gives no plan: then the analyzers say why.</summary>
    public static Holding? Plan(CodeClass code, CancellationToken cancellation)
    {
        var spec = SpecEntry.Tree(code.Name, code.Stated.Select(static value => new SpecEntry(value.Key, value.Json, Origin: null, value.Member)));
        return SpecPipeline.Run(code.Class.SpecPath, spec, static _ => null, withRules: false, cancellation).Plan is { } plan
            ? new Holding(Container.Of(code.Class), ClassContent.From(plan, code.Class.SpecPath, plan.Spec.Name, spec.Root) with { StatedInCode = string.Join(", ", code.Stated) })
            : null;
    }
}

/// <summary>A value that code states.</summary>
/// <param name="Key">Its key in a spec.</param>
/// <param name="Json">The value as JSON writes it.</param>
/// <param name="Member">The member that states it.</param>
internal sealed record CodeValue(KeyPath Key, string Json, string Member)
{
    public override string ToString() => $"{Key} {Json} ({Member})";
}
