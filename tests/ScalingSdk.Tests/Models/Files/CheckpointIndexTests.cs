using ScalingSdk.Json;
using ScalingSdk.Models.Files;

namespace ScalingSdk.Tests.Models.Files;

public sealed class CheckpointIndexTests
{
    [Theory]
    [InlineData("\"total_size\": 1192135096, \"total_parameters\": 596049920", "{}", "596049920")]
    [InlineData("\"total_size\": 1192099840", "{ \"torch_dtype\": \"bfloat16\" }", "0.59605B")]
    [InlineData("\"total_size\": 2384199680", "{ \"dtype\": \"float32\" }", "0.59605B")]
    [InlineData("\"total_size\": 1192099840", "{}", null)]
    [InlineData("\"total_size\": 1192099840", "{ \"torch_dtype\": \"auto\" }", null)]
    [InlineData("", "{ \"torch_dtype\": \"bfloat16\" }", null)]
    public void Parameters_OfAnIndex_AreItsOwnOrItsBytesOverThoseOfAnElement(string metadata, string config, string? expected) =>
        Assert.Equal(expected, CheckpointIndex.Read(Root($$"""{ "metadata": { {{metadata}} }, "weight_map": { } }"""))!.Parameters(Root(config)));

    [Fact]
    public void Read_AnIndex_NamesEachShardOnce() => Assert.Equal(
        ["a.safetensors", "b.safetensors"],
        CheckpointIndex.Read(Root("""{ "weight_map": { "x": "a.safetensors", "y": "b.safetensors", "z": "a.safetensors" } }"""))!.Files);

    [Fact]
    public void Read_AnyOtherFile_IsNone() => Assert.Null(CheckpointIndex.Read(Root("{ }")));

    private static JsonObject Root(string json) => (JsonObject)JsonReader.Read(json).Root!;
}
