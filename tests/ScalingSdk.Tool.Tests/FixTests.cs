namespace ScalingSdk.Tool.Tests;

public sealed class FixTests : IDisposable
{
    private const string Misspelt = """
        {
          // The model.
          "model": { "parameters": "124M" },
          "data": { "tokns": "10B" /* all of it */ }
        }
        """;

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Fix_AMisspeltKey_IsRenamedAndCommentsStay()
    {
        var path = _folder.Write("a.scaling.json", Misspelt);

        var run = Tool.Run("fix", path);

        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.Contains("SCALE0002: Write 'tokens' for the key 'tokns'", run.Out, StringComparison.Ordinal);
        Assert.Equal(Misspelt.Replace("tokns", "tokens", StringComparison.Ordinal), File.ReadAllText(path));
    }

    [Theory]
    [InlineData("--dry-run")]
    [InlineData("--rule", "SCALE9999")]
    public void Fix_NotAskedFor_ChangesNothing(params string[] options)
    {
        var path = _folder.Write("a.scaling.json", Misspelt);

        Tool.Run(["fix", path, .. options]);

        Assert.Equal(Misspelt, File.ReadAllText(path));
    }

    [Fact]
    public void Fix_ARuleWhoseHelpIsAChoice_SaysThatItStays()
    {
        var path = _folder.Write("a.scaling.json", """{ "model": { "parameters": "7B" }, "data": { "unique_tokens": "1B", "tokens": "10B" } }""");

        var run = Tool.Run("fix", path, "--rule", "SCALE1001", "--dry-run");

        Assert.Equal("SCALE1001 stays: its help is a choice and not a correction, and 'scaling check' lists it\n", run.Error);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fix_TokensBeyondALimit_AreLoweredWhereTheRuleIsNamedAlone(bool named)
    {
        const string Text = """{ "model": { "parameters": "124M" }, "data": { "tokens": "10B" }, "limits": { "flops": "7e18" } }""";
        var path = _folder.Write("a.scaling.json", Text);

        Tool.Run(named ? ["fix", path, "--rule", "SCALE4001"] : ["fix", path]);

        Assert.Equal(named, !string.Equals(Text, File.ReadAllText(path), StringComparison.Ordinal));
    }

    [Fact]
    public void Fix_StandardInput_GoesToStandardOutput()
    {
        var run = Tool.RunWithInput(Misspelt, "fix", "-");

        Assert.Equal(Misspelt.Replace("tokns", "tokens", StringComparison.Ordinal), run.Out);
        Assert.Contains("SCALE0002", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Fix_AMissingFile_IsUnreadable() => Assert.Equal(ExitCode.Unreadable, Tool.Run("fix", "none.scaling.json").Code);
}
