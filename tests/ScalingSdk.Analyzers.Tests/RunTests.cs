using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>Model, training and data in several types, methods and files are one run.</summary>
public sealed class RunTests
{
    private const string Model = """
        [ScalingModel("gpt2")]
        public sealed record GptConfig { public int VocabSize { get; init; } = 50304; public int BlockSize { get; init; } = 1024; public int NLayer { get; init; } = 12; public int NHead { get; init; } = 12; public int NEmbd { get; init; } = 768; }

        """;

    private const string Training = """
        public sealed record TrainingConfig { public GptConfig? Model { get; init; } public int BatchSize { get; init; } = 480; public int MaxSteps { get; init; } = 10; public string Tokens { get; init; } = "1T"; }

        """;

    [Fact]
    public async Task Type_ThatHoldsAMarkedOneAndARunsLength_IsOneRun() => AssertContradiction(
        await Analyze(Model + Training, "static object Run() => new TrainingConfig { Model = new GptConfig() };"), "MaxSteps");

    [Fact]
    public async Task Type_ThatHoldsAMarkedOneByReference_IsOneRun() => AssertContradiction(
        await Analyze(Model + Training, "static readonly GptConfig Small = new(); static object Run() { var model = Small with { NLayer = 6 }; return new TrainingConfig { Model = model }; }"), "MaxSteps");

    [Fact]
    public async Task Type_ThatHoldsAMarkedOneAndNoLength_IsNone() => Assert.Empty(await Analyze(
        Model + "public sealed record Loader(GptConfig Model, int BatchSize);", "static object Run() => new Loader(new GptConfig(), 1);"));

    [Fact]
    public async Task Type_MarkedAsARun_JoinsItsObjects() => AssertContradiction(
        await Analyze(
            Model + """
            public sealed record Optimizer { public int Steps { get; init; } = 10; public int BatchSize { get; init; } = 480; }
            public sealed record Data { public string Tokens { get; init; } = "1T"; }
            [ScalingRun] public sealed record Experiment { public GptConfig Model { get; init; } = new(); public Optimizer Optimizer { get; init; } = new(); public Data Data { get; init; } = new(); }
            """,
            "static object Run() => new Experiment { Optimizer = { Steps = 20 } };"),
        "Steps");

    [Fact]
    public async Task Method_MarkedAsARun_JoinsObjectsConstantsAndLocals() => AssertContradiction(
        await Analyze(Model, """
            [ScalingRun(Tokens = "1T")] static void Train()
            {
                var model = new GptConfig { NLayer = 6 };
                const int BatchSize = 480;
                var steps = 5 * 2;
            }
            """),
        "steps");

