using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ScalingSdk.Naming;
using ScalingSdk.Rules;

namespace ScalingSdk.Analyzers;

/// <summary>Reports what is found in a spec on the line of the spec, and a class that another spec has.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SpecFileAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => RuleDescriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            // Not with this start's token: an editor that cancels one request asks again.
            var (options, compilation) = (start.Options, start.Compilation);
            var losers = new Lazy<ImmutableDictionary<string, Displaced>>(() => Losers(options, compilation), LazyThreadSafetyMode.PublicationOnly);
            start.RegisterAdditionalFileAction(file => Report(file, losers));
        });
    }

    private static void Report(AdditionalFileAnalysisContext file, Lazy<ImmutableDictionary<string, Displaced>> losers)
    {
        if (!SpecFile.IsSpec(file.AdditionalFile)
            || SpecFile.Run(file.AdditionalFile, file.Options.AdditionalFiles, file.CancellationToken) is not { } result)
        {
            return;
        }

        foreach (var finding in result.Findings)
            file.ReportDiagnostic(finding.ToDiagnostic());
        if (result.Plan is { } plan && !plan.Spec.Suppresses(ClassTaken.Info.Id) && losers.Value.TryGetValue(file.AdditionalFile.Path, out var loser))
        {
            var text = file.AdditionalFile.GetText(file.CancellationToken)!.ToString();
            file.ReportDiagnostic(ClassTaken.Find(file.AdditionalFile.Path, text, loser.FullName, loser.Winner!).ToDiagnostic());
        }
    }

    /// <summary>The specs, by path, whose class another spec has.</summary>
    private static ImmutableDictionary<string, Displaced> Losers(AnalyzerOptions options, Compilation compilation)
    {
        var project = ProjectOptions.From(options.AnalyzerConfigOptionsProvider);
        var specs = new Dictionary<string, string>(StringComparer.Ordinal);
        var names = new List<ClassName>();
        foreach (var file in options.AdditionalFiles.Where(SpecFile.IsSpec))
        {
            var path = project.RelativePath(file.Path);
            if (specs.ContainsKey(path) || SpecFile.Run(file, options.AdditionalFiles, CancellationToken.None)?.Plan is not { } plan)
                continue;
            specs.Add(path, file.Path);
            names.Add(ClassName.Of(plan.Spec.Name, path, SpecOptions.Of(file, options.AnalyzerConfigOptionsProvider), project.RootNamespace));
        }

        return ClassNames.Settle(names, name => IsOwnType(compilation, name))
            .Where(static displaced => displaced.Winner is not null)
            .ToImmutableDictionary(displaced => specs[displaced.SpecPath], StringComparer.Ordinal);
    }

    private static bool IsOwnType(Compilation compilation, string name) => compilation.GetTypeByMetadataName(name)?.GetAttributes()
        .Any(static use => string.Equals(use.AttributeClass?.ToDisplayString(), SpecReference.AttributeName, StringComparison.Ordinal)) == true;
}
