using BenchmarkDotNet.Attributes;
using ScalingSdk.Fitting;
using ScalingSdk.Fitting.Chinchilla;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Fits;
using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Fitting.Uncertainty;
using ScalingSdk.Laws;

namespace ScalingSdk.Benchmarks.Fitting;

/// <summary>Fits of 240 simulated runs, and the inner loop that they spend their time in.</summary>
[MemoryDiagnoser]
public class FittingBenchmarks
{
    private static readonly double[] Theta = [0.6, -1, -1, 0.35, 0.37];

    private readonly List<TrainingRun> _runs = CoverageDesign.Large.Runs(Besiroglu2024.Law.Form, CoverageNoise.Gaussian, new(1));
    private readonly double[] _gradient = new double[5];
    private readonly double[] _hessian = new double[25];
    private FitResult _fit = null!;
    private ChinchillaObjective _objective = null!;

    [GlobalSetup]
    public void Setup()
    {
        _fit = LawFit.Chinchilla(_runs);
        _objective = new ChinchillaObjective(new RunLogs(_runs), Penalty.Huber, tied: false);
    }

    [Benchmark]
    public double InnerLoop() => _objective.Evaluate(Theta, _gradient, _hessian);

    [Benchmark]
    public FitResult Fit() => LawFit.Chinchilla(_runs);

    [Benchmark]
    public LawSample Bootstrap4000() => Bootstrap.Run(_fit, new() { Resampling = Resampling.Runs });

    [Benchmark]
    public FitResult PublishedGrid() => LawFit.Chinchilla(_runs, new() { Starts = StartMethod.PublishedGrid });
}
