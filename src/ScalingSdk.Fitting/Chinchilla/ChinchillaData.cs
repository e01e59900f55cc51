namespace ScalingSdk.Fitting.Chinchilla;

/// <summary>Runs as logarithms: ln N and ln D less their means, ln L, and weights.</summary>
internal sealed class ChinchillaData
{
    internal ChinchillaData(IReadOnlyList<TrainingRun> runs)
    {
        Count = runs.Count;
        X = new double[Count];
        Y = new double[Count];
        LogLoss = new double[Count];
        Weights = new double[Count];
        double total = 0, meanX = 0, meanY = 0;
        for (var i = 0; i < Count; i++)
        {
            X[i] = Math.Log(runs[i].Parameters);
            Y[i] = Math.Log(runs[i].Tokens);
            LogLoss[i] = Math.Log(runs[i].Loss);
            Weights[i] = runs[i].Weight;
            total += Weights[i];
            meanX += Weights[i] * X[i];
            meanY += Weights[i] * Y[i];
        }

        MeanX = meanX / total;
        MeanY = meanY / total;
        for (var i = 0; i < Count; i++)
        {
            X[i] -= MeanX;
            Y[i] -= MeanY;
        }
    }

    internal int Count { get; }

    internal double[] X { get; }

    internal double[] Y { get; }

    internal double[] LogLoss { get; }

    internal double[] Weights { get; }

    internal double MeanX { get; }

    internal double MeanY { get; }
}
