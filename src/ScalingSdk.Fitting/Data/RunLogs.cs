namespace ScalingSdk.Fitting.Data;

/// <summary>Runs as logarithms: ln N and ln D less a centre, ln L, weights, and what else a form may ask for.</summary>
internal sealed class RunLogs
{
    private readonly IReadOnlyList<TrainingRun> _runs;

    /// <param name="runs">The runs.</param>
    /// <param name="centre">Whose means to subtract, so that parameters fitted there hold here; null for the runs' own.</param>
    internal RunLogs(IReadOnlyList<TrainingRun> runs, RunLogs? centre = null)
    {
        _runs = runs;
        Count = runs.Count;
        X = Logs(static run => run.Parameters);
        Y = Logs(static run => run.Tokens);
        LogLoss = Logs(static run => run.Loss);
        Weights = [.. runs.Select(static run => run.Weight)];
        MeanX = centre?.MeanX ?? Mean(X);
        MeanY = centre?.MeanY ?? Mean(Y);
        Subtract(MeanX, X);
        Subtract(MeanY, Y);
        Compute = Logs(static run => run.Compute);
        MeanCompute = centre?.MeanCompute ?? Mean(Compute);
        Subtract(MeanCompute, Compute);
        Steps = Logs(static run => run.Steps ?? 1);
        MeanSteps = centre?.MeanSteps ?? Mean(Steps);
        Subtract(MeanSteps, Steps);
        Unique = Logs(static run => run.UniqueTokens ?? run.Tokens);
        Subtract(MeanY, Unique);
    }

    internal int Count { get; }

    internal double[] X { get; }

    internal double[] Y { get; }

    /// <summary>ln C less its mean.</summary>
    internal double[] Compute { get; }

    /// <summary>ln S less its mean.</summary>
    internal double[] Steps { get; }

    /// <summary>ln U less the mean of ln D.</summary>
    internal double[] Unique { get; }

    internal double[] LogLoss { get; }

    internal double[] Weights { get; }

    internal double MeanX { get; }

    internal double MeanY { get; }

    internal double MeanCompute { get; }

    internal double MeanSteps { get; }

    internal TrainingRun Run(int i) => _runs[i];

    private static void Subtract(double mean, double[] from)
    {
        for (var i = 0; i < from.Length; i++)
            from[i] -= mean;
    }

    private double[] Logs(Func<TrainingRun, double> of)
    {
        var logs = new double[Count];
        for (var i = 0; i < logs.Length; i++)
            logs[i] = Math.Log(of(_runs[i]));
        return logs;
    }

    private double Mean(double[] values)
    {
        double sum = 0, total = 0;
        for (var i = 0; i < Count; i++)
        {
            sum += Weights[i] * values[i];
            total += Weights[i];
        }

        return total > 0 ? sum / total : 0;
    }
}
