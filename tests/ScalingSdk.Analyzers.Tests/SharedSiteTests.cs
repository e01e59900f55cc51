using System.Globalization;
using ScalingSdk.CodeFixes;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>A fix holds wherever the value that it changes is used, or is not offered.</summary>
public sealed class SharedSiteTests
{
    [Theory]
    [InlineData("", "10000", "10000", false)]
    [InlineData("const int vocab = 10000;", "vocab", "vocab", true)]
    [InlineData("const int vocab = 10000;", "10000", "vocab", false)]
    [InlineData("", "10000", "2 * d", true)]
    public async Task Vocabulary_OfTwoModules_IsFixedInBothOrNot(string local, string table, string head, bool isFixed)
    {
        using var workspace = new Workspace($$"""
            using static TorchSharp.torch;
            static class Runs
            {
                [ScalingRun("gpt2", ContextLength = 512)] static void Train()
                {
                    int d = 512; {{local}}
                    var emb = nn.Embedding({{table}}, d);
                    var enc = nn.TransformerEncoder(nn.TransformerEncoderLayer(d, 8, 4 * d), 6);
                    var head = nn.Linear(d, {{head}});
                }
            }
            {{TorchStub.Code}}
            """);
        var found = Assert.Single(await workspace.Analyze(), static one => one.Id == "SCALE3001");

        Assert.Equal(isFixed, (await workspace.Offers(new RemedyFix(), found)).Length == 1);
    }

    [Theory]
    [InlineData("const int D = 1000; static M A = new(50304, 1024, D, 12, 12); static M B = new(50304, 1024, D, 25, 12);", false)]
    [InlineData("const int D = 1000; static M A = new(50304, 1024, D, 12, 12); static int Wider() => D + 24;", false)]
    [InlineData("const int D = 1000; static M A = new(50304, 1024, D, 12, 12, D * 4);", true)]
    [InlineData("const int D = 1000; static M A = new(50304, 1024, D, 12, 12); static string Name = nameof(D);", true)]
    [InlineData("const int D = 1000; static M A = new(50304, 1024, D, 12, 12); static class Other { const int D = 25; static M B = new(50304, 1024, 800, D, 12); }", true)]
    [InlineData("static readonly int[] Dims = [1000, 768]; static M A = new(50304, 1024, Dims[0], 12, 12); static M B = new(50304, 1024, Dims[0], 50, 12);", false)]
    [InlineData("static readonly int[] Dims = [1000, 768]; static M A = new(50304, 1024, Dims[0], 12, 12);", true)]
    [InlineData("static int Width() => 1000; static M A = new(50304, 1024, Width(), 12, 12); static M B = new(50304, 1024, Width(), 25, 12);", false)]
    [InlineData("static void Go() { var d = 1000; var a = new M(50304, 1024, d, 12, 12); var b = new M(50304, 1024, d, 25, 12); }", false)]
    [InlineData("static void Go() { var d = 1000; var a = new M(50304, 1024, d, 12, 12); for (var i = 0; i < d; i++) { } }", true)]
    public async Task Constant_ThatOthersUse_IsNotChangedForOne(string members, bool isFixed)
    {
        using var workspace = new Workspace($$"""
            [ScalingModel("gpt2")] public record M(int Vocab, int Ctx, int Dim, int Heads, int Layers, int Inner = 4096);
            static class Presets { {{members}} }
            """);
        var found = Assert.Single(await workspace.Analyze());

        Assert.Equal("SCALE0004", found.Id);
        Assert.Equal(isFixed, (await workspace.Offers(new RemedyFix(), found)).Length == 1);
    }

    [Fact]
    public async Task Vocabulary_ThatSeveralUse_IsPaddedForAll()
    {
        using var workspace = new Workspace("""
            [ScalingModel("gpt2")] public record M(int Vocab, int Ctx, int Dim, int Heads, int Layers);
            static class Presets { const int V = 50257; static M A = new(V, 1024, 768, 12, 12); static M B = new(V, 1024, 1024, 16, 12); static int[] table = new int[V]; }
            """);

        await workspace.FixAll(new RemedyFix(), "SCALE3001", Microsoft.CodeAnalysis.CodeFixes.FixAllScope.Document);

        Assert.Empty(await workspace.Analyze());
        Assert.Contains("V = 50304", await workspace.CodeText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[ScalingModel(\"gpt2\")]", "BatchSize: 8, MaxSteps: 100")]
    [InlineData("[ScalingModel(\"gpt2\", Tokens = \"5M\")]", "BatchSize: 2")]
    [InlineData("[ScalingModel(\"gpt2\", Tokens = \"1M\")]", "BatchSize: 8")]
    [InlineData("[ScalingModel(\"gpt2\")]", "BatchSize: 48, MaxSteps: 19_000")]
    public async Task Message_OfAFix_SaysWhatTheFixWrites(string attribute, string arguments)
    {
        using var workspace = new Workspace($$"""
            {{attribute}} public record M(int BatchSize = 480, int? MaxSteps = null, int Vocab = 50304, int Ctx = 1024, int Dim = 768, int Heads = 12, int Layers = 12);
            static class Presets { static M A = new({{arguments}}); }
            """);

        Assert.All(await workspace.Analyze(), static found =>
        {
            var message = found.GetMessage(CultureInfo.InvariantCulture);
            Assert.DoesNotContain(" = 0'", message, StringComparison.Ordinal);
            if (found.Properties.TryGetValue("ScalingSdk.Title", out var title) && title is not null)
                Assert.Contains(found.Properties["ScalingSdk.Text0"]!, message, StringComparison.Ordinal);
        });
    }
}
