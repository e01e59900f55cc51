using System.Collections.Concurrent;
using System.Diagnostics;
using ScalingSdk.Training;

namespace ScalingStudy.Study;

/// <summary>Runs side by side, one per core, the most expensive first.</summary>
internal sealed class Sweep(Trainer trainer, int threads, TextWriter output)
{
    private readonly Stopwatch _time = Stopwatch.StartNew();
    private double _flops;

    /// <summary>The compute of all runs so far, 6 N D each.</summary>
    public double Flops => _flops;

    public IReadOnlyList<(RunPlan Run, RunRecord Record)> Run(IReadOnlyCollection<RunPlan> runs, RunForecast? forecast = null)
    {
        if (runs.Count == 0)
            return [];
        var done = new ConcurrentBag<(RunPlan, RunRecord)>();
        var next = new ConcurrentQueue<RunPlan>(runs.OrderByDescending(static run => run.Budget).ThenByDescending(static run => run.Shape.Parameters));
        var workers = Enumerable.Range(0, Math.Min(threads, runs.Count)).Select(_ => Task.Factory.StartNew(
            () =>
            {
                while (next.TryDequeue(out var run))
                    done.Add((run, trainer.Train(run, forecast)));
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        Task.WaitAll(workers);
        _flops += runs.Sum(static run => run.Budget);
        output.Say($"  {runs.Count} runs, {runs.Sum(static run => run.Budget):0.0e+0} FLOP; {_time.Elapsed.TotalSeconds:0} s since the start");
        return [.. done];
    }
}

/// <summary>Why a study cannot go on, for people.</summary>
internal sealed class StudyException(string message) : Exception(message);
