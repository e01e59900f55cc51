using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>Constants and config types of another project: an editor has its code, a build its assembly, and both say the same.</summary>
public sealed class OtherAssemblyTests
{
    private const string Library = """
        #pragma warning disable
        using ScalingSdk;
        namespace Lib;
        public static class Sizes { public const int Width = 1000; public static readonly int Heads = 12; public static int Half(int w) => w / 2; }
        public sealed record Net { public int Layers { get; init; } = 12; public int HiddenSize { get; init; } = 768; public int Heads { get; init; } = 12; }
        [ScalingModel("gpt2")]
        public record LibConfig
        {
            public int VocabSize { get; init; } = 50304;
            public int ContextLength { get; init; } = 1024;
            public int HiddenSize { get; init; } = 768;
            public int NumHeads { get; init; } = 12;
            public int NumLayers { get; init; } = 12;
            public static readonly LibConfig Small = new();
            public static LibConfig Of(int width) => new() { HiddenSize = width };
            public static void Configure(System.Action<LibConfig> change) => change(Small);
        }
        """;

    public static TheoryData<string> Statements =>
    [
        "_ = new Own { HiddenSize = Sizes.Width };",
        "_ = new Own { NumHeads = Sizes.Heads };",
        "_ = new Own { HiddenSize = Sizes.Half(2000) };",
        "_ = new LibConfig { HiddenSize = 1000 };",
        "_ = new LibConfig();",
        "_ = new LibConfig { VocabSize = 50304, ContextLength = 1024, HiddenSize = 1000, NumHeads = 12, NumLayers = 12 };",
        "_ = LibConfig.Small with { HiddenSize = 1000 };",
        "_ = LibConfig.Of(1000);",
        "_ = new Derived();",
        "_ = new Holder(new Net());",
        "_ = new Train(LibConfig.Small);",
        "_ = Run();",
    ];

    [Theory, MemberData(nameof(Statements))]
    public async Task Statement_WithCodeOfAnotherProject_IsReadAsItsAssembly(string statement)
    {
        var library = new Project().Code(Library).Compilation().WithAssemblyName("Lib");
        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);

        var inEditor = await Analyze(library.ToMetadataReference());
        var inBuild = await Analyze(MetadataReference.CreateFromImage(image.ToArray()));

        Assert.DoesNotContain(inEditor, static one => one.StartsWith("AD0001", StringComparison.Ordinal));
        Assert.Equal(inBuild, inEditor);

        async Task<string[]> Analyze(MetadataReference reference) => [.. (await new Project { References = [reference] }.Code($$"""
            using ScalingSdk;
            using Lib;
            namespace App;
            [ScalingModel("gpt2")]
            public record Own { public int VocabSize { get; init; } = 50304; public int ContextLength { get; init; } = 1024; public int HiddenSize { get; init; } = 768; public int NumHeads { get; init; } = 12; public int NumLayers { get; init; } = 12; }
            public record Derived : LibConfig { public Derived() { HiddenSize = 1000; } }
            [ScalingModel("gpt2", VocabularySize = 50304, ContextLength = 1024)] public record Holder(Net Model);
            public record Train(LibConfig Model, int MaxSteps = 1000, int BatchSize = 8);
            public static class Use
            {
                public static void M() { {{statement}} }
                [ScalingRun("gpt2")] public static object Run() => new LibConfig { HiddenSize = 1000 };
            }
            """).Analyze()).Select(static one => one.Id + " " + one.Location.GetLineSpan().StartLinePosition + " " + one.GetMessage(CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal)];
    }
}
