using Parquet;
using Parquet.Schema;
using ScalingSdk.Fitting.Reading;

namespace ScalingSdk.Fitting.Tests.Formats;

public sealed class ParquetTests
{
    private static readonly float[] TwoLosses = [3.1f, 3.2f];
    private static readonly bool[] Flags = [false, true];
    private static readonly DateTime[] Times = [DateTime.UnixEpoch, DateTime.UnixEpoch];
    private static readonly string[] Corpora = ["c4", "c4"];

    private static readonly long[] Sizes = [100_000_000, 200_000_000, 300_000_000];
    private static readonly double[] Tokens = [2e9, 4e9, 6e9];
    private static readonly int[] RepetitionLevels = [0, 0, 0];
    private static readonly double?[] Losses = [3.5, 3.25, null];

    [Fact]
    public async Task Read_Columns_AreRuns()
    {
        using var file = new MemoryStream();
        var schema = new ParquetSchema(new DataField<long>("n_params"), new DataField<double>("tokens"), new DataField<double?>("val_loss"));
        var writer = await ParquetWriter.CreateAsync(schema, file);
        using (var group = writer.CreateRowGroup())
        {
            await group.WriteAsync<long>(schema.DataFields[0], Sizes);
            await group.WriteAsync<double>(schema.DataFields[1], Tokens);
            await group.WriteAsync<double>(schema.DataFields[2], Losses);
        }

        await writer.DisposeAsync();

        var set = RunReader.Read(new MemoryStream(file.ToArray()));

        Assert.Equal([(1e8, 2e9, 3.5), (2e8, 4e9, 3.25)], set.Runs.Select(static run => (run.Parameters, run.Tokens, run.Loss)));
        Assert.Equal("Parquet", Assert.Single(set.Readings).Format);
    }

    [Fact]
    public async Task Read_LossesAsLists_SaysThatTheyAreLists()
    {
        using var file = new MemoryStream();
        var schema = new ParquetSchema(new DataField<long>("n_params"), new DataField<double[]>("val_loss"));
        var writer = await ParquetWriter.CreateAsync(schema, file);
        using (var group = writer.CreateRowGroup())
        {
            await group.WriteAsync<long>(schema.DataFields[0], Sizes);
            await group.WriteAsync<double>(schema.DataFields[1], Tokens, RepetitionLevels);
        }

        await writer.DisposeAsync();

        Assert.Contains("'val_loss' holds a list", RunReader.Read(new MemoryStream(file.ToArray())).Refusal, StringComparison.Ordinal);
    }

    // Singles keep their digits, an id its last ones; a group without rows and a value that is missing are nothing.
    [Fact]
    public async Task Read_ColumnsOfEveryType_AreWhatIsWritten()
    {
        using var file = new MemoryStream();
        var schema = new ParquetSchema(
            new DataField<int>("n_params"), new DataField<long?>("tokens"), new DataField<float>("val_loss"), new DataField<ulong>("name"), new DataField<bool>("outlier"), new DataField<DateTime>("date"),
            new DataField<string>("corpus"));
        var writer = await ParquetWriter.CreateAsync(schema, file);
        foreach (var first in new[] { 1, 3 })
        {
            using var group = writer.CreateRowGroup();
            await group.WriteAsync<int>(schema.DataFields[0], new[] { first * 100_000_000, (first + 1) * 100_000_000 });
            await group.WriteAsync<long>(schema.DataFields[1], new long?[] { first * 2_000_000_000L, first == 3 ? null : 4_000_000_000L });
            await group.WriteAsync<float>(schema.DataFields[2], TwoLosses);
            await group.WriteAsync<ulong>(schema.DataFields[3], new[] { 9007199254740992UL + (ulong)first, 9007199254740993UL + (ulong)first });
            await group.WriteAsync<bool>(schema.DataFields[4], Flags);
            await group.WriteAsync<DateTime>(schema.DataFields[5], Times);
            await group.WriteAsync(schema.DataFields[6], Corpora);
        }

        await writer.DisposeAsync();

        var set = RunReader.Read(new MemoryStream(file.ToArray()), new() { DropFlagged = true });

        Assert.Equal(
            [(1e8, 2e9, 3.1, "9007199254740993", "c4"), (3e8, 6e9, 3.1, "9007199254740995", "c4")],
            set.Runs.Select(static run => (run.Parameters, run.Tokens, run.Loss, run.Name, run.Corpus)));
    }

    [Fact]
    public async Task Read_MoreRowsThanTheBound_IsRefused()
    {
        using var file = new MemoryStream();
        var schema = new ParquetSchema(new DataField<double>("N"));
        var writer = await ParquetWriter.CreateAsync(schema, file);
        using (var group = writer.CreateRowGroup())
            await group.WriteAsync<double>(schema.DataFields[0], Tokens);
        await writer.DisposeAsync();

        Assert.Contains("more than '2' rows", RunReader.Read(new MemoryStream(file.ToArray()), new() { MaxRows = 2 }).Refusal, StringComparison.Ordinal);
    }
}
