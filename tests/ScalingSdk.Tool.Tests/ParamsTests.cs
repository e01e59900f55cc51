using System.Text.Json;

namespace ScalingSdk.Tool.Tests;

public sealed class ParamsTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Params_Gpt2_GivesTheFiveCountsFirst()
    {
        var run = Tool.Run("params", _folder.Write("config.json", Specs.Gpt2Config), "--format", "json");

        var counts = JsonDocument.Parse(run.Out).RootElement.EnumerateObject().Take(5).Select(static member => (member.Name, member.Value.GetInt64()));
        Assert.Equal(
            [("total", 124_439_808), ("stored", 163_037_184), ("non_embedding", 85_056_000), ("kaplan_non_embedding", 84_934_656), ("active", 124_439_808)],
            counts);
    }

    [Fact]
    public void Params_Components_SumToTheTotal()
    {
        var root = JsonDocument.Parse(Tool.RunWithInput(Specs.Gpt2Config, "params", "-", "-f", "json").Out).RootElement;

        Assert.Equal(root.GetProperty("total").GetInt64(), root.GetProperty("components").EnumerateArray().Sum(static row => row.GetProperty("count").GetInt64()));
    }

    [Fact]
    public void Params_AConventionThatDoesNotCountIt_SaysWhy()
    {
        var text = Tool.RunWithInput(Specs.MixtralConfig, "params", "-").Out;
        var root = JsonDocument.Parse(Tool.RunWithInput(Specs.MixtralConfig, "params", "-", "-f", "json").Out).RootElement;

        Assert.Contains("does not apply: it counts a dense feed-forward, and this model has 8 experts", text.Replace("\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(
            root.GetProperty("training_flops_per_token").EnumerateObject().Where(static row => row.Value.ValueKind is JsonValueKind.Null),
            row => Assert.StartsWith("it counts", root.GetProperty("training_flops_not_counted").GetProperty(row.Name).GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Params_AnEncoderDecoder_IsCountedByThreeN() =>
        Assert.Contains("  3 N: ", Tool.RunWithInput(Specs.T5Config, "params", "-").Out, StringComparison.Ordinal);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Params_SequenceLength_IsToldWhereItIsAssumed(bool stated)
    {
        string[] length = stated ? ["--sequence-length", "512"] : [];

        var run = Tool.RunWithInput(Specs.Gpt2Config, ["params", "-", .. length]);

        Assert.Equal(!stated, run.Out.Contains("assumed: sequences have 1024 tokens", StringComparison.Ordinal));
    }

    [Fact]
    public void Params_Text_FitsEightyColumns() =>
        Assert.All(Tool.RunWithInput(Specs.Gpt2Config, "params", "-").Lines, static line => Assert.InRange(line.Length, 0, 80));

    [Fact]
    public void Params_ASizeWithoutShape_IsRefused() =>
        Assert.Equal(ExitCode.Usage, Tool.RunWithInput("""{ "model": { "parameters": "7B" } }""", "params", "-").Code);

    [Fact]
    public void Params_ConfigWithABadSize_TellsItsPlace()
    {
        var path = _folder.Write("config.json", Specs.Gpt2Config.Replace("768", "\"wide\"", StringComparison.Ordinal));

        var run = Tool.Run("params", path);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("config.json(1,", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("many")]
    public void Params_SequenceWithoutTokens_IsUsage(string length) =>
        Assert.Equal(ExitCode.Usage, Tool.RunWithInput(Specs.Gpt2Config, "params", "-", "--sequence-length", length).Code);
}
