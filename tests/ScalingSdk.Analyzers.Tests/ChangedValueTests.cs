using System.Globalization;
using Microsoft.CodeAnalysis;
using ScalingSdk.CodeFixes;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>Values that code changes on their way into a config type, and values that stand far from it: what a finding says is true when the program runs.</summary>
public sealed class ChangedValueTests
{
    private const string Types = """
        public enum Dim { Narrow = 768, Wide = 1000 }
        [ScalingModel("gpt2")]
        public class P
        {
            public P() { }
            public P(int w, int h = 12) : this(50304, w, h) { }
            public P(int vocab, int w, int h) { VocabSize = vocab; HiddenSize = w; NumHeads = h; }
            public int VocabSize { get; set; } = 50304;
            public int ContextLength { get; set; } = 1024;
            public int HiddenSize { get; set; } = 768;
            public int NumHeads { get; set; } = 12;
            public int NumLayers { get; set; } = 12;
            public void Set(int w, int h) { HiddenSize = w; NumHeads = h; }
            public void Halve() => NumHeads /= 2;
            public string Describe() => $"{new P { HiddenSize = 768 }.NumLayers}";
        }
        [ScalingModel("gpt2")]
        public class Backed
        {
            private int _width = 768;
            private int _heads = 12;
            public int VocabSize { get; init; } = 50304;
            public int ContextLength { get; init; } = 1024;
            public int HiddenSize { get => _width; init => _width = value; }
            public int NumHeads { get { return _heads; } init { _heads = value; } }
            public int NumLayers { get; init; } = 12;
        }
        [ScalingModel("gpt2")]
        public class Rounded
        {
            private int _w = 1024;
            public int VocabSize { get; init; } = 50304;
            public int ContextLength { get; init; } = 1024;
            public int HiddenSize { get => _w; init => _w = (value + 63) / 64 * 64; }
            public int NumHeads { get; init; } = 16;
            public int NumLayers { get; init; } = 12;
        }
        [ScalingModel("gpt2")]
        public class Checked
        {
            private int _w = 1024;
            public int VocabSize { get; init; } = 50304;
            public int ContextLength { get; init; } = 1024;
            public int HiddenSize { get => _w; init => _w = value > 0 ? value : throw new System.ArgumentOutOfRangeException(nameof(value)); }
            public int NumHeads { get; init; } = 16;
            public int NumLayers { get; init; } = 12;
        }
        [ScalingModel("gpt2")]
        public record Made(int HiddenSize, int NumHeads = 16, int NumLayers = 12)
        {
            public int HiddenSize { get; init; } = (HiddenSize + 63) / 64 * 64;
            public int VocabSize { get; init; } = 50304;
            public int ContextLength { get; init; } = 1024;
        }
        [ScalingModel("gpt2")]
        public record Kept(int HiddenSize, int NumHeads, int NumLayers = 12)
        {
            public int HiddenSize { get; init; } = HiddenSize > 0 ? HiddenSize : throw new System.ArgumentException(nameof(HiddenSize));
            public int VocabSize { get; init; } = 50304;
            public int ContextLength { get; init; } = 1024;
        }
        [ScalingModel("gpt2")]
        public class Counted
        {
            public Counted(int width, int heads) { HiddenSize = (width + 31) / 32 * 32; NumHeads = heads; }
            public int HiddenSize { get; }
            public int NumHeads { get; }
            public int NumLayers { get; init; } = 12;
            public int VocabSize { get; init; } = 50304;
            public int ContextLength { get; init; } = 1024;
        }
        [ScalingModel("gpt2")]
        public abstract class Base(int width, int heads)
        {
            public int HiddenSize { get; } = width;
            public int NumHeads { get; } = heads;
            public int NumLayers { get; init; } = 12;
            public int VocabSize { get; init; } = 50304;
            public int ContextLength { get; init; } = 1024;
            public int IntermediateSize { get; init; } = 3072;
        }
        public sealed class Wide() : Base(768, 12);
        """;

    private const string Statics = """
        private static readonly int Width = 1000;
        private static int Later { get; } = 1000;
        static Use() { Width = 768; Later = 768; }
        private static void Mend(P p) => p.NumHeads = 10;
        private static P Mended(P p) { p.NumHeads = 10; return p; }
        private static P With(this P p, System.Action<P> change) { change(p); return p; }
        private static void Read(P p) => System.Console.WriteLine(p.NumHeads);
        """;

