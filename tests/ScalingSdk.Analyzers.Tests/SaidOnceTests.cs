using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>What findings say of code: each once, by the names that the code has, and of no member that it is not there.</summary>
public sealed class SaidOnceTests
{
    private const string Made = """
        [ScalingModel("gpt2")] public class H
        {
            public H(int vocabSize = 50257, int ctx = 1024, int embDim = 768, int nHeads = 12, int nLayers = 12) { VocabSize = vocabSize; Ctx = ctx; EmbDim = embDim; NHeads = nHeads; NLayers = nLayers; }
            public int VocabSize { get; } public int Ctx { get; } public int EmbDim { get; } public int NHeads { get; } public int NLayers { get; }
        }

        """;

    [Theory]
    [InlineData(Made)]
    [InlineData("""[ScalingModel("gpt2")] public record H(int vocabSize = 50257, int ctx = 1024, int embDim = 768, int nHeads = 12, int nLayers = 12);""")]
    [InlineData("""[ScalingModel("gpt2")] public class H(int vocabSize = 50257, int ctx = 1024, int embDim = 768, int nHeads = 12, int nLayers = 12) { public int VocabSize { get; } = vocabSize; public int Sum => ctx + embDim + nHeads + nLayers; }""")]
    public async Task Default_ThatNoneOverrides_IsOneFindingByItsName(string type)
    {
        var found = Assert.Single((await Analyze(type + "static class Use { static H A = new(); static H B = new(nLayers: 6); static H C = new(embDim: 384); }")).DistinctBy(static one => (one.Location, one.GetMessage(null))));

        Assert.Equal("50257", Underlined(found));
        Assert.EndsWith("; write 'vocabSize = 50304'", Message(found), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OfAMethodAndOfItsObject_IsOneFinding()
    {
        var found = (await Analyze("""
            [ScalingModel("gpt2")] public class Model { public int VocabSize { get; set; } = 50257; public int BlockSize { get; set; } = 1024; public int NEmbd { get; set; } = 768; public int NHead { get; set; } = 12; public int NLayer { get; set; } = 12; }
            public class Train { public int BatchSize { get; set; } = 480; public int MaxSteps { get; set; } = 20_000; }
            public class All { public Model Model { get; set; } = new(); public Train Train { get; set; } = new(); }
            static class Use { [ScalingRun] public static All Small() => new() { Train = new() { MaxSteps = 10 } }; }
            """)).DistinctBy(static one => (one.Location, one.GetMessage(null))).ToList();

        Assert.Equal(found.Count, found.DistinctBy(static one => one.Id).Count());
        Assert.Equal("50257", Underlined(Assert.Single(found, static one => one.Id == "SCALE3001")));
    }

    [Fact]
    public async Task Architecture_ThatIsNotCounted_HasARemedyThatCSharpTakes()
    {
        var found = Assert.Single(await Analyze("""[ScalingModel("albert")] public record H(int VocabSize = 30000, int HiddenSize = 768, int Layers = 12, int Heads = 12); static class Use { static H A = new(); }"""));

        Assert.Equal("'albert' is a known architecture that is not counted; plan it by a *.scaling.json that gives its parameters in place of its sizes, and remove the attribute", Message(found));
    }

    [Fact]
    public async Task Contradiction_OfKnownSizes_IsReportedWithoutAContext()
    {
        var found = await Analyze("""
            [ScalingModel("gpt2")] public class Net(long ntokens, long ninputs, long nheads, long nhidden, long nlayers, int bptt = 35) { public long Sum => ntokens + ninputs + nheads + nhidden + nlayers + bptt; }
            static class Use { static Net A = new(28800, 200, 3, 200, 2); }
            """);

        Assert.Equal(["SCALE0004", "SCALE0005"], found.Select(static one => one.Id).Order());
        Assert.Contains(found, static one => Underlined(one) == "200");
    }

    [Theory]
    [InlineData("new Config(n, 1000, 12)", 2)]
    [InlineData("new Config(n, 768, 12)", 1)]
    [InlineData("new Config(12, n, 12)", 1)]
    public async Task Contradiction_BesideAnUnknownSize_IsReported(string construction, int findings)
    {
        var found = await Analyze($$"""
            [ScalingModel("gpt2", VocabularySize = 50304, ContextLength = 1024)] public record Config(int Layers, int HiddenSize, int Heads);
            static class Use { static Config A(int n) => {{construction}}; }
            """);

        Assert.Equal(findings, found.Length);
        Assert.Equal(findings - 1, found.Count(static one => one.Id == "SCALE0004"));
    }

    [Theory]
    [InlineData("cntLayers = 6, VOCAB_SIZE = 50304, BLOCK_SIZE = 512")]
    [InlineData("Layers = 6, TOKENIZER_VOCAB_SIZE = 50304, BLOCK_SIZE = 512")]
    [InlineData("Layers = 6, NumTokensInVocabulary = 50304, BlockLength = 512")]
    public void Member_OfARareName_IsRead(string members) => Assert.Contains("TotalParameters = ", Assert.Single(new Project().Code(
        $$"""using ScalingSdk; [ScalingModel("gpt2"), ScalingBudget] public class N { public int Width = 512, Heads = 8, {{members}}; }""").Generate()).SourceText.ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("int Girth = 512", "no member of 'N' is read as 'hidden_size', so there is no 'NBudget'; mark the one that states it with [ScalingKey(\"hidden_size\")]")]
    [InlineData("int? Width = null", "'Width' has no value here, so there is no 'NBudget'; write a constant")]
    [InlineData("int Width = 0", "'Width' is '0', so there is no 'NBudget'; write a constant, or state the value at [ScalingModel]")]
    public async Task Budget_WithoutASize_DeniesNoMember(string member, string message) => Assert.Equal(message, Message(Assert.Single(
        await Analyze($$"""[ScalingModel("gpt2"), ScalingBudget] public record N({{member}}, int Heads = 8, int Layers = 6, int VocabSize = 50304, int Ctx = 512);"""), static one => one.Id == "SCALE0003")));

    [Fact]
    public async Task Builder_OverAnObjectOfItsOwn_IsRead()
    {
        var found = Assert.Single(await Analyze("""
            [ScalingModel("gpt2")] public class Settings { public int VocabSize { get; set; } = 50304; public int ContextLength { get; set; } = 1024; public int EmbedDim { get; set; } public int NumHeads { get; set; } public int NumLayers { get; set; } }
            public class Builder
            {
                private readonly Settings _s = new();
                public Builder WithWidth(int d) { _s.EmbedDim = d; return this; }
                public Builder WithHeads(int h) { this._s.NumHeads = h; return this; }
                public Builder WithLayers(int h) { _s.NumLayers = h; return this; }
                public Settings Build() => _s;
            }
            static class Use { static void Go() { var s = new Builder().WithWidth(1000).WithHeads(12).WithLayers(12).Build(); } }
            """), static one => one.Id != "SCALE0005" || !Message(one).Contains("'EmbedDim', 'NumHeads', 'NumLayers'", StringComparison.Ordinal));

        Assert.Equal(("SCALE0004", "1000"), (found.Id, Underlined(found)));
    }

    [Fact]
    public async Task Struct_WithoutANew_IsSaidToBeUnchecked()
    {
        var found = await Analyze("""
            [ScalingModel("gpt2")] public struct P { public int VocabSize, Ctx, Dim, Heads, Layers; }
            static class Use
            {
                static void A() { P h; h.VocabSize = 50304; h.Ctx = 1024; h.Dim = 1000; h.Heads = 12; h.Layers = 12; }
                static void B() { P z = default; z.Dim = 1000; }
                static void C(P given) { P c = given; P d; d = given; d.Dim = 1; }
            }
            """);

        Assert.Equal(["h", "z"], found.Select(Underlined));
        Assert.All(found, static one => Assert.Equal("SCALE0005", one.Id));
    }

    [Fact]
    public void Documentation_OfADenseModel_NamesItsActiveParametersAndRoundsProse()
    {
        var text = Assert.Single(new Project().Code("""using ScalingSdk; [ScalingModel("gpt2", Tokens = "10B"), ScalingBudget] public record N(int Width = 768, int Heads = 12, int Layers = 12, int VocabSize = 50304, int Ctx = 1024);""").Generate()).SourceText.ToString();

        Assert.Contains("Active parameters: 124,475,904 parameters", text, StringComparison.Ordinal);
        Assert.Contains("Tokens per parameter: 80.3 tokens per parameter", text, StringComparison.Ordinal);
        var rounded = Regex.Matches(text, @"/// [^:<]+: (?<digits>\d+\.\d+)", RegexOptions.None, Timeout.InfiniteTimeSpan).Select(static found => found.Groups["digits"].Value.Replace(".", "", StringComparison.Ordinal).TrimStart('0')).ToList();
        Assert.True(rounded.Count > 10);
        Assert.All(rounded, static digits => Assert.InRange(digits.Length, 1, 3));
    }

    private static async Task<Diagnostic[]> Analyze(string code) => [.. (await new Project().Code("using ScalingSdk;\n" + code).Analyze()).OrderBy(static found => found.Location.SourceSpan.Start)];

    private static string Message(Diagnostic found) => found.GetMessage(CultureInfo.InvariantCulture);

    private static string Underlined(Diagnostic found) => found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan);
}
