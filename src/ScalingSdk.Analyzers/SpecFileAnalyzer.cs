using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ScalingSdk.Analyzers;

/// <summary>Reports what is found in a spec on the line of the spec.</summary>
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
        context.RegisterAdditionalFileAction(static file =>
        {
            if (!SpecFile.IsSpec(file.AdditionalFile))
                return;
            if (SpecFile.Run(file.AdditionalFile, file.Options.AdditionalFiles, file.CancellationToken) is not { } result)
                return;
            foreach (var finding in result.Findings)
                file.ReportDiagnostic(finding.ToDiagnostic());
        });
    }
}
