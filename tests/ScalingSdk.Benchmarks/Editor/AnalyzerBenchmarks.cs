using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;

namespace ScalingSdk.Benchmarks.Editor;

/// <summary>The analyzers with all that the compiler binds for them: more than their own time, which <c>-p:ReportAnalyzer=true</c> tells.</summary>
[MemoryDiagnoser]
public class AnalyzerBenchmarks
{
    private SpecProject _read = null!;
    private Compilation _generated = null!;

    [Params(100, 1000)]
    public int Specs { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _read = new SpecProject(Specs, constructions: 10);
        _read.Driver().RunGeneratorsAndUpdateCompilation(_read.Code, out _generated, out _);
        if (_read.Analyze(_generated).Length < Specs)
            throw new InvalidOperationException("not every spec has its finding");
    }

    /// <summary>As in a compiler: the generator has read the specs.</summary>
    [Benchmark]
    public int AfterTheGenerator() => _read.Analyze(_generated.Clone()).Length;

    /// <summary>As where no generator runs.</summary>
    [Benchmark]
    public int Alone()
    {
        var project = new SpecProject(Specs, constructions: 10);
        return project.Analyze(project.Code).Length;
    }
}
