namespace ScalingSdk.Tool.Tests;

/// <summary>What every command holds to.</summary>
public sealed class ConventionTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("plan", "--help")]
    [InlineData("--version")]
    [InlineData("laws")]
    [InlineData("explain")]
    [InlineData("completion", "bash")]
    public void Command_ThatOnlyTells_IsClean(params string[] arguments)
    {
        var run = Tool.Run(arguments);

        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.NotEmpty(run.Out);
        Assert.Empty(run.Error);
    }

    [Theory]
    [InlineData("laws", "kaplan2020")]
    [InlineData("explain", "SCALE1000")]
    public void Command_NearMiss_OffersTheNearest(params string[] arguments)
    {
        var run = Tool.Run(arguments);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("did you mean '", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Command_Unknown_IsUsage() => Assert.Equal(ExitCode.Usage, Tool.Run("plna").Code);

    [Fact]
    public void Command_ArgumentThatStartsWithAnAt_IsNoResponseFile() =>
        Assert.Equal(ExitCode.Unreadable, Tool.Run("check", "@none.scaling.json").Code);

    [Fact]
    public void Explain_EveryRule_HasItsPage() => Assert.All(Rules.RuleCatalog.All, static rule =>
        Assert.StartsWith($"# {rule.Id}: ", Tool.Run("explain", rule.Id, "-f", "markdown").Out, StringComparison.Ordinal));

    [Fact]
    public void Laws_EveryLaw_ShowsItsEquations() => Assert.All(Laws.LawRegistry.All, static law =>
        Assert.Contains(law.Info.Id, Tool.Run("laws", law.Info.Id).Out, StringComparison.Ordinal));

    [Fact]
    public void Completion_ALaw_IsSuggested() =>
        Assert.Contains("kaplan-2020", Tool.Run("[suggest:12]", "scaling laws").Lines.Concat(Tool.Run("[suggest:13]", "scaling laws ").Lines));

    [Fact]
    public void Command_Misspelt_IsSuggestedWhateverItsOptions()
    {
        var run = Tool.Run("pln", "--params", "7B");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("there is no command 'pln'; did you mean 'plan'?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Hardware_EveryDevice_IsListedWithItsSource()
    {
        var lines = Tool.Run("hardware", "-f", "markdown").Lines;

        Assert.All(Hardware.AcceleratorCatalog.All, device => Assert.Contains(lines, line =>
            line.Contains(device.Id, StringComparison.Ordinal) && line.EndsWith(" |", StringComparison.Ordinal)));
        Assert.Contains("128 GB, 3.67 TB/s", Tool.Run("hardware", "gaudi3").Out, StringComparison.Ordinal);
    }
}
