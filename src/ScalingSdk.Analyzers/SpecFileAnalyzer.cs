using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ScalingSdk.Analyzers.Projects;

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
            var classes = new Lazy<SpecClasses>(() => SpecClasses.Of(options, compilation), LazyThreadSafetyMode.PublicationOnly);
            start.RegisterAdditionalFileAction(file => Report(file, classes));
        });
    }

    private static void Report(AdditionalFileAnalysisContext file, Lazy<SpecClasses> classes)
    {
        if (!SpecFile.IsSpec(file.AdditionalFile)
            || SpecFile.Run(file.AdditionalFile, file.Options.AdditionalFiles, file.CancellationToken) is not { } result)
        {
            return;
        }

        foreach (var finding in result.Findings)
            file.ReportDiagnostic(finding.ToDiagnostic());
        var text = SpecFile.TextOf(file.AdditionalFile, file.CancellationToken);
        foreach (var finding in classes.Value.Check(file.AdditionalFile.Path, text))
        {
            if (result.Plan?.Spec.Suppresses(finding.Rule.Id) != true)
                file.ReportDiagnostic(finding.ToDiagnostic());
        }
    }
}
