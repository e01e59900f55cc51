namespace ScalingSdk.EndToEnd.Tests;

/// <summary>The template: from its package to a program that prints a budget.</summary>
[Collection(PackageFixture.Beside)]
public sealed class TemplateTests(PackageFixture package)
{
    [Fact]
    public async Task New_FromThePackage_BuildsWithoutWarningsAndPrintsItsBudget()
    {
        var folder = Path.Combine(package.Folder, "templates");
        Directory.CreateDirectory(folder);
        string[] hive = ["--debug:custom-hive", Path.Combine(folder, "hive")];
        var environment = package.ConsumerEnvironment;

        (await DotNet.Run(folder, environment, ["new", "install", Path.Combine(package.Feed, $"ScalingSdk.Templates.{package.Version}.nupkg"), .. hive])).Succeeded();
        (await DotNet.Run(folder, environment, ["new", "scaling", "-o", "My.First-Run", .. hive])).Succeeded();
        var build = (await DotNet.Run(Path.Combine(folder, "My.First-Run"), environment, "build", "--tl:off")).Succeeded();
        var run = (await DotNet.Run(Path.Combine(folder, "My.First-Run"), environment, "run", "--no-build")).Succeeded();

        Assert.Empty(build.Problems);
        Assert.StartsWith("Run: 124,475,904 parameters, 4,000,000,000 tokens", run.Output, StringComparison.Ordinal);
    }
}
