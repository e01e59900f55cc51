using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ScalingSdk.Analyzers.Generation;

/// <summary>Gives each spec a class of constants, and completes the partial types that name one. What is wrong with a spec, the analyzers say.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class SpecGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var project = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => ProjectOptions.From(options))
            .WithTrackingName(TrackingNames.Project);
        var language = context.ParseOptionsProvider
            .Select(static (options, _) => options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp8 })
            .WithTrackingName(TrackingNames.Language);
        var budgets = Budgets(context, project);
        var targets = Targets(context);

        var classes = Classes(budgets, targets, project).Combine(language);
        context.RegisterSourceOutput(classes, static (output, file) => Emit(output, file.Left, file.Right));
        var completions = Completions(budgets, targets).Combine(language);
        context.RegisterSourceOutput(completions, static (output, file) => Emit(output, file.Left, file.Right));
    }

    /// <summary>A spec is read again when it, the project, or a file that is no spec has changed, never for another spec's sake.</summary>
    private static IncrementalValuesProvider<Budget> Budgets(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<ProjectOptions> project)
    {
        // A file may be passed twice, by a glob and by name; two outputs of one name would end the generator.
        var specs = context.AdditionalTextsProvider
            .Where(SpecFile.IsSpec)
            .Collect()
            .SelectMany(static (files, _) => files.GroupBy(static file => file.Path, StringComparer.Ordinal).Select(static same => same.First()))
            .WithTrackingName(TrackingNames.Specs);
        var others = context.AdditionalTextsProvider
            .Where(static file => !SpecFile.IsSpec(file))
            .Collect()
            .WithTrackingName(TrackingNames.OtherFiles);
        return specs.Combine(others).Combine(project)
            .Select(static (input, cancellation) =>
            {
                var ((spec, files), project) = input;
                return SpecFile.Run(spec, files, cancellation)?.Plan is { } plan ? Budget.From(plan, project.RelativePath(spec.Path)) : null;
            })
            .WithTrackingName(TrackingNames.Budgets)
            .Where(static budget => budget is not null)!;
    }

    private static IncrementalValuesProvider<SpecTarget> Targets(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(SpecReference.AttributeName, static (node, _) => node is TypeDeclarationSyntax, SpecTarget.From)
            .WithTrackingName(TrackingNames.Targets)
            .Where(static target => target is not null)!;

    private static IncrementalValuesProvider<Holding> Classes(
        IncrementalValuesProvider<Budget> budgets, IncrementalValuesProvider<SpecTarget> targets, IncrementalValueProvider<ProjectOptions> project)
    {
        var classes = budgets.Combine(project)
            .Select(static (input, _) => new Holding(Container.Of(input.Left, input.Right.RootNamespace), input.Left))
            .WithTrackingName(TrackingNames.Classes);
        var names = classes.Select(static (file, _) => (file.Container.FullName, file.Budget.SpecPath)).Collect();
        var taken = targets.Select(static (target, _) => target.Container.FullName).Collect();
        var hidden = names.Combine(taken)
            .Select(static (all, _) => Hidden(all.Left, all.Right))
            .WithTrackingName(TrackingNames.Hidden);
        return classes.Combine(hidden)
            .Where(static file => !file.Right.Contains(file.Left.Budget.SpecPath, StringComparer.Ordinal))
            .Select(static (file, _) => file.Left);
    }

    /// <summary>Where two specs have one class the first by path gets it; where the user's own type has that name, it is completed instead.</summary>
    private static EquatableArray<string> Hidden(ImmutableArray<(string FullName, string SpecPath)> classes, ImmutableArray<string> taken) => new(
        classes
            .OrderBy(static file => file.SpecPath, StringComparer.Ordinal)
            .GroupBy(static file => file.FullName, StringComparer.Ordinal)
            .SelectMany(same => taken.Contains(same.Key, StringComparer.Ordinal) ? same : same.Skip(1))
            .Select(static file => file.SpecPath));

    private static IncrementalValuesProvider<Holding> Completions(
        IncrementalValuesProvider<Budget> budgets, IncrementalValuesProvider<SpecTarget> targets) =>
        targets.Combine(budgets.Collect())
            .Select(static (input, _) =>
                SpecReference.Pick(input.Left.Reference, input.Right, static budget => budget.SpecPath) is { } budget
                    ? new Holding(input.Left.Container, budget)
                    : null)
            .WithTrackingName(TrackingNames.Completions)
            .Where(static file => file is not null)!;

    private static void Emit(SourceProductionContext output, Holding file, bool knowsNullable)
    {
        output.CancellationToken.ThrowIfCancellationRequested();
        var hint = HintName.Of(file.Container.FullName, file.Budget.SpecPath);
        output.AddSource(hint, SourceText.From(BudgetSource.Write(file, knowsNullable), Encoding.UTF8));
    }
}
