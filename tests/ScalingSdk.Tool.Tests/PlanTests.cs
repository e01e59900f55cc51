using System.Text.Json;
using ScalingSdk.Reports;

namespace ScalingSdk.Tool.Tests;

public sealed class PlanTests : IDisposable
{
    private static readonly string[] Flags = ["plan", "--params", "7B", "--gpus", "8xH100-SXM", "--time", "3d"];
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Plan_Flags_StandBesideTheBestForTheSameCompute()
    {
        var run = Tool.Run(Flags);

        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.Contains(run.Lines, static line => line.StartsWith("  tokens ", StringComparison.Ordinal)
            && line.Contains("18.9B (15.4 .. 23.4B)", StringComparison.Ordinal) && line.EndsWith("53.7B (47 .. 60.1B)", StringComparison.Ordinal));
    }

    [Fact]
    public void Plan_UniqueTokens_ShowsWhatEachEpochIsWorth()
    {
        var run = Tool.Run("plan", _folder.Write("gpt2.scaling.json", Specs.Warned), "--explain");

        Assert.Contains("       4      8B  7.45B  3.089              3.076        82 %", run.Lines);
        Assert.Contains("warning SCALE1001: '2B' unique tokens", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_ConfigWithFlagsOverIt_IsPlanned()
    {
        var config = _folder.Write("mixtral/config.json", Specs.MixtralConfig);

        var run = Tool.Run("plan", config, "--tokens", "1T", "--gpus", "256xH100-SXM");

        Assert.Equal("mixtral (routed), 1T tokens, 256 x H100-SXM", run.Lines[0]);
        Assert.Contains(run.Lines, static line => line.StartsWith("  active parameters ", StringComparison.Ordinal) && line.Contains(" 12.9B", StringComparison.Ordinal));
        Assert.Contains("note: the model is routed", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--params", "7B", "--gpus", "8xH100-SXM", "--time", "3d", "--all-laws")]
    [InlineData("--params", "7B", "--tokens", "1T", "--explain")]
    [InlineData("--params", "124M", "--unique-tokens", "2B", "--tokens", "3.13B")]
    [InlineData("--flops", "1e21")]
    [InlineData("--target-loss", "2.1", "--inference-tokens", "1T")]
    [InlineData("--budget", "2000USD", "--gpus", "8xH100-SXM", "--price-per-hour", "2.5")]
    public void Plan_Text_FitsEightyColumns(params string[] flags) =>
        Assert.All(Tool.Run(["plan", .. flags]).Lines, static line => Assert.InRange(line.Length, 0, 80));

    [Theory]
    [InlineData("--flops", "1e20", "--unique-tokens", "2B")]
    [InlineData("--params", "7B", "--tokens", "2B", "--unique-tokens", "2B")]
    public void Plan_FewerUniqueTokensThanTheBestRunReads_NamesNoBestOfFreshTokens(params string[] flags)
    {
        var run = Tool.Run(["plan", .. flags, "--explain"]);

        Assert.DoesNotContain("best for this compute", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("is lower by", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("better:", Tool.Run(["plan", .. flags]).Out, StringComparison.Ordinal);
        Assert.Contains("Best size for these unique tokens by muennighoff-2023:", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--params", "123B", "--tokens", "12.3B")]
    [InlineData("--params", "7B", "--tokens", "18.8B", "--gpus", "8xH100-SXM")]
    [InlineData("--params", "1.15T", "--tokens", "123.4T")]
    public void Plan_ALongRow_BreaksNoTitle(params string[] flags)
    {
        var lines = Tool.Run(["plan", .. flags]).Lines;

        Assert.Contains(lines, static line => line.StartsWith("  predicted loss  ", StringComparison.Ordinal) && line.Contains(" .. ", StringComparison.Ordinal));
        Assert.Contains(lines, static line => line.StartsWith("  tokens per parameter  ", StringComparison.Ordinal));
    }

    [Fact]
    public void Plan_Extrapolated_NamesTheFarthestByItsFactor()
    {
        var run = Tool.Run("plan", "--params", "13B", "--tokens", "13B", "--explain");

        Assert.Contains("step-law-2025", run.Out.Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_Text_StarsTheLawsOfTheFootnoteAlone()
    {
        var run = Tool.Run("plan", "--params", "123B", "--tokens", "12.3B");

        var shown = run.Out[..run.Out.IndexOf("* extrapolated", StringComparison.Ordinal)];
        var footnote = run.Out[shown.Length..];
        Assert.DoesNotContain("kaplan-2020", footnote, StringComparison.Ordinal);
        Assert.Contains(" *", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("What other sizes take to a loss of 2.1", "--target-loss", "2.1", "--explain")]
    [InlineData("Shapes of about this size", "--params", "7B", "--tokens", "140B", "--explain")]
    [InlineData("Time against cost by batch", "--params", "7B", "--tokens", "140B", "-f", "markdown")]
    [InlineData("Loss is not expected to rise: 16.1 unique tokens per parameter (it rose below 1.4).", "--params", "124M", "--unique-tokens", "2B", "--tokens", "3.13B", "--explain")]
    [InlineData("transfer: loss ", "--params", "7B", "--tokens", "140B", "--set", "transfer.training_loss=2.1", "--set", "transfer.other_loss=2.3")]
    public void Plan_Text_ShowsIt(string line, params string[] flags) =>
        Assert.Contains(line, Tool.Run(["plan", .. flags]).Out.Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);

    [Fact]
    public void Plan_OnANarrowScreen_KeepsEveryNumber()
    {
        var run = Tool.RunOn(new Screen(Width: 60), "", Flags);

        Assert.All(run.Lines, static line => Assert.InRange(line.Length, 0, 60));
        Assert.DoesNotContain("…", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_Json_IsThePlanOfTheLibrary()
    {
        var path = _folder.Write("gpt2.scaling.json", Specs.Warned);

        var run = Tool.Run("plan", path, "--format", "json");

        Assert.Equal(SpecPipeline.Run(path, Specs.Warned, static _ => null).Plan!.ToJson(), run.Out);
    }

    [Fact]
    public void Plan_FlagOverAFile_ReplacesItsValue()
    {
        var path = _folder.Write("gpt2.scaling.json", Specs.Warned);

        var figures = JsonDocument.Parse(Tool.Run("plan", path, "--unique-tokens", "1B", "-f", "json").Out).RootElement.GetProperty("figures");

        Assert.Equal(1e9, figures.GetProperty("unique_tokens").GetProperty("value").GetDouble());
    }

    [Fact]
    public void Plan_Set_ReachesEveryKey() =>
        Assert.Contains(
            Tool.Run("plan", "--params", "1B", "--tokens", "20B", "--set", "training.batch_tokens=1M").Lines,
            static line => line.StartsWith("  batch ", StringComparison.Ordinal) && line.Contains(" 1M tokens", StringComparison.Ordinal));

    [Theory]
    [InlineData("--tokens: error SCALE0004", "--params", "7B", "--tokens", "10 apples")]
    [InlineData("--gpus: error SCALE0004", "--params", "7B", "--gpus", "8xH101", "--time", "3d")]
    [InlineData("--set", "--params", "7B", "--set", "tokens")]
    [InlineData("did you mean '--params'?", "--parms", "7B")]
    [InlineData("'7B' is not a file; for a size write '--params 7B'", "7B")]
    public void Plan_WrongFlag_IsNamedOnStandardError(string start, params string[] flags)
    {
        var run = Tool.Run(["plan", .. flags]);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(start, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Theory]
    [InlineData("8xH100-SXM", "8 x H100-SXM")]
    [InlineData("8 x H100-SXM", "8 x H100-SXM")]
    [InlineData("H100-SXM", "1 x H100-SXM")]
    public void Plan_Gpus_AreReadAsPeopleWriteThem(string typed, string shown) =>
        Assert.Equal($"7B, {shown}, 3d", Tool.Run("plan", "--params", "7B", "--gpus", typed, "--time", "3d").Lines[0]);
}
