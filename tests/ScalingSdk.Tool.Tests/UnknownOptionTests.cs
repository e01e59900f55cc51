namespace ScalingSdk.Tool.Tests;

public sealed class UnknownOptionTests
{
    [Theory]
    [InlineData("--lr", "--set training.learning_rate=")]
    [InlineData("--num-gpus", "--gpus 8xH100-SXM")]
    [InlineData("--device", "--gpus 8xH100-SXM")]
    [InlineData("--max-steps", "--set training.steps=")]
    [InlineData("--compute", "--flops 1e21")]
    [InlineData("--lr=3e-4", "there is no option '--lr';")]
    [InlineData("--parms", "did you mean '--params'?")]
    [InlineData("--nonsense", "'--help' lists them")]
    public void Option_OfAnotherTool_IsToldWhatToWriteHere(string typed, string expected)
    {
        var run = Tool.Run("plan", typed, "7");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Option_OfOneLetterThatTheCommandDoesNotHave_IsNoFile()
    {
        var run = Tool.Run("check", "a.scaling.json", "-f", "sarif", "-o", "a.sarif");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("there is no option '-o'", run.Error, StringComparison.Ordinal);
    }
}
