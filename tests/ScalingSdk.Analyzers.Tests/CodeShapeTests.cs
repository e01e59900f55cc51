using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>Shapes of training code: each states a width of 1000 and 12 heads, which do not divide.</summary>
public sealed class CodeShapeTests
{
    private const string Plain = """
        [ScalingModel("gpt2")] public record P { public int VocabSize{get;set;}=50304; public int ContextLength{get;set;}=1024; public int HiddenSize{get;set;}=768; public int NumHeads{get;set;}=12; public int NumLayers{get;set;}=12;
          public static P Of(int w) => new() { HiddenSize = w };
          public P WithWidth(int w) { HiddenSize = w; return this; }
          public P Wider(int w) => this with { HiddenSize = w };
          public P Deep() { NumLayers = 24; return this; }
          public P Scaled(int by) => this with { HiddenSize = 250 * by };
          public static P OfSize(Size size, int unit) => size switch { Size.Big => new() { HiddenSize = unit * (int)Factor.Four }, _ => new() }; }
        public enum Factor { Four = 4 }
        public class Builder { private int _width = 768; public Builder Width(int w) { _width = w; return this; } public P Build() => new() { HiddenSize = _width }; }
        public record Train { public int BatchSize{get;set;}=32; public int MaxSteps{get;set;}=100; public int SeqLen{get;set;}=1024; }
        public enum Size { Small, Big }
        public enum Dim { D = 1000 }
        """;

    private const string Statics = """
        static readonly int[] Widths = [768, 1000];
        static readonly Dictionary<string,int> ByName = new() { ["a"]=1000 };
        static readonly (int L,int D) Tup = (12, 1000);
        const int K = 1000;
        static readonly int[] Sizes = { 768, 1000 };
        static readonly Dictionary<string, (int Depth, int Width)> Shapes = new() { ["odd"] = (12, 1000) };
        static int Double(int half) => 2 * half;
        public static int Mutable = 1000;
        static T Make<T>() where T : new() => new();
        static void Configure(Action<P> change) { var p = new P(); change(p); }
        """;

    private const string CommandLine = """
        namespace System.CommandLine
        {
            public class Option<T> { public Option() { } public Option(System.Func<T> getDefaultValue) { } public System.Func<object, T>? DefaultValueFactory { get; set; } }
            public class ParseResult { public T GetValue<T>(Option<T> option) => default!; }
        }
        """;

    public static TheoryData<string, string> Types => new()
    {
        { "public class C { public int VocabSize, ContextLength, HiddenSize, NumHeads, NumLayers; public C(){ VocabSize=50304; ContextLength=1024; HiddenSize=1000; NumHeads=12; NumLayers=12; } }", "new C()" },
        {
            "public class C { public int VocabSize{get;} public int ContextLength{get;} public int HiddenSize{get;} public int NumHeads{get;} public int NumLayers{get;} "
                + "public C(int vocabSize,int contextLength,int hiddenSize,int numHeads,int numLayers){ VocabSize=vocabSize; ContextLength=contextLength; HiddenSize=hiddenSize; NumHeads=numHeads; NumLayers=numLayers; } }",
            "new C(50304,1024,1000,12,12)"
        },
        { "public class C { public int VocabSize{get;set;}=50304; public int ContextLength{get;set;}=1024; public int HiddenSize{get;set;}=1000; public int NumHeads{get;set;}=12; public int NumLayers{get;set;}=12; public int HeadSize { get { return HiddenSize / NumHeads; } } }", "new C()" },
        { "public class C { public int VocabSize{get;set;}=50304; public int ContextLength{get;set;}=1024; public int EmbDim{get;set;}=1000; public int NHeads{get;set;}=12; public int NumLayers{get;set;}=12; public int HeadDim => EmbDim / NHeads; }", "new C()" },
        { "public class C(int vocabSize=50304,int contextLength=1024,int hiddenSize=1000,int numHeads=12,int numLayers=12) { public int HiddenSize => hiddenSize; public int L => numLayers; }", "new C()" },
        { "public readonly record struct C(int VocabSize,int ContextLength,int HiddenSize,int NumHeads,int NumLayers);", "new C(50304,1024,1000,12,12)" },
        { "public record B { public int VocabSize{get;init;}=50304; public int ContextLength{get;init;}=1024; public int HiddenSize{get;init;}=768; public int NumHeads{get;init;}=12; public int NumLayers{get;init;}=12; } public record C : B { public C() { HiddenSize = 1000; } }", "new C()" },
        { "public record B { public int VocabSize{get;init;}=50304; public int ContextLength{get;init;}=1024; public int HiddenSize{get;init;}=768; public int NumHeads{get;init;}=12; public int NumLayers{get;init;}=12; } public record C : B { }", "new C { HiddenSize = 1000 }" },
        { "public record C<T> { public int VocabSize{get;init;}=50304; public int ContextLength{get;init;}=1024; public int HiddenSize{get;init;}=768; public int NumHeads{get;init;}=12; public int NumLayers{get;init;}=12; }", "new C<int> { HiddenSize = 1000 }" },
        { "public record C { public int VocabSize{get;init;}=50304; public int ContextLength{get;init;}=1024; [ScalingKey(\"hidden_size\")] public int Girth{get;init;}=768; [ScalingIgnore] public int HiddenSize{get;init;}=64; public int NumHeads{get;init;}=12; public int NumLayers{get;init;}=12; }", "new C { Girth = 1000 }" },
    };

