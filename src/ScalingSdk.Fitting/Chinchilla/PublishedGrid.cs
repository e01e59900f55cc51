using ScalingSdk.Fitting.Data;

namespace ScalingSdk.Fitting.Chinchilla;

/// <summary>The 4,500 starts of Hoffmann et al. 2022, sec. D.3.</summary>
internal static class PublishedGrid
{
    private static readonly double[] Exponents = [0, 0.5, 1, 1.5, 2];
    private static readonly double[] Floors = [-1, -0.5, 0, 0.5, 1];
    private static readonly double[] Amplitudes = [0, 5, 10, 15, 20, 25];

    /// <summary>The starts in centred parameters.</summary>
    internal static List<double[]> Starts(RunLogs logs) =>
    [
        .. from alpha in Exponents
           from beta in Exponents
           from e in Floors
           from a in Amplitudes
           from b in Amplitudes
           select new[] { e, a - (alpha * logs.MeanX), b - (beta * logs.MeanY), alpha, beta },
    ];
}
