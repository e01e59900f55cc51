using ScalingSdk.Hardware;

namespace ScalingSdk.Tests.Hardware;

/// <summary>A published utilization with what the fits take as its cause.</summary>
internal sealed record UtilizationFigure(string Name, double[] Causes, double Utilization);

/// <summary>The figures that the library's two fits are made from.</summary>
internal static class UtilizationFigures
{
    // Student's t at 97.5 % for 42 and 94 degrees of freedom.
    private const double OfClusters = 2.018;
    private const double OfNodes = 1.986;

    private static readonly string[] Newer = ["H100", "H800", "GH200", "B200", "B300", "L40S"];

    public static IReadOnlyList<PublishedRun> FromScratch { get; } = [.. PublishedRuns.All.Where(static run => run.FromScratch)];

    public static IReadOnlyList<UtilizationFigure> Clusters { get; } =
    [
        .. FromScratch.Where(static run => !OnOneNode(run)).Select(static run => new UtilizationFigure(
            run.Name, [1, Generation(run.Accelerator.Id), Math.Log10(run.Parameters / 7e9), Math.Log10((run.Devices ?? 512) / 512.0)], run.Utilization)),
    ];

    public static IReadOnlyList<UtilizationFigure> Node { get; } =
    [
        .. Csv.Read("hardware", "mosaic-utilization.csv")
            .Where(static row => row.Is("gpus", "8") && (row["gpu"].StartsWith("a100", StringComparison.Ordinal) || row.Is("precision", "amp_bf16")))
            .Select(static row => Of("MosaicML", row["gpu"].StartsWith("h100", StringComparison.Ordinal) ? 1 : 0, row.Number("parameters"), row.Number("sequence_length"), Causal(row))),

        // benchmarks/llama3_h100_202412_torchtitan.md, table 1: FSDP without and with torch.compile, in bf16.
        Torchtitan(5_762), Torchtitan(6_667),
        .. FromScratch.Where(OnOneNode).Select(static run => Of(run.Name, Generation(run.Accelerator.Id), run.Parameters, run.SequenceLength, run.Utilization)),
    ];

    public static bool OnOneNode(PublishedRun run) => run.Devices <= UtilizationBand.SingleNodeDevices;

    public static double Width(IReadOnlyList<UtilizationFigure> figures, double deviation) =>
        (figures == Clusters || figures.Count < 60 ? OfClusters : OfNodes) * deviation * Math.Sqrt(1 + ((double)figures[0].Causes.Length / figures.Count));

    /// <summary>What MosaicML counts with the whole square of attention (6 N + 12 L d T), counted with its causal half and the table once.</summary>
    public static double Causal(CsvRow row)
    {
        var (width, layers) = row["model"] switch
        {
            "1b" => (2048.0, 24),
            "3b" => (2560, 32),
            "7b" => (4096, 32),
            "13b" => (5120, 40),
            "30b" => (7168, 48),
            _ => (8192, 80),
        };
        var attention = layers * width * row.Number("sequence_length");
        var matrices = (12 * layers * width * width) + (50_368 * width);
        return row.Number("utilization") / 100 * (6 * (matrices + attention)) / ((6 * row.Number("parameters")) + (12 * attention));
    }

    private static UtilizationFigure Torchtitan(double tokensPerSecond)
    {
        var perToken = (6 * (8_030_261_248.0 - (128_256 * 4_096))) + (6 * 32 * 4_096.0 * 8_193);
        return Of("torchtitan", 1, 8_030_261_248, 8_192, perToken * tokensPerSecond / 989.4e12);
    }

    private static UtilizationFigure Of(string name, double newer, double parameters, double sequence, double utilization) =>
        new(name, [1, newer, Math.Log10(parameters / 7e9), Math.Max(0, Math.Log2(sequence / 4_096))], utilization);

    private static double Generation(string id) => Array.Exists(Newer, name => id.StartsWith(name, StringComparison.Ordinal)) ? 1 : 0;
}
