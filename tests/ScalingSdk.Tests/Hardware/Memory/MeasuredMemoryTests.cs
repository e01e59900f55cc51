using System.Globalization;
using ScalingSdk.Hardware.Memory;
using ScalingSdk.Tests.Models;

namespace ScalingSdk.Tests.Hardware.Memory;

/// <summary>Predicted memory of one device against runs that were measured.</summary>
public sealed class MeasuredMemoryTests
{
    private const double Allowed = 0.15;

    private static readonly IReadOnlyList<CsvRow> Rows = Csv.Read("hardware", "measured-memory.csv");

    [Fact]
    public void Prediction_OfMeasuredRuns_IsWithinFifteenPercentOnFourOfFive()
    {
        var near = Rows.Count(static row => Math.Abs((Predict(row).PerDevice.Gibibytes / row.Number("measured_gib")) - 1) <= Allowed);

        Assert.True(near >= 0.8 * Rows.Count, FormattableString.Invariant($"{near} of {Rows.Count} measured runs are within 15 %: see the table of docs/hardware.md"));
    }

    [Fact]
    public void Band_OfMeasuredRuns_HoldsEachAndIsNarrow() => Assert.All(Rows, static row =>
    {
        var band = Predict(row).PerDeviceBytes;

        Assert.True(band.Contains(row.Number("measured_gib") * (1L << 30)), $"{row["run"]}: {row["measured_gib"]} GiB were measured, {Predict(row)} predicted");
        Assert.InRange(band.High / band.Low, 1, 1.3);
    });

    [Fact]
    public void Page_MeasuredRuns_AreListed() => GeneratedTable.Check("hardware.md", "measured-memory",
    [
        "| run of torchtitan | recomputation | TP x PP x CP x FSDP | measured, GiB | predicted, GiB | difference |",
        "|---|---|---|--:|--:|--:|",
        .. Rows.Select(static row =>
        {
            var predicted = Predict(row).PerDevice.Gibibytes;
            return string.Format(CultureInfo.InvariantCulture, "| {0} | {1} | {2} x {3} x {4} x {5} | {6} | {7:0.0} | {8:+0.0;-0.0} % |",
                row["run"], row["recomputation"], row["tensor"], row["pipeline"], row["context"], row["copies"], row["measured_gib"], predicted,
                100 * ((predicted / row.Number("measured_gib")) - 1));
        }),
    ]);

    private static TrainingMemory Predict(CsvRow row)
    {
        var model = Reconstructed.Model(row["model"]);
        return TrainingMemory.For(TransformerShape.Of(model), model.Parameters, new MemoryPlan
        {
            SequenceLength = (int)row.Number("sequence_length"),
            MicroBatchSequences = row.Number("micro_batch"),
            Recomputation = row.Is("recomputation", "full") ? Recomputation.Full : Recomputation.Selective,
            Compiled = row.Is("compiled", "true"),
            Parallelism = new()
            {
                TensorParallel = (int)row.Number("tensor"),
                SequenceParallel = row.Number("tensor") > 1,
                PipelineParallel = (int)row.Number("pipeline"),
                ContextParallel = (int)row.Number("context"),
                DataParallel = (int)row.Number("copies"),
                InterleavedChunks = (int)row.Number("chunks"),
                ZeroStage = 3,
            },
        });
    }
}
