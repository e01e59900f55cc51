namespace ScalingSdk.EndToEnd.Tests;

/// <summary>Gate, lock and unreadable spec stop every build of a project, however it is built.</summary>
[Collection(PackageFixture.Name)]
public sealed class EveryBuildTests(PackageFixture package)
{
    private const string Frameworks = """
        <TargetFrameworks>net10.0;net10.0-windows</TargetFrameworks><EnableWindowsTargeting>true</EnableWindowsTargeting>
        <DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>
        """;

    [Fact]
    public async Task Build_SeveralFrameworks_OneOfThemAndAReferenceToOne_HoldGateAndLock()
    {
        var library = Project("every/library", Frameworks);
        var app = new Consumer(package, "every/app", Frameworks.Replace("Frameworks>net10.0;", "Framework>", StringComparison.Ordinal).Replace("</TargetFrameworks>", "</TargetFramework>", StringComparison.Ordinal)
            + "<NoWarn>$(NoWarn);CS8002</NoWarn>", "<ProjectReference Include=\"../library/library.csproj\" />");

        AssertHeld(await library.Build());
        AssertHeld(await library.Build("--no-restore", "-f", "net10.0-windows"));
        AssertHeld(await app.Build());
    }

    [Theory]
    [InlineData("csproj", "<RunAnalyzers>false</RunAnalyzers>")]
    [InlineData("fsproj", "")]
    [InlineData("vbproj", "")]
    public async Task Build_WithoutAnalyzers_HoldsGateAndLock(string extension, string properties) =>
        AssertHeld(await Project("held-" + extension, properties, extension).Build());

    [Fact]
    public async Task Build_SpecOfALaterFramework_IsRefused()
    {
        var consumer = new Consumer(package, "later", Frameworks, "<ScalingSpec Remove=\"*.scaling.json\" Condition=\"'$(TargetFramework)' == 'net10.0'\" />");
        consumer.CopySample("Gpt2Small.scaling.json");

        var build = await consumer.Build("-f", "net10.0-windows");

        Assert.Equal(1, build.ExitCode);
        Assert.Single(build.Matching(@"Gpt2Small\.scaling\.json : error SCALE9006: the spec is one of net10\.0-windows and not of net10\.0"));
    }

    [Fact]
    public async Task Build_DirectoryBuildTargets_SetsGateAndLockAndListsNoSpec()
    {
        var consumer = new Consumer(package, "late");
        consumer.Write("Run.scaling.json", """{ "model": { "parameters": "1B" }, "data": { "tokens": "100B" } }""");
        consumer.Write("late/Late.scaling.json", """{ "model": { "parameters": "1B" }, "data": { "tokens": "100B" } }""");
        consumer.Edit("late.csproj", "<ItemGroup>", "<ItemGroup><ScalingSpec Remove=\"late/**\" />");
        consumer.Write("Directory.Build.targets", """
            <Project>
              <PropertyGroup>
                <ScalingMaxFlops>1e20</ScalingMaxFlops>
                <ScalingLockFile>budget.lock.json</ScalingLockFile><ContinuousIntegrationBuild>true</ContinuousIntegrationBuild>
              </PropertyGroup>
              <ItemGroup><ScalingSpec Include="late/*.scaling.json" /></ItemGroup>
            </Project>
            """);

        var build = await consumer.Build();

        Assert.Equal(1, build.ExitCode);
        Assert.Single(build.Matching(@"Run\.scaling\.json\(1,\d+\): error SCALE9001: "));
        Assert.Single(build.Matching(@"late\.csproj : error SCALE9012: the lock file 'budget\.lock\.json' does not exist"));
        Assert.Single(build.Matching(@"Late\.scaling\.json : error SCALE9006: the spec is listed after the package's targets are read"));
    }

    private static void AssertHeld(DotNetResult build)
    {
        Assert.Equal(1, build.ExitCode);
        Assert.Single(build.Matching(@"Gate\.scaling\.json\(1,\d+\): error SCALE9001: "));
        Assert.Single(build.Matching(@"Locked\.scaling\.json\(1,\d+\): error SCALE9010: 'data\.tokens' is 1B, was 2B"));
        Assert.Single(build.Matching(@"Modle\.scaling\.json\(1,3\): error SCALE9006: 'Modle\.scaling\.json' has no plan, so .*'modle', and without a 'model' there is no plan; did you mean 'model'"));
        Assert.Single(build.Matching(@"Bad\.scaling\.json\(1,\d+\): error SCALE9006: "));
        Assert.Empty(build.Matching("MSB4018|Exception"));
    }

    /// <summary>A project with a spec above its gate, one that is not as locked, and two that have no plan.</summary>
    private Consumer Project(string folder, string properties, string extension = "csproj")
    {
        var consumer = new Consumer(package, folder, properties + "<ScalingMaxFlops>1e20</ScalingMaxFlops>",
            extension is "fsproj" ? "<Compile Include=\"Code.fs\" />" : "", extension);
        consumer.Write("Code.cs", "internal static class Code;");
        consumer.Write("Code.vb", "Module Code\nEnd Module\n");
        consumer.Write("Code.fs", "module Code\nlet answer = 42\n");
        consumer.Write("Gate.scaling.json", """{ "model": { "parameters": "1B" }, "data": { "tokens": "100B" } }""");
        consumer.Write("Locked.scaling.json", """{ "model": { "parameters": "1B" }, "data": { "tokens": "1B" } }""");
        consumer.Write("Modle.scaling.json", """{ "modle": { "parameters": "1B" }, "data": { "tokens": "1B" } }""");
        consumer.Write("Bad.scaling.json", """{ "model": { "parameters": "1Q" }, "data": { "tokens": "1B" } }""");
        consumer.Write("scaling.lock.json", """
            { "format": 1, "specs": { "Locked.scaling.json": {
              "name": "Locked", "inputs": { "data.tokens": "2B", "model.parameters": "1B" }, "laws": { "allocation": "besiroglu-2024 Table 1" }, "constants": "", "budgets": {} } } }
            """);
        return consumer;
    }
}
