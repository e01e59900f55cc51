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

    [Theory]
    [InlineData("<NoWarn>$(NoWarn);SCALE1001</NoWarn>", 0, 0)]
    [InlineData("<WarningsAsErrors>SCALE1001</WarningsAsErrors>", 1, 1)]
    public async Task Build_Property_SetsTheSeverity(string property, int exitCode, int problems)
    {
        var build = await Consumer("severity-" + problems, property).Build();

        Assert.Equal(exitCode, build.ExitCode);
        Assert.Equal(problems, build.Problems.Length);
    }

    private Consumer Consumer(string folder, string property)
    {
        var consumer = new Consumer(package, folder, property);
        consumer.CopySample("Gpt2Small.scaling.json");
        consumer.Write("Empty.cs", "internal sealed class Empty;"); // .globalconfig is looked for above source files
        return consumer;
    }
}
