using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ScalingSdk.Analyzers.Generation;
using ScalingSdk.Naming;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>A project in memory: its sources, its files, its language version; immutable, so that an edit is another project.</summary>
internal sealed record Project
{
    public string Folder { get; init; } = "/home/me/app";

    public string RootNamespace { get; init; } = "MyApp";

    public LanguageVersion Language { get; init; } = LanguageVersion.Latest;

    /// <summary>Namespace and class that the project's items give to every spec.</summary>
    public ItemNames ItemMetadata { get; init; } = new("", "");

    public ImmutableArray<string> Sources { get; init; } = [];

    public ImmutableArray<AdditionalText> Files { get; init; } = [];

    /// <summary>Assemblies beside those of the platform.</summary>
    public ImmutableArray<MetadataReference> References { get; init; } = [];

    /// <summary>As the .NET SDK defines them.</summary>
    public ImmutableArray<string> Symbols { get; init; } = ["NET7_0_OR_GREATER"];

    private CSharpParseOptions ParseOptions => new(Language, DocumentationMode.Diagnose, preprocessorSymbols: Language >= LanguageVersion.CSharp8 ? Symbols : []);

    private ProjectProperties Properties => new(RootNamespace, Folder + "/", ItemMetadata);

    public static Project With(string path, string? text) => new Project().Add(path, text);

    public Project Add(string path, string? text) => this with { Files = Files.Add(new MemoryFile(Folder + "/" + path, text)) };

    public Project Code(string source) => this with { Sources = Sources.Add(source) };

    /// <summary>The sources alone, with warnings as errors, undocumented public members among them.</summary>
    public CSharpCompilation Compilation()
    {
        return CSharpCompilation.Create(
            "MyApp",
            Sources.Select(source => CSharpSyntaxTree.ParseText(SourceText.From(source), ParseOptions, Folder + "/Code.cs")),
            (Language >= LanguageVersion.CSharp8 ? Platforms.Running : Platforms.NetStandard).AddRange(References),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                // Without optimizations the runtime itself allocates where a span over constants is read.
                optimizationLevel: OptimizationLevel.Release,
                generalDiagnosticOption: ReportDiagnostic.Error,
                nullableContextOptions: Language >= LanguageVersion.CSharp8 ? NullableContextOptions.Enable : NullableContextOptions.Disable));
    }

    public GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new SpecGenerator().AsSourceGenerator()],
        Files,
        ParseOptions,
        Properties,
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The generated files in the order of their names, with no word of the generator itself.</summary>
    public ImmutableArray<GeneratedSourceResult> Generate()
    {
        var result = Driver().RunGenerators(Compilation()).GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        Assert.Empty(result.Diagnostics);
        return [.. result.GeneratedSources.OrderBy(static file => file.HintName, StringComparer.Ordinal)];
    }

    /// <summary>The compilation with the generated files in it.</summary>
    public Compilation Compile()
    {
        Driver().RunGeneratorsAndUpdateCompilation(Compilation(), out var compilation, out _);
        return compilation;
    }

    /// <summary>What the analyzers report, by path: code before specs.</summary>
    public async Task<ImmutableArray<Diagnostic>> Analyze()
    {
        var compilation = Compile();
        var analyzers = compilation.WithOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default)).WithAnalyzers(
            [new SpecFileAnalyzer(), new SpecReferenceAnalyzer(), new ConfigTypeAnalyzer(), new NamedConstructionAnalyzer(), new KeyAttributeAnalyzer()],
            new AnalyzerOptions(Files, Properties));
        return [.. (await analyzers.GetAnalyzerDiagnosticsAsync()).OrderBy(static found => found.Location.GetLineSpan().Path, StringComparer.Ordinal)];
    }
}
