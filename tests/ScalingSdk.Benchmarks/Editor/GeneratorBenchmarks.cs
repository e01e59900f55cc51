using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;

namespace ScalingSdk.Benchmarks.Editor;

/// <summary>The generator in an editor: its first run below 150 ms at 100 specs, an unrelated edit below 0.5 ms, with 100 constructions too.</summary>
[MemoryDiagnoser]
public class GeneratorBenchmarks
{
    private Compilation _before = null!;
    private Compilation[] _after = null!;
    private GeneratorDriver _cold = null!;
    private GeneratorDriver _warm = null!;
    private AdditionalText _first = null!;
    private AdditionalText _edited = null!;

    [Params(100, 1000)]
    public int Specs { get; set; }

    /// <summary>Constructions in code that have constants.</summary>
    [Params(0, 100)]
    public int Constructions { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var project = new SpecProject(Specs, Constructions);
        (_first, _edited) = (project.Files[0], SpecProject.Spec(0, "11B"));
        _before = project.Code;
        _cold = project.Driver();
        _warm = _cold.RunGenerators(_before);
        if (_warm.GetRunResult().GeneratedTrees.Length < Specs + Constructions)
            throw new InvalidOperationException("not every spec has a class");
    }

    /// <summary>Each edit is a compilation that nobody has asked anything yet, as after a key stroke.</summary>
    [IterationSetup(Target = nameof(UnrelatedEdit))]
    public void Type()
    {
        _after = [.. Enumerable.Range(0, 64).Select(i => _before.AddSyntaxTrees(SpecProject.Parse(FormattableString.Invariant($"namespace MyApp; internal static class Edit{i};"))))];
    }

    [Benchmark(Baseline = true)]
    public GeneratorDriver FirstRun() => _cold.RunGenerators(_before);

    [Benchmark(OperationsPerInvoke = 64)]
    public GeneratorDriver UnrelatedEdit()
    {
        var driver = _warm;
        foreach (var after in _after)
            driver = _warm.RunGenerators(after);
        return driver;
    }

    [Benchmark]
    public GeneratorDriver OneSpecEdited() => _warm.ReplaceAdditionalText(_first, _edited).RunGenerators(_before);
}