    public static TheoryData<string> Statements => new()
    {
        "var p = new P(); p.HiddenSize = 1000;",
        "_ = P.Of(1000);",
        "_ = new P().WithWidth(1000);",
        "_ = new P { HiddenSize = Widths[1] };",
        "_ = new P { HiddenSize = ByName[\"a\"] };",
        "_ = new P { HiddenSize = Tup.D };",
        "var (l, d) = (12, 1000); _ = new P { HiddenSize = d, NumLayers = l };",
        "(int a, int b) t = (12, 1000); _ = new P { HiddenSize = t.b };",
        "_ = new P { HiddenSize = K };",
        "_ = new P { HiddenSize = Sizes[1] };",
        "_ = new P { HiddenSize = Widths[^1] };",
        "_ = new P { HiddenSize = Shapes[\"odd\"].Width };",
        "var (depth, width) = Shapes[\"odd\"]; _ = new P { HiddenSize = width, NumLayers = depth };",
        "var one = Shapes[\"odd\"]; _ = new P { HiddenSize = one.Item2, NumLayers = one.Depth };",
        "var kind = Size.Big; var (layers, dim) = kind switch { Size.Big => (12, 1000), _ => (12, 768) }; _ = new P { HiddenSize = dim, NumLayers = layers };",
        "int w; w = 1000; _ = new P { HiddenSize = w };",
        "_ = new P { HiddenSize = int.Parse(\"1000\") };",
        "var size = Size.Big; _ = new P { HiddenSize = size switch { Size.Big => 1000, _ => 768 } };",
        "var list = new List<P> { new() { HiddenSize = 1000 } };",
        "P[] arr = [ new() { HiddenSize = 1000 } ];",
        "var lam = () => new P { HiddenSize = 1000 };",
        "_ = new P { HiddenSize = checked((int)1e3) };",
        "_ = new P { HiddenSize = Math.Clamp(1000, 1, 5000) };",
        "_ = new P { HiddenSize = (int)Math.Round(999.6) };",
        "_ = new P { HiddenSize = \"abcd\".Length * 250 };",
        "_ = new P { HiddenSize = new[]{1000}[0] };",
        "static int F() => 1000; _ = new P { HiddenSize = F() };",
        "_ = new P { HiddenSize = Double(Double(250)) };",
        "_ = new P() with { HiddenSize = 1000 };",
        "_ = new P { HiddenSize = default(int) + 1000 };",
        "_ = new P { HiddenSize = ~-1001 };",
        "_ = new P { HiddenSize = (int)Dim.D };",
        "_ = new P { HiddenSize = sizeof(long) * 125 };",
        "_ = new P { HiddenSize = int.CreateChecked(1000L) };",
        "_ = new P { HiddenSize = Convert.ToInt32(1000L) };",
        "_ = System.Text.Json.JsonSerializer.Deserialize<P>(\"\"\"{\"HiddenSize\":1000}\"\"\");",
        "var json = \"{\\\"HiddenSize\\\":1000}\"; _ = System.Text.Json.JsonSerializer.Deserialize<P>(json);",
        "Configure(o => o.HiddenSize = 1000);",
        "Configure(o => { o.NumLayers = 24; o.HiddenSize = 1000; });",
        "_ = new P().Wider(1000).WithWidth(1000);",
        "_ = new P().Deep().Scaled(4);",
        "_ = P.OfSize(Size.Big, 250);",
        "_ = new Builder().Width(1000).Build();",
        "var p = new P(); Console.WriteLine(p); p.HiddenSize = 1000;",
        "var p = new P { NumLayers = 24 }; p.HiddenSize = 1000; _ = p with { ContextLength = 512 };",
        "_ = new P { HiddenSize = !false ? 1000 : 768 };",
        "var other = new P { HiddenSize = 768, ContextLength = 1000 }; _ = new P { HiddenSize = other.ContextLength };",
        "var o = new System.CommandLine.Option<int> { DefaultValueFactory = _ => 1000 }; _ = new P { HiddenSize = new System.CommandLine.ParseResult().GetValue(o) };",
        "var o = new System.CommandLine.Option<int>(() => 1000); _ = new P { HiddenSize = new System.CommandLine.ParseResult().GetValue(o) };",
    };

