using System.Text.RegularExpressions;

namespace ScalingSdk.EndToEnd.Tests;

/// <summary>How a project sets the severity of a finding.</summary>
[Collection(PackageFixture.Name)]
public sealed class SeverityTests(PackageFixture package)
{
    [Fact]
    public async Task Build_GlobalConfigError_FailsWithTheFinding()
    {
        var consumer = Consumer("severity-config", "");
        consumer.Write(".globalconfig", "is_global = true\ndotnet_diagnostic.SCALE1001.severity = error\n");

        var build = await consumer.Build();

        Assert.Equal(1, build.ExitCode);
        Assert.Contains("error SCALE1001", Assert.Single(build.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Build_GlobalConfigNone_IsSilent()
    {
        var consumer = Consumer("severity-none", "");
        consumer.Write(".globalconfig", "is_global = true\ndotnet_diagnostic.SCALE1001.severity = none\n");

        Assert.Empty((await consumer.Build()).Succeeded().Problems);
    }

    [Fact]
    public async Task Build_WarnAsErrorSwitch_FailsWithTheFinding()
    {
        var build = await Consumer("severity-switch", "").Build("-warnaserror");

        Assert.Equal(1, build.ExitCode);
        Assert.Contains("error SCALE1001", Assert.Single(build.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Build_SuppressedWithAReason_IsSilentForThatSpecAlone()
    {
        var consumer = Consumer("severity-suppressed", "");
        consumer.Write("Meant.scaling.json", Repository.Read("samples/QuickStart/Gpt2Small.scaling.json")
            .Replace("\"name\": \"Gpt2Small\"", "\"name\": \"Meant\", \"suppress\": { \"SCALE1001\": \"a test of the pipeline\" }", StringComparison.Ordinal));

        Assert.Contains("Gpt2Small.scaling.json", Assert.Single((await consumer.Build()).Succeeded().Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Build_PragmaInCode_SilencesTheFindingThere()
    {
        var consumer = new Consumer(package, "severity-pragma");
        consumer.Write("Code.cs", """
            [ScalingSdk.ScalingModel("gpt2", Tokens = "1B")]
            internal sealed record Config(int NLayer = 12, int NHead = 12, int NEmbd = 768, int VocabSize = 50304, int BlockSize = 1024)
            {
            #pragma warning disable SCALE1006 // a smoke test
                public static Config Smoke { get; } = new(NLayer: 6);
            #pragma warning restore SCALE1006
                public static Config Real { get; } = new(NLayer: 13);
            }
            """);

        Assert.Contains("Code.cs(7,", Assert.Single((await consumer.Build()).Succeeded().Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<NoWarn>$(NoWarn);SCALE1001</NoWarn>", 0, 0)]
    [InlineData("<WarningsAsErrors>SCALE1001</WarningsAsErrors>", 1, 1)]
    public async Task Build_Property_SetsTheSeverity(string property, int exitCode, int problems)
    {
        var build = await Consumer("severity-" + problems, property).Build();

        Assert.Equal(exitCode, build.ExitCode);
        Assert.Equal(problems, build.Problems.Length);
    }

    /// <summary>The task decides as the compiler does: the C# build is the oracle for F# and Visual Basic.</summary>
    [Fact]
    public async Task Build_AnyLanguageAndSetting_HasTheCompilersSeverity()
    {
        (string Properties, string Config)[] settings =
        [
            ("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", ""),
            ("<TreatWarningsAsErrors>true</TreatWarningsAsErrors><WarningsNotAsErrors>SCALE1001</WarningsNotAsErrors>", ""),
            ("<WarningsAsErrors>SCALE3001</WarningsAsErrors>", "dotnet_diagnostic.SCALE1001.severity = suggestion"),
            ("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", "dotnet_diagnostic.SCALE3001.severity = warning"),
            ("<NoWarn>SCALE1001</NoWarn>", "dotnet_diagnostic.SCALE1001.severity = error"),
            ("<WarningsNotAsErrors>SCALE1001</WarningsNotAsErrors>", "dotnet_diagnostic.SCALE1001.severity = error"),
        ];
        // All in one build: a process for each of the eighteen takes most of a minute.
        string[] extensions = ["csproj", "fsproj", "vbproj"];
        var projects = settings.SelectMany((setting, i) => extensions.Select(extension => Language(FormattableString.Invariant($"severities/s{i}{extension}"), extension, setting.Properties, setting.Config))).ToList();
        projects[0].Write("../all.proj", """
            <Project DefaultTargets="Build">
              <ItemGroup><Each Include="*/*.*proj" /></ItemGroup>
              <Target Name="Restore"><MSBuild Projects="@(Each)" Targets="Restore" BuildInParallel="true" /></Target>
              <Target Name="Build"><MSBuild Projects="@(Each)" BuildInParallel="true" ContinueOnError="true" /></Target>
            </Project>
            """);
        (await projects[0].Run("msbuild", "../all.proj", "-t:Restore", "-m:2")).Succeeded();
        var build = await projects[0].Run("msbuild", "../all.proj", "-tl:off", "-m:2");

        for (var i = 0; i < settings.Length; i++)
        {
            var found = extensions.Select(extension => string.Join(" ", build.Matching(FormattableString.Invariant($@"/s{i}{extension}/Gpt2Small\.scaling\.json\(.*(warning|error) SCALE\d+"))
                .Select(static line => Regex.Match(line, "(warning|error) SCALE\\d+", RegexOptions.None, Timeout.InfiniteTimeSpan).Value).Order(StringComparer.Ordinal))).ToList();
            Assert.True(found.TrueForAll(one => string.Equals(one, found[0], StringComparison.Ordinal)), $"{settings[i].Properties} {settings[i].Config}: C# {found[0]}; F# {found[1]}; VB {found[2]}");
        }

        Assert.Contains(build.Problems, static line => line.Contains("error SCALE1001", StringComparison.Ordinal)); // they were built at all
    }

    private Consumer Language(string folder, string extension, string properties, string config)
    {
        var consumer = new Consumer(package, folder, properties, extension is "fsproj" ? "<Compile Include=\"Code.fs\" />" : "", extension);
        consumer.CopySample("Gpt2Small.scaling.json");
        consumer.Write(".globalconfig", "is_global = true\n" + config + "\n");
        consumer.Write("Code.cs", "internal static class Code;");
        consumer.Write("Code.fs", "module Code\nlet answer = 42\n");
        consumer.Write("Code.vb", "Module Code\nEnd Module\n");
        return consumer;
    }

    private Consumer Consumer(string folder, string property)
    {
        var consumer = new Consumer(package, folder, property);
        consumer.CopySample("Gpt2Small.scaling.json");
        consumer.Write("Empty.cs", "internal sealed class Empty;"); // .globalconfig is looked for above source files
        return consumer;
    }
}
