using ScalingSdk.Tests.Laws;

namespace ScalingSdk.Tests.Models;

/// <summary>The rows of the golden table that come without a configuration: counted from the dimensions that their papers print.</summary>
public sealed class PrintedShapeTests
{
    /// <summary>Published numbers that no count of the printed dimensions reproduces, and why.</summary>
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["PaLM 540B"] = "540.35 is the matrices alone, 540.354B: the norms carry it above 540.355B",
        ["Megatron 1T"] = "the name is nominal: 1,008B",
        ["GLM-130B"] = "the row does not say whether the head is tied: 128.7B where it is, 130.5B where it is not",
    };

    private static readonly IReadOnlyList<CsvRow> Golden =
        [.. Csv.Read("models", "published-counts.csv").Where(static row => row["configuration"].Length == 0)];

    public static TheoryData<string> Names { get; } = [.. Golden.Select(static row => row["name"])];

    [Theory, MemberData(nameof(Names))]
    public void Count_PrintedDimensions_IsThePublishedOne(string name)
    {
        var row = Golden.Single(row => row.Is("name", name));
        var published = (long)row.Number("total");

        var away = Math.Abs(Count(row) - published);

        Assert.Equal(!Exceptions.ContainsKey(name), away <= GoldenCountTests.HalfUnit(published));
    }

    [Fact]
    public void Exceptions_EachName_IsARow() =>
        Assert.All(Exceptions.Keys, static name => Assert.Contains(Golden, row => row.Is("name", name)));

    private static long Count(CsvRow row) => row["name"].Split(' ')[0] switch
    {
        "Gopher" or "Chinchilla" => StandardDecoder.CountWithRelativePositions(
            Dimension(row, "layers"), Dimension(row, "d_model"), Dimension(row, "heads"), Dimension(row, "d_ff")),
        "PaLM" or "GLM-130B" => Gated(row),
        "BloombergGPT" => Bloom(row),
        _ => Gpt2(row),
    };

    // No biases and three matrices in the feed-forward, as in Llama.
    private static long Gated(CsvRow row) => ModelFile.Config(FormattableString.Invariant($$"""
        { "model_type": "llama", "num_hidden_layers": {{row["layers"]}}, "hidden_size": {{row["d_model"]}},
          "num_attention_heads": {{row["heads"]}}, "num_key_value_heads": {{row["kv_heads"]}}, "head_dim": {{row["head_dim"]}},
          "intermediate_size": {{row["d_ff"]}}, "vocab_size": {{row["vocab"]}}, "tie_word_embeddings": {{(row.Is("tied", "true") ? "true" : "false")}} }
        """)).Parameters.Total;

    private static long Bloom(CsvRow row) => ModelFile.Config(FormattableString.Invariant($$"""
        { "model_type": "bloom", "n_layer": {{row["layers"]}}, "hidden_size": {{row["d_model"]}}, "n_head": {{row["heads"]}}, "vocab_size": {{row["vocab"]}} }
        """)).Parameters.Total;

    private static long Gpt2(CsvRow row) => ModelFile.Config(FormattableString.Invariant($$"""
        { "model_type": "gpt2", "n_layer": {{row["layers"]}}, "n_embd": {{row["d_model"]}}, "n_head": {{row["heads"]}},
          "n_inner": {{row["d_ff"]}}, "vocab_size": {{row["vocab"]}}, "n_positions": {{row["context"]}} }
        """)).Parameters.Total;

    private static int Dimension(CsvRow row, string column) => (int)row.Number(column);
}
