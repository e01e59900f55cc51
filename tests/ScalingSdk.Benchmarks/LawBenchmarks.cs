using BenchmarkDotNet.Attributes;
using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Benchmarks;

/// <summary>Laws in closed form take no memory and less than 100 ns; solvers beside them.</summary>
[MemoryDiagnoser]
public class LawBenchmarks
{
    private readonly IAllocationLaw _law = (IAllocationLaw)LawRegistry.Find("besiroglu-2024")!;
    private readonly ModelSize _size = NominalSize.Of(new(7e9));
    private readonly TrainingFlops _compute = new(1e22);
    private readonly Tokens _tokens = new(1.4e11);

    [Benchmark(Baseline = true)]
    public Answer<OptimalRun> Allocate() => _law.Allocate(_compute);

    [Benchmark]
    public Answer<Tokens> OptimalTokens() => _law.OptimalTokens(_size);

    [Benchmark]
    public Answer<PredictedLoss> Loss() => Besiroglu2024.Law.Loss(_size, _tokens);

    [Benchmark]
    public Answer<UniqueTokens> Threshold() => Kaplan2020.Law.Threshold(_size);

    [Benchmark]
    public Answer<double> Penalty() => Kaplan2020.Law.Penalty(_size, new UniqueTokens(1.4e11));

    [Benchmark]
    public Answer<BatchTokens> CriticalBatch() => Kaplan2020.Law.CriticalBatch(_size, _tokens);

    [Benchmark]
    public Answer<OptimalRun> AllocateLimitedData() => Muennighoff2023.Law.Allocate(_compute, new UniqueTokens(2.5e10));

    [Benchmark]
    public Answer<DeploymentRun> Deploy() =>
        Sardana2023.Law.Deploy(Besiroglu2024.Law, _size.Active, _tokens, new InferenceTokens(1e12));
}
