namespace ScalingSdk.EndToEnd.Tests;

/// <summary>What 'dotnet format analyzers' leaves of existing code: it builds, and no finding is left that a fix could mend.</summary>
[Collection(PackageFixture.Beside)]
public sealed class FormatSamplesTests(PackageFixture package)
{
    private const string Folder = "formatted";

    /// <summary>Shapes that each state a width that 12 heads do not divide; every error has a fix.</summary>
    private const string Shapes = """
        using ScalingSdk;

        [ScalingModel("gpt2")]
        public record P
        {
            public int VocabSize { get; set; } = 50304;
            public int ContextLength { get; set; } = 1024;
            public int HiddenSize { get; set; } = 768;
            public int NumHeads { get; set; } = 12;
            public int NumLayers { get; set; } = 12;
            public static P Of(int w) => new() { HiddenSize = w };
            public P WithWidth(int w) { HiddenSize = w; return this; }
        }

        public enum Size { Small, Big }
        public enum Dim { D = 1000 }

        public static class Use
        {
            private static readonly int[] Widths = [768, 1000];
            private static readonly Dictionary<string, int> ByName = new() { ["a"] = 1000 };
            private static readonly (int L, int D) Tup = (12, 1000);
            private const int K = 1_000;

            public static IEnumerable<P> All()
            {
                var p = new P(); p.HiddenSize = 1000;
                yield return p;
                yield return P.Of(1000);
                yield return new P().WithWidth(1000);
                yield return new P { HiddenSize = Widths[1] };
                yield return new P { HiddenSize = ByName["a"] };
                yield return new P { HiddenSize = Tup.D };
                yield return new P { HiddenSize = K };
                yield return new P { HiddenSize = K };
                var size = Size.Big;
                yield return new P { HiddenSize = size switch { Size.Big => 1000, _ => 768 } };
                static int F() => 1000;
                yield return new P { HiddenSize = F() };
                yield return new P { HiddenSize = 10 * 10 * 10 };
                yield return new P { HiddenSize = int.Parse("1000") };
                yield return new P { HiddenSize = System.Convert.ToInt32(1000L) };
                yield return new P { HiddenSize = sizeof(long) * 125 };
                yield return new P { HiddenSize = new[] { 1000 }[0] };
                yield return new P() with { HiddenSize = 1000 };
                yield return new P { HiddenSize = (int)Dim.D };
                yield return System.Text.Json.JsonSerializer.Deserialize<P>("{\"HiddenSize\": 1000}")!;
            }
        }
        """;

    [Fact]
    public async Task DotnetFormat_OfEverySampleAndShape_LeavesCodeThatBuildsAndNothingToMend()
    {
        List<string> projects = ["QuickStart", .. Directory.GetDirectories(Repository.File("samples/ExistingCode")).Select(static path => "ExistingCode/" + Path.GetFileName(path))];
        var folder = Path.GetDirectoryName(new Sample(package, projects[0], Folder).Folder)!;
        projects.Skip(1).ToList().ForEach(path => _ = new Sample(package, path, Folder));
        Directory.CreateDirectory(Path.Combine(folder, "Shapes"));
        await File.WriteAllTextAsync(Path.Combine(folder, "Shapes", "Shapes.cs"), Shapes);
        await File.WriteAllTextAsync(Path.Combine(folder, "Shapes", "Shapes.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup><PackageReference Include="ScalingSdk" /></ItemGroup>
            </Project>
            """);
        var names = projects.Select(static path => path.Split('/')[^1]).Append("Shapes");
        await File.WriteAllTextAsync(Path.Combine(folder, "All.slnx"), $"<Solution>{string.Concat(names.Select(static name => $"<Project Path=\"{name}/{name}.csproj\" />"))}</Solution>");
        (await Run("restore", "All.slnx")).Succeeded();

        (await Format()).Succeeded();
        var once = Texts(folder);
        var build = (await Run("build", "All.slnx", "--no-restore", "--tl:off")).Succeeded();
        (await Format()).Succeeded();

        Assert.Equal(once, Texts(folder));
        Assert.DoesNotContain("1000", once["Shapes/Shapes.cs"], StringComparison.Ordinal);
        Assert.Contains("K = 960", once["Shapes/Shapes.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain(build.Problems, static line => line.Contains("error", StringComparison.Ordinal));

        Task<DotNetResult> Run(params string[] arguments) => DotNet.Run(folder, package.ConsumerEnvironment, arguments);
        Task<DotNetResult> Format() => Run("format", "analyzers", "All.slnx", "--no-restore", "--severity", "info", "--diagnostics", "SCALE0002", "SCALE0004", "SCALE1001", "SCALE1004", "SCALE1006", "SCALE3001", "SCALE3002", "SCALE3003");
    }

    private static SortedDictionary<string, string> Texts(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(static file => (file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".json", StringComparison.Ordinal)) && !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .ToDictionary(static file => file, file => File.ReadAllText(Path.Combine(folder, file)), StringComparer.Ordinal),
        StringComparer.Ordinal);
}