    public static TheoryData<string> GivenUp => new()
    {
        "_ = new P { HiddenSize = args.Length > 0 ? int.Parse(args[0]) : 1000 };",
        "foreach (var x in new[]{768,1000}) _ = new P { HiddenSize = x };",
        "_ = new P { HiddenSize = Environment.ProcessorCount };",
        "_ = new P { HiddenSize = Mutable };",
        "_ = System.Text.Json.JsonSerializer.Deserialize<P>(Console.ReadLine()!);",
        "new List<P>().ForEach(o => o.HiddenSize = 1000);",
        "var p = new P(); if (args.Length > 0) p.HiddenSize = 1000;",
        "var p = new P { HiddenSize = 1000 }; foreach (var a in args) p.HiddenSize += 200;",
    };

    /// <summary>A setter or 'with' that mends what the call before it leaves, and objects of the defaults.</summary>
    [Theory]
    [InlineData("_ = new P().WithWidth(1000).WithHeads(10);")]
    [InlineData("_ = new P().Wider(1000).WithHeads(10);")]
    [InlineData("_ = Activator.CreateInstance<P>();")]
    [InlineData("_ = Make<P>();")]
    [InlineData("var p = new P(); p.HiddenSize = 1000; p.NumHeads = 10;")]
    public async Task Statement_WhoseEndDivides_IsQuiet(string statement) =>
        Assert.DoesNotContain(await Analyze(Plain.Replace("public P Deep()", "public P WithHeads(int n) { NumHeads = n; return this; } public P Deep()", StringComparison.Ordinal), statement), static found => found.Severity == DiagnosticSeverity.Error);

    [Theory, MemberData(nameof(Types))]
    public async Task Type_OfAnyShape_ReportsWhatDoesNotDivide(string type, string construction) =>
        AssertContradiction(await Analyze($"[ScalingModel(\"gpt2\")] {type}", $"_ = {construction};"));

    [Theory, MemberData(nameof(Statements))]
    public async Task Statement_OfAnyShape_ReportsWhatDoesNotDivide(string statement) => AssertContradiction(await Analyze(Plain, statement));

    [Theory, MemberData(nameof(GivenUp))]
    public async Task Statement_ThatIsGivenUp_IsUnknown(string statement)
    {
        var found = await Analyze(Plain, statement);

        Assert.Contains(found, static diagnostic => diagnostic.Id == "SCALE0005");
        Assert.DoesNotContain(found, static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public async Task NestedTypes_OfModelAndTraining_AreOneRun()
    {
        var found = await Analyze(
            Plain + "[ScalingModel(\"gpt2\", Tokens = \"1T\")] public record Full { public P Model {get;set;} = new(); public Train Training {get;set;} = new(); }", "_ = new Full();");

        // 100 steps of 32 sequences are not 1T tokens.
        Assert.Contains(found, static diagnostic => diagnostic.Id == "SCALE0004" && diagnostic.GetMessage(CultureInfo.InvariantCulture).Contains("MaxSteps", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Members_WithoutValues_AreUnknown_AndNotDenied()
    {
        const string Settable = "[ScalingModel(\"gpt2\")] public class C { public int VocabSize{get;set;} public int ContextLength{get;set;} public int EmbeddingDim{get;set;} public int Layers{get;set;} public int Heads{get;set;} }";

        var found = await Analyze(Settable, "_ = new C();");

        Assert.NotEmpty(found);
        Assert.All(found, static diagnostic => Assert.Equal("SCALE0005", diagnostic.Id));
    }

    private static void AssertContradiction(IReadOnlyList<Diagnostic> found) => Assert.True(
        found.Any(static diagnostic => diagnostic.Id == "SCALE0004" && diagnostic.GetMessage(CultureInfo.InvariantCulture).Contains("1000", StringComparison.Ordinal)),
        "nothing says that 1000 does not divide by 12: " + string.Join("; ", found.Select(static diagnostic => diagnostic.Id + ": " + diagnostic.GetMessage(CultureInfo.InvariantCulture))));

    private static async Task<IReadOnlyList<Diagnostic>> Analyze(string types, string statement)
    {
        var code = $$"""
            using System;
            using System.Collections.Generic;
            using ScalingSdk;
            namespace S {
            {{types}}
            public static class Use
            {
                {{Statics}}
                public static void M(string[] args)
                {
                    {{statement}}
                }
            }
            }
            """ + CommandLine;
        return await new Project().Code(code).Analyze();
    }
}
