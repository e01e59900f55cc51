namespace ScalingSdk.EndToEnd.Tests;

/// <summary>Several projects of one repository: references, central versions, shared properties, several nodes, graph builds.</summary>
[Collection(PackageFixture.Name)]
public sealed class MonorepoTests(PackageFixture package)
{
    [Theory]
    [InlineData("-m:1")]
    [InlineData("-m:4")]
    [InlineData("-graph", "-m:4")]
    [InlineData("-graph", "-isolate", "-m:2")]
    public async Task Build_Repository_PlansEachProjectOnce(params string[] options)
    {
        var app = Create("repo" + string.Concat(options).Replace(":", "", StringComparison.Ordinal));

        (await app.Run("msbuild", "app.csproj", "-t:Restore", "-p:RestoreUseStaticGraphEvaluation=true")).Succeeded();
        var build = await app.Run(["msbuild", "app.csproj", "-tl:off", .. options]);

        // The library has two target frameworks and is planned for the first; the gate stands in Directory.Build.props.
        Assert.Equal(1, build.ExitCode);
        Assert.Single(build.Matching("^App: "));
        Assert.Single(build.Matching("^Library: "));
        Assert.Single(build.Matching(@"App\.scaling\.json\(\d+,\d+\): error SCALE9001: "));
        Assert.Empty(build.Matching("Library.* error SCALE9001"));
    }

    private Consumer Create(string folder)
    {
        var library = new Consumer(package, folder + "/library");
        var app = new Consumer(package, folder + "/app");
        app.Write("../Directory.Build.props", "<Project><PropertyGroup><ScalingMaxFlops>8e18</ScalingMaxFlops></PropertyGroup></Project>");
        app.Write("../Directory.Packages.props", $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup><PackageVersion Include="ScalingSdk" Version="{package.Version}" /></ItemGroup>
            </Project>
            """);
        library.Write("library.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFrameworks>net10.0;net10.0-windows</TargetFrameworks><EnableWindowsTargeting>true</EnableWindowsTargeting>
                <DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>
              </PropertyGroup>
              <ItemGroup><PackageReference Include="ScalingSdk" /></ItemGroup>
            </Project>
            """);
        app.Write("app.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><PackageReference Include="ScalingSdk" /><ProjectReference Include="../library/library.csproj" /></ItemGroup>
            </Project>
            """);
        var spec = Repository.Read("samples/QuickStart/Gpt2Small.scaling.json");
        library.Write("Library.scaling.json", spec.Replace("Gpt2Small", "Library", StringComparison.Ordinal));
        app.Write("App.scaling.json", spec.Replace("Gpt2Small", "App", StringComparison.Ordinal).Replace("10B", "12B", StringComparison.Ordinal));
        return app;
    }
}
