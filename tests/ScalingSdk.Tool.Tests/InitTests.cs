namespace ScalingSdk.Tool.Tests;

public sealed class InitTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Init_FromAConfig_WritesASpecThatPlans()
    {
        var config = _folder.Write("gpt2/config.json", Specs.Gpt2Config);
        var spec = Path.Combine(_folder.Path, "Gpt2.scaling.json");

        var run = Tool.Run("init", config, "--unique-tokens", "2B", "-o", spec);

        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.Contains("\"config\": \"gpt2/config.json\"", File.ReadAllText(spec), StringComparison.Ordinal);
        Assert.Contains("124M parameters", Tool.Run("plan", spec, "--explain").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Init_FromFlags_CommentsWhatItLeavesOpen()
    {
        var run = Tool.Run("init", "--params", "124M", "-o", "-");

        Assert.Contains("  // \"$schema\": \"https://", run.Out, StringComparison.Ordinal);
        Assert.Contains("// \"data\": {", run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Clean, Tool.RunWithInput(run.Out, "plan", "-").Code);
    }

    [Fact]
    public void Init_Uncommented_IsUnderstood()
    {
        var text = Tool.Run("init", "--params", "124M", "--tokens", "2B", "-o", "-").Out;
        var keys = text.Split('\n')
            .Select(static line => line.Replace("//", "", StringComparison.Ordinal).Trim())
            .Where(static line => line.StartsWith('"') && !line.EndsWith('{'));

        Assert.All(keys, static line => Assert.Matches("^\"[a-z_$]+\": (\".+\"|[0-9.e]+),$", line));
    }

    [Theory]
    [InlineData("\"count\": 8,")]
    [InlineData("\"sequence_length\": 4096,")]
    [InlineData("\"batch_tokens\": \"0.5M\",")]
    [InlineData("\"utilization\": \"40%\",")]
    public void Init_ANumber_IsWrittenWithoutQuotationMarks(string expected) =>
        Assert.Contains(expected, Tool.Run("init", "--params", "124M", "-o", "-").Out, StringComparison.Ordinal);

    [Fact]
    public void Init_OverAFile_AsksForForce()
    {
        var spec = _folder.Write("plan.scaling.json", "mine");

        Assert.Equal(ExitCode.Usage, Tool.Run("init", "--params", "1B", "-o", spec).Code);
        Assert.Equal("mine", File.ReadAllText(spec));
        Assert.Equal(ExitCode.Clean, Tool.Run("init", "--params", "1B", "-o", spec, "--force").Code);
    }

    [Fact]
    public void Init_WrongValue_WritesNothing()
    {
        var spec = Path.Combine(_folder.Path, "x.scaling.json");

        var run = Tool.Run("init", "--params", "7 apples", "-o", spec);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("--params", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(spec));
    }

    [Fact]
    public void Init_WithoutAnybodyToAsk_SaysWhatToType() =>
        Assert.Contains("scaling init config.json", Tool.Run("init").Error, StringComparison.Ordinal);

    [Fact]
    public void Init_IntoAFolderThatIsNotThere_SaysSo()
    {
        var run = Tool.Run("init", "--params", "1B", "-o", Path.Combine(_folder.Path, "none", "x.scaling.json"));

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.EndsWith("x.scaling.json' cannot be written: its folder does not exist\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Init_FromStandardInput_IsRefused() => Assert.Equal(ExitCode.Usage, Tool.RunWithInput(Specs.Gpt2Config, "init", "-").Code);

    [Fact]
    public void Init_WithSomebodyToAsk_WritesTheAnswers()
    {
        var run = Tool.RunOn(new Screen(Interactive: true), "124M\n2B\n\n", "init", "-o", "-");

        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.Contains("Parameters of the model", run.Error, StringComparison.Ordinal);
        Assert.Contains("\"unique_tokens\": \"2B\",", run.Out, StringComparison.Ordinal);
        Assert.Contains("// \"tokens\": ", run.Out, StringComparison.Ordinal);
    }
}
