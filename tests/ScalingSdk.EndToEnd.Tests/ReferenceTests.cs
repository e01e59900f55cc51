namespace ScalingSdk.EndToEnd.Tests;

/// <summary>A project that has the package through another one alone has all of it.</summary>
[Collection(PackageFixture.Name)]
public sealed class ReferenceTests(PackageFixture package)
{
    private const string Program = """
        using ScalingSdk;

        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("none")]
        System.Console.WriteLine(Small.Tokens);

        [ScalingSpec("Big.scaling.json")]
        internal static partial class Small;
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Project_ThatReferencesOneWithThePackage_HasConstantsAndFindings(bool packed)
    {
        var kind = packed ? "packed" : "project";
        var library = new Consumer(package, $"references-{kind}/Library{kind}");
        if (packed)
        {
            var feed = Path.Combine(package.Folder, $"references-{kind}", "feed");
            (await library.Run("pack", $"Library{kind}.csproj", "-o", feed)).Succeeded();
            await File.WriteAllTextAsync(Path.Combine(package.Folder, $"references-{kind}", "nuget.config"), $"<configuration><packageSources><add key=\"library\" value=\"{feed}\" /></packageSources></configuration>");
        }

        var consumer = new Consumer(package, $"references-{kind}/App{kind}", "<OutputType>Exe</OutputType>");
        consumer.Edit($"App{kind}.csproj", $"<PackageReference Include=\"ScalingSdk\" Version=\"{package.Version}\" />",
            packed ? $"<PackageReference Include=\"Library{kind}\" Version=\"1.0.0\" />" : $"<ProjectReference Include=\"../Library{kind}/Library{kind}.csproj\" />");
        consumer.CopySample("Gpt2Small.scaling.json", "Big.scaling.json");
        consumer.Write("Program.cs", Program);

        var build = (await consumer.Build("--tl:off")).Succeeded();

        Assert.NotEmpty(build.Matching(@"Big\.scaling\.json\(14,22\): warning SCALE1001: "));
        Assert.Equal("10000000000", (await consumer.Run("run", "--no-build")).Output.Trim());
    }
}
