using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>Values that code states in a roundabout way, and what is said where a member has none.</summary>
public sealed class StatedElsewhereTests
{
    private const string Json = """{ "model": { "n_layer": 12, "n_head": 7, "n_embd": 640, "vocab_size": 50304, "n_ctx": 1024 } }""";

    private const string Cfg = """[ScalingModel("gpt2")] public class Cfg { public int n_layer { get; set; } public int n_head { get; set; } public int n_embd { get; set; } public int vocab_size { get; set; } public int n_ctx { get; set; } }""";

    private const string Deserialize = "System.Text.Json.JsonSerializer.Deserialize";

    private const string Text = "(System.IO.File.ReadAllText(\"config.json\"))";

    [Theory]
    [InlineData("""[ScalingModel("gpt2"), ScalingBudget] static class K { public const int Layers = 12, Heads = 12, Dim = checked(64 * 12), Vocab = 50304, Ctx = 1024; }""")]
    [InlineData("""[ScalingModel("gpt2"), ScalingBudget] public class K { public int Layers = unchecked((int)12L), Heads = 12, Dim = checked(64 * 12), Vocab = 50304, Ctx = 1024; }""")]
    [InlineData("""[ScalingModel("gpt2"), ScalingBudget] public class K { public int Layers = 12, Heads, Dim = 768, Vocab = 50304, Ctx = 1024; public K() { Heads = checked(6 * 2); } }""")]
    public async Task Checked_IsTheValueInIt(string type)
    {
        Assert.Contains("TotalParameters = 124_475_904", Budget(type), StringComparison.Ordinal);
        Assert.DoesNotContain(await Analyze(type), static found => found.Id is "SCALE0003" or "SCALE0005");
    }

    [Fact]
    public async Task Checked_OfAParameter_IsTheArgument()
    {
        var found = Assert.Single(await Analyze("""
            [ScalingModel("gpt2")] public class K { public int Layers = 12, Heads, Dim = 768, Vocab = 50304, Ctx = 1024; public K(int h) { Heads = checked(h); } }
            static class Use { static readonly K One = new(10); }
            """));

        Assert.Equal("SCALE0004", found.Id);
    }

    [Theory]
    [InlineData("", "2048")]
    [InlineData(" = 3072;", "3072")]
    public void Nullable_ThatNothingAssigns_IsNull(string initial, string inner) => Assert.Contains($"model.intermediate_size {inner} (FeedForwardDim)", Budget(
        $$"""[ScalingModel("llama"), ScalingBudget] public class C { public int? Inner { get; set; }{{initial}} public int FeedForwardDim => Inner ?? 2048; public int Layers = 12, Heads = 12, Dim = 768, Vocab = 32000, Ctx = 1024; }"""), StringComparison.Ordinal);

    [Theory]
    [InlineData("c.Inner = System.Environment.TickCount;")]
    [InlineData("if (c.Layers > 0) c.Inner = 5;")]
    public async Task Nullable_ThatCodeAssigns_IsNotNull(string statement) => Assert.Contains(await Analyze($$"""
        [ScalingModel("llama")] public class C { public int? Inner { get; set; } public int FeedForwardDim => Inner ?? 2048; public int Layers = 12, Heads = 12, Dim = 768, Vocab = 32000, Ctx = 1024; }
        static class Use { static C One() { var c = new C(); {{statement}} return c; } }
        """), static found => found.Id == "SCALE0005");

