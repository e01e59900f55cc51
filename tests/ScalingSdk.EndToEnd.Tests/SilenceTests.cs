namespace ScalingSdk.EndToEnd.Tests;

/// <summary>Where nobody asked for a plan there is none.</summary>
[Collection(PackageFixture.Name)]
public sealed class SilenceTests(PackageFixture package)
{
    [Fact]
    public async Task Build_NoSpec_DoesNothingAtAll()
    {
        var consumer = new Consumer(package, "none", "<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>");
        consumer.Write("Empty.cs", "internal sealed class Empty;");

        var build = (await consumer.Build("-v:d")).Succeeded();

        Assert.Empty(build.Problems);
        Assert.Empty(build.Matching("Target \"_?Scaling.*\" in file|SCALE|ScalingSdk.Tasks"));
        Assert.Empty(consumer.Files("scaling"));
        Assert.Empty(consumer.Files("Budget"));
    }

    [Fact]
    public async Task Build_ConsumerOfAConsumerWithoutASpec_IsLeftAlone()
    {
        var library = new Consumer(package, "chain/library");
        library.CopySample("Gpt2Small.scaling.json");
        var app = new Consumer(package, "chain/app");
        app.Write("app.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><ProjectReference Include="../library/library.csproj" /></ItemGroup>
            </Project>
            """);

        var build = (await app.Build()).Succeeded();

        Assert.Contains("chain/library", Assert.Single(build.Problems), StringComparison.Ordinal);
        Assert.Empty(app.Files("plan"));
        Assert.NotEmpty(library.Files("plan"));
    }
}