    [Fact]
    public async Task Method_WithTorchModules_IsCounted()
    {
        var project = new Project().Code(TorchStub.Code + Wrapped("", """
            [ScalingRun("gpt2", ContextLength = 128), ScalingBudget]
            static object Build()
            {
                const int vocab = 8192;
                var tokens = TorchSharp.torch.nn.Embedding(vocab, 256);
                var positions = TorchSharp.torch.nn.Embedding(128, 256);
                var layer = TorchSharp.torch.nn.TransformerEncoderLayer(256, 4, 1024);
                return TorchSharp.torch.nn.TransformerEncoder(layer, 4);
            }

            public static long Count => BuildBudget.TotalParameters;
            """));

        Assert.DoesNotContain(await project.Analyze(), static found => found.Severity == DiagnosticSeverity.Error);

        // Four layers of 12 d^2 + 13 d, the final norm, tokens and positions.
        const int D = 256;
        const long Total = (4 * ((12 * D * D) + (13 * D))) + (2 * D) + (8192 * D) + (128 * D);
        Assert.Contains("TotalParameters = " + Total.ToString("N0", CultureInfo.InvariantCulture).Replace(',', '_'), Assert.Single(project.Generate()).SourceText.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Method_WithAModuleOfTheProject_IsReadByItsConstructor() => AssertContradiction(
        await Analyze(
            "public sealed class Transformer(long vocab, long dim, int heads, int layers) { public long Sum => vocab + dim + heads + layers; }",
            """[ScalingRun("gpt2", ContextLength = 128)] static object Build() => new Transformer(8192, 1000, 12, 4);"""),
        "1000");

    [Fact]
    public async Task Run_WithoutAnArchitecture_SaysHowToStateIt()
    {
        var found = Assert.Single(await Analyze("public sealed record Sizes(int Vocab, int Dim, int Heads, int Layers);", "[ScalingRun] static object Build() => new Sizes(8192, 1000, 12, 4);"));

        Assert.Equal("SCALE0005", found.Id);
        Assert.Contains("""[ScalingRun("gpt2")]""", found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""System.Text.Json.JsonSerializer.Deserialize<GptConfig>(System.IO.File.ReadAllText("config.json"))""")]
    [InlineData("""System.Text.Json.JsonSerializer.Deserialize<GptConfig>(System.IO.File.ReadAllText(System.IO.Path.Combine("a", "config.json")))""")]
    public async Task Deserialize_OfAFileOfTheProject_IsReadFromIt(string call) => AssertContradiction(
        await Analyze(Model, $"static object? Run() => {call};", file: ("config.json", """{ "NEmbd": 1000 }""")), "1000");

    [Fact]
    public async Task Deserialize_OfTheFileThatTheTypeNames_IsReadFromIt() => AssertContradiction(
        await Analyze(
            """
            [ScalingModel("config.json")]
            public sealed class Config { [System.Text.Json.Serialization.JsonPropertyName("n_embd")] public int Width { get; set; } public int NLayer { get; set; } public int NHead { get; set; } }

            """,
            "static object? Run(string text) => System.Text.Json.JsonSerializer.Deserialize<Config>(text);",
            file: ("config.json", """{ "model_type": "gpt2", "n_embd": 1000, "n_layer": 12, "n_head": 12, "vocab_size": 50304, "n_positions": 1024 }""")), "1000");

    [Fact]
    public async Task Type_WhoseFileIsNotThere_SaysSo()
    {
        var found = await Analyze("""[ScalingModel("config.json")] public sealed record Config(int NEmbd = 768, int NLayer = 12, int NHead = 12);""", "static object Run() => new Config();");

        Assert.Contains("<ScalingModelFile Include=\"config.json\" />", Assert.Single(found).GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hiden_size", "did you mean 'hidden_size'?")]
    [InlineData("time", "'budget.time' or 'limits.time'")]
    [InlineData("zzz", "docs/spec.md")]
    public async Task KeyAttribute_ThatNamesNoKey_SaysWhatToWrite(string key, string hint)
    {
        var found = await Analyze($$"""[ScalingModel("gpt2")] public sealed record Config([property: ScalingKey("{{key}}")] int Girth = 768);""", "");

        var wrong = Assert.Single(found, static one => one.Id == "SCALE0002");
        Assert.True(wrong.GetMessage(CultureInfo.InvariantCulture).Contains(hint, StringComparison.Ordinal), wrong.GetMessage(CultureInfo.InvariantCulture));
    }

    private static void AssertContradiction(IReadOnlyList<Diagnostic> found, string word) => Assert.True(
        found.Any(one => one.Id == "SCALE0004" && one.GetMessage(CultureInfo.InvariantCulture).Contains(word, StringComparison.Ordinal)),
        $"nothing says what contradicts '{word}': " + string.Join("; ", found.Select(static one => one.Id + ": " + one.GetMessage(CultureInfo.InvariantCulture))));

    private static async Task<IReadOnlyList<Diagnostic>> Analyze(string types, string members, (string Path, string Text)? file = null)
    {
        var project = new Project().Code(Wrapped(types, members));
        return await (file is { } one ? project.Add(one.Path, one.Text) : project).Analyze();
    }

    private static string Wrapped(string types, string members) => $$"""
        namespace S
        {
            using ScalingSdk;
            {{types}}
            public static class Use
            {
                {{members}}
            }
        }
        """;
}