    /// <summary>Each has another width or other heads than are written first.</summary>
    [Theory]
    [InlineData("_ = new P { HiddenSize = Width };")]
    [InlineData("_ = new P { HiddenSize = Later };")]
    [InlineData("int w = 1000; ref int r = ref w; r = 768; _ = new P { HiddenSize = w };")]
    [InlineData("var p = new P { HiddenSize = 1000 }; var q = p; q.NumHeads = 10;")]
    [InlineData("var p = new P { HiddenSize = 1000 }; Mend(p);")]
    [InlineData("var p = new P { HiddenSize = 1000 }; p.Set(1000, 10);")]
    [InlineData("var p = new P { NumHeads = 16, HiddenSize = 1000 }; p.Halve();")]
    [InlineData("P p; p = new P { HiddenSize = 1000 }; p.NumHeads = 10;")]
    [InlineData("_ = new Rounded { HiddenSize = 1000 };")]
    [InlineData("_ = new Backed { HiddenSize = 1000, NumHeads = 10 };")]
    [InlineData("_ = new Backed();")]
    [InlineData("var p = new P { HiddenSize = 1000 }; if (p is { } c) c.NumHeads = 10;")]
    [InlineData("object p = new P { HiddenSize = 1000 }; if (p is P c) c.NumHeads = 10;")]
    [InlineData("if (new P { HiddenSize = 1000 } is { } c) { c.NumHeads = 10; }")]
    [InlineData("var p = new P { HiddenSize = 1000 }; switch (p) { case { } c: c.NumHeads = 10; break; }")]
    [InlineData("var p = new P { HiddenSize = 1000 }; P q; q = p; q.NumHeads = 10;")]
    [InlineData("var p = new P { HiddenSize = 1000 }; var (a, b) = (p, 1); a.NumHeads = 10 + 0 * b;")]
    [InlineData("var p = new P { HiddenSize = 1000 }; foreach (var x in new[] { p }) x.NumHeads = 10;")]
    [InlineData("var p = new P { HiddenSize = 1000 }; ref var q = ref p; q.NumHeads = 10;")]
    [InlineData("var p = new P { HiddenSize = 1000 }; System.Action a = () => p.NumHeads = 10; a();")]
    [InlineData("var list = new System.Collections.Generic.List<P> { new() { HiddenSize = 1000 } }; list[0].NumHeads = 10;")]
    [InlineData("var t = (Config: new P { HiddenSize = 1000 }, X: 1); t.Config.NumHeads = 10;")]
    [InlineData("var p = new P { HiddenSize = 1000 }; p = Mended(p);")]
    [InlineData("var p = Mended(new P { HiddenSize = 1000 });")]
    [InlineData("var p = new P { HiddenSize = 1000 }.With(c => c.NumHeads = 10);")]
    [InlineData("var p = new P { HiddenSize = 1000 }; (p ?? new P()).NumHeads = 10;")]
    [InlineData("var p = new P { HiddenSize = 1000 }; p!.NumHeads = 10;")]
    [InlineData("var p = new P { HiddenSize = 1000 }; (p.NumHeads, p.NumLayers) = (10, 6);")]
    [InlineData("P p = new() { HiddenSize = 1000 }, q = p; q.NumHeads = 10;")]
    [InlineData("Mend(Field);")]
    [InlineData("Field.NumHeads = 10;")]
    [InlineData("var f = Field; f.NumHeads = 10;")]
    [InlineData("Field.Set(1000, 10);")]
    [InlineData("if (Field is { } f) f.NumHeads = 10;")]
    [InlineData("_ = new Made(1000);")]
    [InlineData("_ = new Counted(1000, 16);")]
    [InlineData("_ = new Wide();")]
    public async Task Value_ThatIsChanged_IsNoError(string statement) =>
        Assert.DoesNotContain(await Analyze(statement), static found => found.Severity == DiagnosticSeverity.Error || found.Id.StartsWith("AD", StringComparison.Ordinal));

    /// <summary>Each still has what is written.</summary>
    [Theory]
    [InlineData("var p = new P { HiddenSize = 1000 }; Read(p);")]
    [InlineData("var p = new P { HiddenSize = 1000 }; System.Console.WriteLine(p.Describe());")]
    [InlineData("var p = new P { HiddenSize = 1000 }; System.Console.WriteLine(nameof(p)); p = new P { NumHeads = 6 }; p.NumHeads = 8;")]
    [InlineData("_ = new Checked { HiddenSize = 1000 };")]
    [InlineData("_ = new Backed { HiddenSize = 1000 };")]
    [InlineData("_ = new Kept(1000, 12);")]
    [InlineData("var p = new P { HiddenSize = 1000 }; var q = new P(); q.NumHeads = 10; System.Console.WriteLine(p);")]
    [InlineData("System.Console.WriteLine(Field.NumHeads);")]
    public async Task Value_ThatIsKept_IsAnError(string statement) =>
        Assert.Contains(await Analyze(statement), static found => found.Severity == DiagnosticSeverity.Error && found.GetMessage(CultureInfo.InvariantCulture).Contains("1000", StringComparison.Ordinal));

