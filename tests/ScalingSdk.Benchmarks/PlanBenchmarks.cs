using BenchmarkDotNet.Attributes;
using ScalingSdk.Planning;
using ScalingSdk.Reports;
using ScalingSdk.Specs;

namespace ScalingSdk.Benchmarks;

/// <summary>Parts are worked out when they are read: a plan to its loss in closed form takes less than 20 us, one that solves numerically, and one with all of its figures, less than 1 ms.</summary>
[MemoryDiagnoser]
public class PlanBenchmarks
{
    private readonly TrainingSpec _gpt2Small = Read("""
        { "model": { "architecture": "gpt2", "layers": 12, "hidden_size": 768, "attention_heads": 12, "vocabulary_size": 50257, "context_length": 1024 },
          "data": { "tokens": "10B", "unique_tokens": "2B" }, "training": { "batch_tokens": "0.5M" } }
        """);

    private readonly TrainingSpec _byCompute = Read("""{ "budget": { "flops": "1e22" } }""");

    private readonly TrainingSpec _byLimitedData = Read("""{ "data": { "unique_tokens": "25B" }, "budget": { "flops": "1e22" } }""");

    private readonly TrainingSpec _byUse = Read("""
        { "model": { "parameters": "7B" }, "data": { "tokens": "140B" }, "inference": { "lifetime_tokens": "1T" } }
        """);

    [Benchmark(Baseline = true)]
    public LossPlan? ClosedForm() => Planner.Plan(_gpt2Small).Loss;

    [Benchmark]
    public LossPlan? ClosedFormFromCompute() => Planner.Plan(_byCompute).Loss;

    [Benchmark]
    public LossPlan? NumericFromLimitedData() => Planner.Plan(_byLimitedData).Loss;

    [Benchmark]
    public InferencePlan? NumericFromUse() => Planner.Plan(_byUse).Inference;

    [Benchmark]
    public int WithFigures() => Planner.Plan(_gpt2Small).Figures.Count;

    [Benchmark]
    public int WithTables() => Planner.Plan(_gpt2Small).Tables.Count;

    [Benchmark]
    public int WithJson() => Planner.Plan(_gpt2Small).ToJson().Length;

    private static TrainingSpec Read(string text) => SpecReader.Read("Run.scaling.json", SpecTree.Parse(text, out _)!, static _ => null, static () => []).Spec!;
}
