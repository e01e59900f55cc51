using ScalingSdk.Training;
using ScalingSdk.Training.Tests;

// The process that LogKillTests kills: it writes runs, start to end, until it is gone.
for (var run = 0; ; run++)
{
    using var log = RunLog.Open(args[0], Made.Start(FormattableString.Invariant($"run-{run}")));
    for (var step = 1; step <= 20; step++)
        log.Step(new(step, step * 512, 3.0 / step));
    log.Finish(Made.End);
    Console.WriteLine(run);
}
