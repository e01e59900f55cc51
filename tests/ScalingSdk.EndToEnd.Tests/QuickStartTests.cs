namespace ScalingSdk.EndToEnd.Tests;

/// <summary>The sample's specs in a program of a user, in a folder with a difficult name.</summary>
public sealed class QuickStartBuilds(PackageFixture package) : IAsyncLifetime
{
    internal Consumer Consumer { get; } = new(package, "Modèle #1 50% größer", "<OutputType>Exe</OutputType><RootNamespace>My.Training</RootNamespace>");

    internal DotNetResult First { get; private set; } = null!;

    internal DotNetResult Second { get; private set; } = null!;

    internal DotNetResult Program { get; private set; } = null!;

    internal string[] Plans { get; private set; } = [];

    public async Task InitializeAsync()
    {
        Consumer.CopySample("Gpt2Small.scaling.json");
        Consumer.CopySample("Llama2/Llama2_7B.scaling.json");
        Consumer.CopySample("Llama2/config.json");
        Consumer.Write("Program.cs", """
            using My.Training;
            System.Console.WriteLine(System.FormattableString.Invariant(
                $"{Gpt2SmallBudget.TotalParameters} {Gpt2SmallBudget.OverfittingThresholdTokens} {Llama2_7BBudget.TotalParameters}"));
            """);
        First = (await Consumer.Build("--tl:off")).Succeeded();
        Second = (await Consumer.Build("--tl:off", "-v:d")).Succeeded();
        Plans = Consumer.Files(".plan.json");
        Program = (await Consumer.Run("run", "--no-build")).Succeeded();
    }

    public Task DisposeAsync() => Task.CompletedTask;
}

[Collection(PackageFixture.Beside)]
public sealed class QuickStartTests(QuickStartBuilds builds) : IClassFixture<QuickStartBuilds>
{
    private readonly Consumer _consumer = builds.Consumer;

    [Fact]
    public void Build_UniqueTokensBelowTheThreshold_WarnsOnTheirLineAndNowhereElse()
    {
        var lines = Repository.Read("samples/QuickStart/Gpt2Small.scaling.json").Split('\n');
        var line = Array.FindIndex(lines, static text => text.Contains("\"unique_tokens\"", StringComparison.Ordinal));
        var column = lines[line].IndexOf("\"2B\"", StringComparison.Ordinal) + 1;

        var problem = Assert.Single(builds.First.Problems);

        Assert.Contains(FormattableString.Invariant($"Gpt2Small.scaling.json({line + 1},{column}): warning SCALE1001: "), problem, StringComparison.Ordinal);
        Assert.Contains("3.69B", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_WithoutTerminalLogger_PrintsOneSummaryLinePerSpec()
    {
        Assert.Single(builds.First.Matching("^Gpt2Small: "));
        Assert.Single(builds.First.Matching("^Llama2_7B: "));
    }

    [Fact]
    public void Build_EachSpec_HasItsPlanBelowObj() => Assert.Equal(
        ["obj/Debug/net10.0/scaling/Gpt2Small.plan.json", "obj/Debug/net10.0/scaling/Llama2_7B.plan.json"],
        builds.Plans);

    [Fact]
    public void Run_Constants_AreThePublishedNumbers() =>
        Assert.Equal("124439808 3685469778 6738415616", builds.Program.Output.Trim());

    [Fact]
    public void Build_NothingChanged_RunsNothing()
    {
        Assert.Single(builds.Second.Matching("Skipping target \"_ScalingWritePlans\""));
        Assert.Single(builds.Second.Matching("Skipping target \"CoreCompile\""));
        Assert.Empty(builds.Second.Matching("^Gpt2Small: "));
    }

    [Fact]
    public async Task Build_TerminalLoggerAndAnotherSetting_PlansAgainAndPrintsSummaryLines()
    {
        var build = (await _consumer.Build("--tl:on", "-p:ScalingPlanDirectory=plans")).Succeeded();

        Assert.Single(build.Matching(@"\u001b\]8;id=--interactive;file://.*/plans/Gpt2Small\.plan\.json\u001b\\Gpt2Small:\u001b\]8;;\u001b\\ \S"));
        Assert.Equal(["plans/Gpt2Small.plan.json", "plans/Llama2_7B.plan.json"], _consumer.Files("plans/"));
    }

    [Fact]
    public async Task Build_DesignTime_RunsNothing()
    {
        var build = (await _consumer.Build("-v:d", "-p:DesignTimeBuild=true", "-p:ScalingPlanDirectory=elsewhere")).Succeeded();

        Assert.Empty(build.Matching("Target \"_?Scaling.*\" in file|_ScalingWritePlans:"));
        Assert.Empty(_consumer.Files("elsewhere/"));
    }
}
