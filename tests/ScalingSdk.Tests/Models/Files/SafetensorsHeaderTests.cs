using System.Text;
using ScalingSdk.Models.Files;

namespace ScalingSdk.Tests.Models.Files;

public sealed class SafetensorsHeaderTests
{
    [Fact]
    public void Read_AHeader_AddsUpItsTensors()
    {
        var totals = Read("""
            { "__metadata__": { "format": "pt" }, "model.embed_tokens.weight": { "dtype": "BF16", "shape": [100, 64], "data_offsets": [0, 12800] },
              "lm_head.weight": { "dtype": "BF16", "shape": [100, 64], "data_offsets": [0, 1] }, "model.norm.weight": { "dtype": "F32", "shape": [64] } }
            """);

        Assert.Equal(new TensorTotals(12_864, HasHead: true, IsPacked: false), totals);
    }

    // Masks and frequencies are no parameters; layers behind the last one predict further tokens and are counted apart.
    [Theory]
    [InlineData("h.0.attn.bias")]
    [InlineData("model.layers.0.self_attn.rotary_emb.inv_freq")]
    [InlineData("gpt_neox.layers.0.attention.masked_bias")]
    [InlineData("mtp.layers.0.mlp.up_proj.weight")]
    [InlineData("model.layers.2.eh_proj.weight")]
    public void Read_ATensorThatIsNoParameterOfTheModel_IsLeftOut(string name) => Assert.Equal(100, Read($$"""
        { "model.layers.1.mlp.up_proj.weight": { "dtype": "BF16", "shape": [100] }, "{{name}}": { "dtype": "BF16", "shape": [7] } }
        """, layers: 2, predictions: 1).Elements);

    // A checkpoint with more layers than its config.json says is not that model.
    [Theory]
    [InlineData(0, "model.layers.2.mlp.up_proj.weight")]
    [InlineData(1, "model.layers.3.mlp.up_proj.weight")]
    public void Read_ALayerBeyondThoseThatPredict_IsCounted(int predictions, string name) => Assert.Equal(107, Read($$"""
        { "model.layers.1.mlp.up_proj.weight": { "dtype": "BF16", "shape": [100] }, "{{name}}": { "dtype": "BF16", "shape": [7] } }
        """, layers: 2, predictions).Elements);

    [Fact]
    public void Read_PackedWeights_AreSaid() => Assert.True(Read("""{ "w": { "dtype": "U8", "shape": [4] } }""").IsPacked);

    [Theory]
    [InlineData("{ \"w\": { \"dtype\": \"BF16\" } }", "its header has no shape for 'w'")]
    [InlineData("{ \"w\": { \"shape\": [-1] } }", "its header has a size that is not a whole number")]
    [InlineData("not JSON", "its header is not JSON")]
    public void Read_ABrokenHeader_SaysWhy(string header, string expected) =>
        Assert.Equal(expected, Assert.Throws<InvalidDataException>(() => Read(header)).Message);

    [Fact]
    public void Read_ALengthBeyondTheFile_ReadsNoMoreThanTheBound()
    {
        var bytes = BitConverter.GetBytes(ulong.MaxValue);

        Assert.Equal("a length in its header is larger than any header", Assert.Throws<InvalidDataException>(() => SafetensorsHeader.Read(new MemoryStream(bytes))).Message);
    }

    private static TensorTotals Read(string header, long layers = 0, long predictions = 0)
    {
        var bytes = Encoding.UTF8.GetBytes(header);
        return SafetensorsHeader.Read(new MemoryStream([.. BitConverter.GetBytes((ulong)bytes.Length), .. bytes]), layers, predictions);
    }
}
