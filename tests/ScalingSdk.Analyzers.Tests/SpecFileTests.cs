using Microsoft.CodeAnalysis;
using ScalingSdk.Analyzers.Projects;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>A spec is planned once for all who ask, and again when what it stands on has changed.</summary>
public sealed class SpecFileTests
{
    private static readonly MemoryFile Spec = new("/home/me/app/specs/Llama2.scaling.json", Specs.Llama2);
    private static readonly MemoryFile Config = new("/home/me/app/specs/config.json", Specs.Llama2Config);

    [Fact]
    public void Run_Again_GivesTheSameResult() => Assert.Same(Run(Spec, Config), Run(Spec, Config));

    [Fact]
    public void Run_WithAnotherConfig_ReadsAgain()
    {
        var before = Run(Spec, Config);

        var after = Run(Spec, new MemoryFile(Config.Path, Specs.Llama2Config.Replace("11008", "11264", StringComparison.Ordinal)));

        Assert.NotEqual(before!.Plan!.Figures[0].Number, after!.Plan!.Figures[0].Number);
    }

    [Fact]
    public void Run_WithoutTheConfig_ReadsAgain()
    {
        Run(Spec, Config);

        Assert.Null(Run(Spec)!.Plan);
    }

    [Theory]
    [InlineData("/home/me/app/specs/../specs/config.json")]
    [InlineData(@"/home/me/app\specs\config.json")]
    public void Run_WithAConfigOfAnotherSpelling_FindsIt(string path) =>
        Assert.NotNull(Run(Spec, new MemoryFile(path, Specs.Llama2Config))!.Plan);

    private static SpecResult? Run(MemoryFile spec, params AdditionalText[] files) => SpecFile.Run(spec, [spec, .. files], CancellationToken.None);
}