    [Theory]
    [InlineData("_ = new P(1000);", "_ = new P(960);")]
    [InlineData("_ = new P(h: 12, w: 1_000);", "_ = new P(h: 12, w: 960);")]
    [InlineData("var o = new System.CommandLine.Option<int> { DefaultValueFactory = _ => 1000 }; _ = new P { HiddenSize = new System.CommandLine.ParseResult().GetValue(o) };", "DefaultValueFactory = _ => 960 }")]
    [InlineData("_ = System.Text.Json.JsonSerializer.Deserialize<P>(\"\"\"{\"NumLayers\":1000,\"HiddenSize\":1000}\"\"\");", "_ = System.Text.Json.JsonSerializer.Deserialize<P>(\"\"\"{\"NumLayers\":1000,\"HiddenSize\":960}\"\"\");")]
    [InlineData("const string json = @\"{ \"\"HiddenSize\"\": 1000 }\"; _ = System.Text.Json.JsonSerializer.Deserialize<P>(json);", "const string json = @\"{ \"\"HiddenSize\"\": 960 }\"; _ = System.Text.Json.JsonSerializer.Deserialize<P>(json);")]
    [InlineData("var json = \"{\\\"HiddenSize\\\":1000}\"; _ = System.Text.Json.JsonSerializer.Deserialize<P>(json);", "var json = \"{\\\"HiddenSize\\\":960}\"; _ = System.Text.Json.JsonSerializer.Deserialize<P>(json);")]
    public async Task Value_ThatStandsElsewhere_IsMendedThere(string statement, string mended)
    {
        using var workspace = new Workspace(Code(statement));
        var error = (await workspace.Analyze()).Single(static found => found.Id == "SCALE0004");

        await workspace.Apply(Assert.Single(await workspace.Offers(new RemedyFix(), error)));

        Assert.Contains(mended, await workspace.CodeText(), StringComparison.Ordinal);
        Assert.DoesNotContain(await workspace.Analyze(), static found => found.Id == "SCALE0004");
    }

    [Theory]
    [InlineData("const long d = 1000; _ = (TorchSharp.Nn.Embedding(50304, d), TorchSharp.Nn.TransformerEncoderLayer(d, 12), TorchSharp.Nn.TransformerEncoder(12));", 1)]
    [InlineData("_ = (TorchSharp.Nn.Embedding(50304, 1000), TorchSharp.Nn.TransformerEncoderLayer(1000, 12), TorchSharp.Nn.TransformerEncoder(12));", 0)]
    public async Task Value_OfTwoModules_IsMendedWhereBothHaveItFrom(string statement, int offers)
    {
        using var workspace = new Workspace(Code(statement).Replace("public static void M", "[ScalingRun(\"gpt2\", ContextLength = 1024)] public static void M", StringComparison.Ordinal) + """

            namespace TorchSharp
            {
                public static class Nn
                {
                    public static object Embedding(long num_embeddings, long embedding_dims) => new();
                    public static object TransformerEncoderLayer(long d_model, long nhead) => new();
                    public static object TransformerEncoder(long num_layers) => new();
                }
            }
            """);
        var error = (await workspace.Analyze()).Single(static found => found.Id == "SCALE0004");

        Assert.Equal(offers, (await workspace.Offers(new RemedyFix(), error)).Length);
    }

    [Theory]
    [InlineData("Wide = 1000", "Wide = 960")]
    [InlineData("Wide = 1000, Other = 960", null)]
    [InlineData("Wide = 1000, Next", null)]
    public async Task Value_OfAnEnum_IsMendedThere_UnlessAMemberHasIt(string members, string? mended)
    {
        using var workspace = new Workspace(Code("_ = new P { HiddenSize = (int)Dim.Wide };").Replace("Wide = 1000", members, StringComparison.Ordinal));
        var error = (await workspace.Analyze()).Single(static found => found.Id == "SCALE0004");

        var offers = await workspace.Offers(new RemedyFix(), error);

        Assert.Equal(mended is null ? 0 : 1, offers.Length);
        if (mended is null)
            return;
        await workspace.Apply(offers[0]);
        Assert.Contains(mended, await workspace.CodeText(), StringComparison.Ordinal);
        Assert.DoesNotContain(await workspace.Analyze(), static found => found.Id == "SCALE0004");
    }

    private static string Code(string statement) => $$"""
        {{Types}}
        public static class Use
        {
            {{Statics}}
            {{(statement.Contains("Field", StringComparison.Ordinal) ? "private static readonly P Field = new() { HiddenSize = 1000 };" : "")}}
            public static void M()
            {
                {{statement}}
            }
        }
        namespace System.CommandLine
        {
            public class Option<T> { public System.Func<object, T>? DefaultValueFactory { get; set; } }
            public class ParseResult { public T GetValue<T>(Option<T> option) => default!; }
        }
        """;

    private static async Task<IReadOnlyList<Diagnostic>> Analyze(string statement) => await new Project().Code("using ScalingSdk;\n" + Code(statement)).Analyze();
}
