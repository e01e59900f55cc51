using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ScalingSdk.Analyzers.Projects;
using ScalingSdk.Naming;
using ScalingSdk.Planning;

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
            .Select(static (options, _) => CodeLanguage.Of(options))
            .WithTrackingName(TrackingNames.Language);
        var others = context.AdditionalTextsProvider
            .Where(static file => !SpecFile.IsSpec(file))
            .Collect()
            .Select(static (files, _) => new OtherFiles(files))
            .WithTrackingName(TrackingNames.OtherFiles);
        var contents = Contents(context, project, others);
        var targets = Targets(context);

        var named = Classes(contents, targets, project);
        var ofCode = OfCode(context, named, targets, others);
        var impossible = Impossible(context, named, ofCode);
        var around = language.Combine(impossible);
        context.RegisterSourceOutput(named.Combine(around), static (output, file) => Emit(output, file.Left, file.Right.Left, file.Right.Right));
        var completions = Completions(contents, targets).Combine(language);
        context.RegisterSourceOutput(completions, static (output, file) => Emit(output, file.Left, file.Right, WantedClasses.None));
        context.RegisterSourceOutput(ofCode.Combine(around), static (output, file) => Emit(output, file.Left, file.Right.Left, file.Right.Right));
    }

    /// <summary>The specs and constructions whose class code does not allow; why, the analyzers say.</summary>
    private static IncrementalValueProvider<EquatableArray<string>> Impossible(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<Holding> named, IncrementalValuesProvider<Holding> ofCode)
    {
        var wanted = named.Select(static (file, _) => file.ClassName).Collect().Combine(ofCode.Select(static (file, _) => file.ClassName).Collect())
            .Select(static (all, _) => new WantedClasses(all.Left.AddRange(all.Right)));
        return context.CompilationProvider.Combine(wanted)
            .Select(static (input, cancellation) => input.Right.Impossible(input.Left, cancellation))
            .WithTrackingName(TrackingNames.Impossible);
    }

    /// <summary>A spec is read again when it, the project, or a file that is no spec has changed, never for another spec's sake.</summary>
    private static IncrementalValuesProvider<AskedContent> Contents(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<ProjectOptions> project, IncrementalValueProvider<OtherFiles> others)
    {
        // A file may be passed twice, by a glob and by name; two outputs of one name would end the generator.
        var specs = context.AdditionalTextsProvider
            .Where(SpecFile.IsSpec)
            .Collect()
            .SelectMany(static (files, _) => files.GroupBy(static file => file.Path, StringComparer.Ordinal).Select(static same => same.First()))
            .WithTrackingName(TrackingNames.Specs);
        var around = others.Combine(project).Select(static (input, _) => new Surroundings(input.Left, input.Right));
        var items = specs.Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (input, _) => new SpecItem(input.Left, SpecOptions.Of(input.Left, input.Right)))
            .WithTrackingName(TrackingNames.Items);
        return items.Combine(around)
            .Select(static (input, cancellation) => SpecFile.Run(input.Left.Spec, input.Right.Others.Files, cancellation) is { } result
                ? new AskedContent(ContentOf(result, input.Left.Spec, input.Right.Project, cancellation), input.Left.Names)
                : null)
            .WithTrackingName(TrackingNames.Contents)
            .Where(static content => content is not null)!;
    }

    private static ClassContent ContentOf(SpecResult result, AdditionalText spec, ProjectOptions project, CancellationToken cancellation)
    {
        var path = project.RelativePath(spec.Path);
        return result is { Plan: { } plan, Stated: { } stated }
            ? ClassContent.From(plan, path, plan.Spec.Name, stated)
            : ClassContent.From(result.Plan, path, SpecFile.TextOf(spec, cancellation));
    }

    private static IncrementalValuesProvider<SpecTarget> Targets(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(SpecReference.AttributeName, static (node, _) => node is TypeDeclarationSyntax, SpecTarget.From)
            .WithTrackingName(TrackingNames.Targets)
            .Where(static target => target is not null)!;

    private static IncrementalValuesProvider<Holding> Classes(
        IncrementalValuesProvider<AskedContent> contents, IncrementalValuesProvider<SpecTarget> targets, IncrementalValueProvider<ProjectOptions> project)
    {
        var named = contents.Combine(project)
            .Select(static (input, _) => new NamedContent(ClassName.Of(input.Left.Content.Name, input.Left.Content.SpecPath, input.Left.Item, input.Right.RootNamespace), input.Left.Content));
        var names = named.Select(static (file, _) => file.Name).Collect().Select(EquatableArray<ClassName>.Of);
        var taken = Taken(targets);
        var displaced = names.Combine(taken)
            .Select(static (all, _) => new EquatableArray<Displaced>(ClassNames.Settle(all.Left, name => all.Right.Contains(name, StringComparer.Ordinal))))
            .WithTrackingName(TrackingNames.Displaced);
        var completed = targets.Select(static (target, _) => target.Reference).Collect().Select(EquatableArray<string>.Of).Combine(names)
            .Select(static (all, _) => new EquatableArray<string>(SpecReference.Named(all.Left, all.Right.Select(static name => name.SpecPath))))
            .WithTrackingName(TrackingNames.Completed);
        return named.Combine(displaced).Combine(completed)
            .Select(static (file, _) => file.Right.Contains(file.Left.Left.Name.SpecPath, StringComparer.Ordinal) ? null : Place(file.Left.Left.Name, file.Left.Left.Content, file.Left.Right))
            .WithTrackingName(TrackingNames.Classes)
            .Where(static file => file is not null && !CodeConstants.IsName(file.Container.Name))!;
    }

    /// <summary>The names of the types that name a spec.</summary>
    private static IncrementalValueProvider<EquatableArray<string>> Taken(IncrementalValuesProvider<SpecTarget> targets) =>
        targets.Select(static (target, _) => target.Container.FullName).Collect().Select(EquatableArray<string>.Of);

    private static Holding? Place(ClassName name, ClassContent content, EquatableArray<Displaced> displaced) =>
        ClassNames.Place(name, displaced) is { } given ? new Holding(Container.Of(given), content) : null;

    private static IncrementalValuesProvider<Holding> Completions(
        IncrementalValuesProvider<AskedContent> contents, IncrementalValuesProvider<SpecTarget> targets) =>
        targets.Combine(contents.Collect().Select(EquatableArray<AskedContent>.Of))
            .Select(static (input, _) =>
                SpecReference.Pick(input.Left.Reference, input.Right, static asked => asked.Content.SpecPath) is { } asked
                    ? new Holding(input.Left.Container, asked.Content)
                    : null)
            .WithTrackingName(TrackingNames.Completions)
            .Where(static file => file is not null)!;

    /// <summary>A class that a spec has, or that code completes, is nobody else's; of two constructions that ask for one the first by name gets it.</summary>
    private static IncrementalValuesProvider<Holding> OfCode(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<Holding> classes, IncrementalValuesProvider<SpecTarget> targets, IncrementalValueProvider<OtherFiles> others)
    {
        var planned = context.CompilationProvider.Combine(others)
            .Select(static (input, cancellation) => CodeReading.Of(input.Left, input.Right, cancellation))
            .WithTrackingName(TrackingNames.CodeSpecs)
            .SelectMany(static (codes, _) => codes)
            .Select(CodeClass.Plan)
            .WithTrackingName(TrackingNames.CodeContents)
            .Where(static file => file is not null);
        var taken = classes.Select(static (file, _) => file.Container.FullName).Collect().Select(EquatableArray<string>.Of)
            .Combine(Taken(targets))
            .Select(static (all, _) => new EquatableArray<string>(all.Left.Concat(all.Right)))
            .Combine(planned.Collect().Select(EquatableArray<Holding>.Of!))
            .Select(static (all, _) => Losers(all.Left, all.Right))
            .WithTrackingName(TrackingNames.CodeLosers);
        return planned.Combine(taken)
            .Select(static (file, _) => file.Right.Contains(file.Left!.Content.SpecPath, StringComparer.Ordinal) ? null : file.Left)
            .Where(static file => file is not null)!;
    }

    private static EquatableArray<string> Losers(IEnumerable<string> taken, IEnumerable<Holding> code)
    {
        var names = new HashSet<string>(taken, StringComparer.Ordinal);
        return new(code
            .OrderBy(static file => file.Content.SpecPath, StringComparer.Ordinal)
            .Where(file => !names.Add(file.Container.FullName))
            .Select(static file => file.Content.SpecPath)
            .ToList());
    }

    private static void Emit(SourceProductionContext output, Holding file, CodeLanguage language, EquatableArray<string> impossible)
    {
        output.CancellationToken.ThrowIfCancellationRequested();
        if (impossible.Contains(file.Content.SpecPath, StringComparer.Ordinal))
            return;
        var hint = HintName.Of(file.Container.FullName, file.Content.SpecPath);
        output.AddSource(hint, SourceText.From(ClassSource.Write(file, language), Encoding.UTF8));
    }
}
