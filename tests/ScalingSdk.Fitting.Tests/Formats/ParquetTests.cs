using Parquet;
using Parquet.Schema;
using ScalingSdk.Fitting.Reading;

namespace ScalingSdk.Fitting.Tests.Formats;

public sealed class ParquetTests
{
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
}
