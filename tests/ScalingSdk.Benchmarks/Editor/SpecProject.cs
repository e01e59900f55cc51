using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ScalingSdk.Analyzers;
using ScalingSdk.Analyzers.Generation;
using ScalingSdk.Analyzers.Tests;
using ScalingSdk.Naming;

namespace ScalingSdk.Benchmarks.Editor;

/// <summary>A project in memory with a number of specs, and constructions in code.</summary>
internal sealed class SpecProject
{
    private const string Folder = "/home/me/app/";

    private static readonly ProjectProperties Properties = new("MyApp", Folder, new ItemNames("", ""));

    public SpecProject(int specs, int constructions)
    {
        Files = [.. Enumerable.Range(0, specs).Select(static i => Spec(i, "10B"))];
        Code = CSharpCompilation.Create("MyApp", [Parse("namespace MyApp; internal static class Program;"), Parse(Presets(constructions))], References());
    }

    public ImmutableArray<AdditionalText> Files { get; }

    public CSharpCompilation Code { get; }

    /// <summary>A generator that has not run yet.</summary>
    public GeneratorDriver Driver() => CSharpGeneratorDriver.Create([new SpecGenerator().AsSourceGenerator()], Files, optionsProvider: Properties);

    /// <summary>All findings, as the compiler asks for them.</summary>
    public ImmutableArray<Diagnostic> Analyze(Compilation compilation) => compilation
        .WithAnalyzers([new SpecFileAnalyzer(), new SpecReferenceAnalyzer(), new ConfigTypeAnalyzer(), new NamedConstructionAnalyzer(), new KeyAttributeAnalyzer()], new AnalyzerOptions(Files, Properties))
        .GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();

    public static AdditionalText Spec(int number, string tokens) => new MemoryFile(
        FormattableString.Invariant($"{Folder}Run{number}.scaling.json"),
        $$"""
        { "model": { "architecture": "gpt2", "layers": 12, "hidden_size": 768, "attention_heads": 12, "vocabulary_size": 50257, "context_length": 1024 },
          "data": { "tokens": "{{tokens}}", "unique_tokens": "2B" }, "training": { "batch_tokens": "0.5M" } }
        """);

    public static SyntaxTree Parse(string code) => CSharpSyntaxTree.ParseText(code);

    private static string Presets(int constructions) => $$"""
        namespace MyApp;
        [ScalingSdk.ScalingModel("gpt2", Tokens = "10B")]
        internal sealed record Config(int VocabSize = 50304, int ContextLength = 1024, int EmbDim = 768, int NHeads = 12, int NLayers = 12);

        internal static class Presets
        {
        {{string.Concat(Enumerable.Range(0, constructions).Select(static i => FormattableString.Invariant($"    [ScalingSdk.ScalingBudget] internal static readonly Config Preset{i} = new(NLayers: {i + 2});\n")))}}
        }
        """;

    private static MetadataReference[] References() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is "System.Private.CoreLib.dll" or "System.Runtime.dll" or "System.Collections.dll" or "netstandard.dll")
            .Append(typeof(ScalingSpecAttribute).Assembly.Location)
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];
}