    [Theory]
    [InlineData("public string[] Layers { get; init; } = [\"a\", \"b\"];")]
    [InlineData("public System.Collections.Generic.List<int> Layers { get; init; } = new();")]
    [InlineData("public string Layers = \"12\";")]
    [InlineData("public bool Layers;")]
    public async Task List_UnderTheNameOfANumber_IsNotSaidToHaveNoValue(string member)
    {
        var found = Assert.Single(await Analyze($$"""
            [ScalingModel("gpt2")] public class C { {{member}} public int Heads = 12, Dim = 768, Vocab = 50304, Ctx = 1024; }
            static class Use { static readonly C One = new(); }
            """));

        Assert.Equal("'Layers' is no number and 'gpt2' needs one as 'layers', so the model is not checked; mark the member that states it with [ScalingKey(\"layers\")]", found.GetMessage(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("public class Root { public Cfg model { get; set; } = new() { n_layer = 1, n_head = 1, n_embd = 64, vocab_size = 64, n_ctx = 64 }; }", "static Root? Run() => " + Deserialize + "<Root>" + Text + ";")]
    [InlineData("public record Root(Cfg model);", "static Root? Run() => " + Deserialize + "<Root>" + Text + ";")]
    [InlineData("[ScalingRun] public record Root(Cfg model);", "static Root? Run() => " + Deserialize + "<Root>" + Text + ";")]
    [InlineData("public record Root(Cfg model);", "[ScalingBudget] static Root Run() => " + Deserialize + "<Root>" + Text + "!;")]
    [InlineData("public record Root(Cfg model);", "[ScalingBudget] static Cfg Run() => " + Deserialize + "<Root>" + Text + "!.model;")]
    public async Task File_OfARootThatHoldsTheModel_IsRead(string root, string method)
    {
        var found = await Analyze($"{Cfg} {root} static class Use {{ {method} }}");

        Assert.DoesNotContain(found, static one => one.Id is "SCALE0001" or "SCALE0003" or "SCALE0005");
        Assert.Contains(found, static one => one.Id == "SCALE0004" && one.GetMessage(CultureInfo.InvariantCulture).Contains("'n_embd' 640 does not divide by 'n_head' 7", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("static Root Run() => " + Deserialize + "<Root>" + Text + "!;")]
    [InlineData("static Cfg Run() => " + Deserialize + "<Root>" + Text + "!.model;")]
    public void Budget_OfARootThatHoldsTheModel_HasTheNumbersOfTheFile(string method) => Assert.Contains("model.hidden_size 640", Assert.Single(new Project().Add("config.json", Json.Replace("7", "10", StringComparison.Ordinal))
        .Code($"using ScalingSdk; {Cfg} public record Root(Cfg model); static class Use {{ [ScalingBudget] {method} }}").Generate()).SourceText.ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("static Settings A() => Settings.Create().L(12).H(10).D(768);", "SCALE0004")]
    [InlineData("static Settings A() => Settings.Create().L(12).H(12).D(768);", "")]
    [InlineData("static Settings A() => Settings.Create();", "SCALE0005")]
    [InlineData("", "")]
    public async Task BareNew_OfABuilder_IsSaidToBeUncheckedOnlyWhereItIs(string use, string id) => Assert.Equal(id, string.Join(' ', (await Analyze($$"""
        [ScalingModel("gpt2")] public sealed class Settings
        {
            public int Vocab { get; private set; } = 50304; public int Ctx { get; private set; } = 1024;
            public int Layers { get; private set; } public int Heads { get; private set; } public int Dim { get; private set; }
            public static Settings Create() => new();
            public Settings L(int n) { Layers = n; return this; }
            public Settings H(int n) { Heads = n; return this; }
            public Settings D(int n) { Dim = n; return this; }
        }
        static class Use { {{use}} }
        """)).Select(static one => one.Id)));

    [Fact]
    public async Task KeyValueHeads_OfHeadsThatDoNotDivideTheWidth_AreLeftUntilTheyDo()
    {
        var found = (await Analyze("""
            [ScalingModel("llama")] public record C(int Heads = 30, int KvHeads = 7, int Dim = 2048, int Layers = 12, int Vocab = 32000, int MlpDim = 5632, int Ctx = 2048);
            static class Use { static readonly C A = new(), B = new(Heads: 32); }
            """)).Select(static one => one.GetMessage(CultureInfo.InvariantCulture)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();

        Assert.Collection(
            found,
            static width => Assert.Contains("does not divide by", width, StringComparison.Ordinal),
            static groups => Assert.Contains("is not a multiple of", groups, StringComparison.Ordinal));
        Assert.Contains("KvHeads = 8", found[1], StringComparison.Ordinal);
    }

    private static string Budget(string code) => Assert.Single(new Project().Code("using ScalingSdk;\n" + code).Generate()).SourceText.ToString();

    private static async Task<Diagnostic[]> Analyze(string code) => [.. await new Project().Add("config.json", Json).Code("using ScalingSdk;\n" + code).Analyze()];
}
