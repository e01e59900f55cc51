using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScalingSdk.Analyzers.ConfigTypes;
using ScalingSdk.Naming;

namespace ScalingSdk.Analyzers.Generation;

/// <summary>A construction with <c>[ScalingBudget]</c> as values alone: the class that it asks for, and the spec that it stands for.</summary>
/// <param name="Class">The class, with the member or type that gives it.</param>
/// <param name="Text">The text of the spec.</param>
/// <param name="Stated">What the code states, for readers of the constants.</param>
internal sealed record CodeBudget(ClassName Class, string Text, string Stated)
{
    public static bool IsTarget(SyntaxNode node) =>
        node is VariableDeclaratorSyntax or PropertyDeclarationSyntax or MethodDeclarationSyntax or TypeDeclarationSyntax;

    /// <summary>Null where not all values are constant: nothing is assumed in the place of one.</summary>
    public static CodeBudget? From(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        if (NamedConstruction.Of(context.TargetSymbol, context.Attributes[0], context.SemanticModel.Compilation, cancellation) is not { } named)
            return null;
        var entries = SpecEntries.Of(named.Construction, named.Type);
        return entries.Unknown.Count > 0 ? null : new CodeBudget(
            named.Class, SpecText.Of(named.Name, entries.Known).Text, string.Join(", ", entries.Known.Select(static entry => $"{entry.Key} {entry.Json} ({entry.Name})")));
    }

    /// <summary>The constants; null where the spec gives no plan: then the analyzers say why.</summary>
    public static Holding? Plan(CodeBudget code, CancellationToken cancellation) =>
        SpecPipeline.Run(code.Class.SpecPath, code.Text, static _ => null, cancellation).Plan is { } plan
            ? new Holding(Container.Of(code.Class), Budget.From(plan, code.Class.SpecPath, code.Text) with { StatedInCode = code.Stated })
            : null;
}
