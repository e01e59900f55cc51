using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ScalingSdk.Analyzers;
using ScalingSdk.Analyzers.Generation;
using ScalingSdk.Analyzers.Tests;

namespace ScalingSdk.Benchmarks;

/// <summary>The generator in an editor: its first run below 150 ms at 100 specs, then what an edit costs.</summary>
[MemoryDiagnoser]
public class GeneratorBenchmarks
{
    private const string Folder = "/home/me/app/";

    private static readonly ProjectProperties Properties = new("MyApp", Folder, new SpecOptions("", ""));

    private Compilation _before = null!;
    private Compilation _after = null!;
    private GeneratorDriver _cold = null!;
    private GeneratorDriver _warm = null!;
    private AdditionalText _first = null!;
    private AdditionalText _edited = null!;

    [Params(100, 1000)]
    public int Specs { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        ImmutableArray<AdditionalText> files = [.. Enumerable.Range(0, Specs).Select(static i => Spec(i, "10B"))];
        (_first, _edited) = (files[0], Spec(0, "11B"));
        _before = CSharpCompilation.Create(
            "MyApp",
            [CSharpSyntaxTree.ParseText("namespace MyApp; internal static class Program;")],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
        _after = _before.AddSyntaxTrees(CSharpSyntaxTree.ParseText("namespace MyApp; internal static class Edit;"));
        _cold = CSharpGeneratorDriver.Create([new SpecGenerator().AsSourceGenerator()], files, optionsProvider: Properties);
        _warm = _cold.RunGenerators(_before);
        if (_warm.GetRunResult().GeneratedTrees.Length < Specs)
            throw new InvalidOperationException("not every spec has a class");
    }

    [Benchmark(Baseline = true)]
    public GeneratorDriver FirstRun() => _cold.RunGenerators(_before);

    [Benchmark]
    public GeneratorDriver UnrelatedEdit() => _warm.RunGenerators(_after);

    [Benchmark]
    public GeneratorDriver OneSpecEdited() => _warm.ReplaceAdditionalText(_first, _edited).RunGenerators(_before);

    private static MemoryFile Spec(int number, string tokens) => new(
        FormattableString.Invariant($"{Folder}Run{number}.scaling.json"),
        $$"""
        { "model": { "architecture": "gpt2", "layers": 12, "hidden_size": 768, "attention_heads": 12, "vocabulary_size": 50257, "context_length": 1024 },
          "data": { "tokens": "{{tokens}}", "unique_tokens": "2B" }, "training": { "batch_tokens": "0.5M" } }
        """);
}
