using Microsoft.CodeAnalysis;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>Types with [ScalingModel]: every shape that training code uses, folded where it is written.</summary>
public sealed class ConfigTypeTests
{
    /// <summary>GPT-2 small as a record with defaults.</summary>
    private const string Record = """
        [ScalingModel("gpt2")]
        public sealed record Config(int VocabSize = 50304, int ContextLength = 1024, int EmbDim = 768, int NHeads = 12, int NLayers = 12, double Dropout = 0.1);
        """;

    private const string Class = """
        [ScalingModel("gpt2", Tokens = "100B")]
        public sealed class Config
        {
            public int vocab_size { get; init; } = 50304;
            public int block_size { get; init; } = 1024;
            public int n_layer { get; init; } = 12;
            public int n_head { get; init; } = 12;
            public int n_embd { get; set; } = 64 * 12;
            public bool bias { get; init; } = true;
        }
        """;

    public static TheoryData<string, string, string> Shapes => new()
    {
        // A default of the type that no construction overrides is shown where it stands.
        { Record.Replace("EmbDim = 768", "EmbDim = 770"), "new Config()", "770" },
        { Class.Replace("64 * 12", "64 * 12 + 2"), "new Config()", "64 * 12 + 2" },

        // What a construction states is shown there.
        { Record, "new Config(EmbDim: 100 + 2)", "100 + 2" },
        { Record, "new Config(50304, 1024, 7 * 110)", "7 * 110" },
        { Record, "new Config() with { EmbDim = 770 }", "770" },
        { Record, "new Config(EmbDim: 770) with { NLayers = 3 }", "770" },
        { Record, "new Config { EmbDim = (int)System.Math.Pow(2, 10) }", "(int)System.Math.Pow(2, 10)" },
        { Class, "new Config { n_embd = 5 * 8 }", "5 * 8" },

        // A default that a construction's own value made wrong: the construction is.
        { Record, "new Config(NHeads: 7)", "Config" },
        { Record, "new Config() with { NHeads = 7 }", "with" },
        { Class, "new() { n_head = 7 }", "new" },
    };

    [Theory, MemberData(nameof(Shapes))]
    public async Task Construction_WhoseHeadsDoNotDivide_IsReportedAtTheExpressionThatSaysSo(string type, string construction, string underlined)
    {
        var found = Assert.Single(await Analyze(type + $"static class Use {{ static readonly Config One = {construction}; }}"));

        Assert.Equal("SCALE0004", found.Id);
        Assert.Equal(underlined, Underlined(found));
        Assert.Contains("does not divide", found.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new Config()")]
    [InlineData("new Config(NLayers: 24, EmbDim: 1024, NHeads: 16)")]
    [InlineData("new Config(EmbDim: 770) with { EmbDim = 768 }")]
    public async Task Construction_OfASoundModel_IsNotReported(string construction) =>
        Assert.Empty(await Analyze(Record + $"static class Use {{ static readonly Config One = {construction}; }}"));

    [Fact]
    public async Task StaticClass_OfConstants_IsCheckedOnceWhereTheyAreWritten()
    {
        var found = Assert.Single(await Analyze("""
            [ScalingModel("gpt2", UniqueTokens = "1M")]
            public static class Settings
            {
                public const int VocabSize = 50304, NEmbed = 384, NHead = 6, NLayer = 6;
                public const int HeadSize = NEmbed / NHead;
                public const int BlockSize = 256;
                public static int BatchSize { get; } = 64;
            }
            """));

        Assert.Equal("SCALE1001", found.Id);
        Assert.Equal("\"1M\"", Underlined(found));
    }

    [Fact]
    public async Task Constructor_OfAModel_IsReadByItsArguments()
    {
        var found = Assert.Single(await Analyze("""
            [ScalingModel("gpt2")]
            public sealed class GPT
            {
                public GPT(int vocabularySize, int embeddingSize, int blockSize, int headCount, int blockCount) { }
            }

            static class Program
            {
                const int BLOCK_SIZE = 128;

                static void Main()
                {
                    int heads = 8;
                    var model = new GPT(vocabularySize: 50257, embeddingSize: 130, blockSize: BLOCK_SIZE, headCount: heads, blockCount: 10);
                }
            }
            """));

        Assert.Equal("130", Underlined(found));
    }

    [Fact]
    public async Task Presets_InADictionary_AreCheckedEach()
    {
        var found = await Analyze(Class + """
            static class Presets
            {
                static readonly System.Collections.Generic.Dictionary<string, Config> All = new()
                {
                    ["small"] = new(),
                    ["odd"] = new() { n_layer = 24, n_head = 16, n_embd = 1023 },
                    ["odder"] = new() { n_layer = 36, n_head = 20, n_embd = 1281 },
                };
            }
            """);

        Assert.Equal(["1023", "1281"], found.Select(Underlined));
    }

    [Fact]
    public async Task With_OfAReadOnlyPreset_StartsFromItsValues()
    {
        var found = Assert.Single(await Analyze(Record + """
            static class Use
            {
                static readonly Config Wide = new(EmbDim: 1280, NHeads: 20);
                static Config Odd()
                {
                    var deep = Wide with { NLayers = 48 };
                    return deep with { EmbDim = 1290 };
                }
            }
            """));

        Assert.Equal("1290", Underlined(found));
    }

    [Fact]
    public async Task Property_ComputedFromOthers_FollowsTheConstruction() => Assert.Empty(await Analyze("""
        [ScalingModel("llama")]
        public sealed class Config
        {
            public int VocabSize { get; init; } = 32000;
            public int HiddenSize { get; init; } = 512;
            public int NumHeads { get; init; } = 8;
            public int HeadDim => HiddenSize / NumHeads;
            public int NumLayers { get; init; } = 8;
            public int IntermediateSize => 4 * HiddenSize;
            public int? NumKvHeads { get; init; } = null;
            public static Config Wide => new() { HiddenSize = 1024 };
        }
        """));

    [Theory]
    [InlineData("new Config(VocabSize: args.Length)", "args.Length", "'VocabSize' is not constant here")]
    [InlineData("new Config(NLayers: args.Length)", "args.Length", "so the layers are unknown and the model is not checked")]
    [InlineData("given with { NLayers = 3 }", "given", "not constant")]
    [InlineData("new Config(NLayers: written)", "written", "so the layers are unknown and the model is not checked")]
    [InlineData("new Config(NLayers: args.Length > 2 ? 12 : 24)", "args.Length > 2 ? 12 : 24", "so the layers are unknown and the model is not checked")]
    public async Task Value_ThatIsNotConstant_IsSaidToBeUnknown(string construction, string underlined, string message)
    {
        var found = Assert.Single(await Analyze(Record + $$"""
            static class Use
            {
                static object One(string[] args, Config given)
                {
                    int written = 3;
                    written = 4;
                    return {{construction}};
                }
            }
            """));

        Assert.Equal(("SCALE0005", DiagnosticSeverity.Info), (found.Id, found.Severity));
        Assert.Equal(underlined, Underlined(found));
        Assert.Contains(message, found.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownVocabulary_IsNoReasonToKeepQuietAboutTheRest()
    {
        var found = await Analyze(Record.Replace("(\"gpt2\")", "(\"gpt2\", UniqueTokens = \"1M\")") + """
            static class Use { static object One(string[] args) => new Config(VocabSize: args.Length); }
            """);

        Assert.Equal(["SCALE0005", "SCALE1001"], found.Select(static one => one.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Vocabulary_StatedAtTheType_IsTakenWhereTheCodeDoesNotKnowIt() => Assert.Empty(await Analyze(Record.Replace("(\"gpt2\")", "(\"gpt2\", VocabularySize = 50304)") + """
            static class Use { static object One(string[] args) => new Config(VocabSize: args.Length); }
            """));

    [Theory]
    [InlineData("new Config(EmbDim: A)", "A")]
    [InlineData("Round with { EmbDim = 64 }", "Round")]
    [InlineData("new Config(EmbDim: 1 / (1 - 1))", null)]
    [InlineData("new Config(EmbDim: 64 / Zero)", "64 / Zero")]
    [InlineData("new Config(EmbDim: checked(Most + Most))", null)]
    [InlineData("new Config(EmbDim: int.Parse(System.Environment.MachineName))", "int.Parse(System.Environment.MachineName)")]
    public async Task Value_ThatCannotBeFolded_BringsNobodyDown(string construction, string? underlined)
    {
        var found = await Analyze(Record + $$"""
            static class Use
            {
                const int Most = int.MaxValue;
                static readonly int A = B, B = A, Zero = 0;
                static readonly Config Round = Round with { NLayers = 3 };
                static object One() => {{construction}};
            }
            """);

        Assert.DoesNotContain(found, static one => one.Id == "AD0001");
        Assert.Equal(underlined is not null, found.Any(one => one.Id == "SCALE0005" && Underlined(one) == underlined));
    }

    [Theory]
    [InlineData("[ScalingModel(null!)]", "")]
    [InlineData("[ScalingModel(\"\")]", "SCALE0004")]
    [InlineData("[ScalingModel(\"gpt2\", Tokens = \"many\")]", "SCALE0004")]
    [InlineData("[ScalingModel(\"gpt2\", VocabularySize = -1)]", "")]
    [InlineData("[ScalingModel(\"gpt2\", Tokens = null)]", "")]
    public async Task Attribute_OfOddArguments_IsAFindingOrNone(string attribute, string id)
    {
        var found = await Analyze(Record.Replace("[ScalingModel(\"gpt2\")]", attribute, StringComparison.Ordinal) + "static class Use { static readonly Config One = new(); }");

        Assert.Equal(id, string.Concat(found.Where(static one => one.Severity > DiagnosticSeverity.Info).Select(static one => one.Id)));
    }

    [Fact]
    public async Task Type_WithoutTheAttribute_IsNotLookedAt() => Assert.Empty(await Analyze("""
        public sealed record Kernel(int BlockSize = 256, int HiddenSize = 7, int NHead = 2, int NLayer = 1, int VocabSize = 3);
        static class Use { static readonly Kernel One = new(); }
        """));

    [Fact]
    public async Task Default_ThatIsWrong_IsOneFindingForAllConstructions()
    {
        var found = await Analyze(Record.Replace("EmbDim = 768", "EmbDim = 770") + "static class Use { static readonly Config One = new(), Two = new Config(), Three = new Config { }; }");

        Assert.Single(found.Distinct()); // the compiler reports equal diagnostics once
    }

    [Fact]
    public async Task Default_ThatIsWrongByItself_IsShownThereWhateverAConstructionStates()
    {
        var found = await Analyze(Record.Replace("50304", "50257") + """
            static class Use { static readonly Config One = new(), Two = new(NLayers: 24), Three = Two with { EmbDim = 1536 }; }
            """);

        Assert.Equal(("SCALE3001", "50257"), (Assert.Single(found.Distinct()).Id, Underlined(found[0])));
    }

    [Fact]
    public async Task Null_ByDefault_IsNotStatedRatherThanUnknown() => Assert.Empty(await Analyze(Record.Replace(
        "double Dropout = 0.1", "int? BatchSize = null, int? MaxSteps = null, double? LearningRate = null, int? NKvHeads = default") + """
        static class Use { static readonly Config One = new(NLayers: 24); }
        """));

    [Fact]
    public async Task ClassOfConstants_ThatIsNotStatic_IsCheckedToo()
    {
        var found = Assert.Single(await Analyze("""
            [ScalingModel("gpt2", VocabularySize = 8192)]
            class Train
            {
                const int n_embd = 64 * 4, n_head = 6, n_layer = 6, block_size = 256;
                int _step = n_embd;
                int Next() => ++_step;
            }
            """));

        Assert.Equal(("SCALE0004", "64 * 4"), (found.Id, Underlined(found)));
    }

    [Theory]
    [InlineData("B = 64, BatchSize = 1 << 19")]
    [InlineData("BatchSize = 1 << 19, B = 64")]
    public async Task Letter_BesideTheWord_IsNotTheBatch(string batch) => Assert.Empty(await Analyze(Class.Replace("(\"gpt2\", Tokens = \"100B\")", "(\"gpt2\", BatchSizeIsTokens = true)")
        .Replace("bool bias { get; init; } = true;", "int B { get; set; } public int BatchSize { get; set; } public int MaxSteps { get; set; } = 19_000;")
        + $"static class Use {{ static readonly Config One = new() {{ {batch} }}; }}"));

    [Theory]
    [InlineData("-1")]
    [InlineData("0")]
    public async Task Vocabulary_LeftToTheTokenizer_IsSaidToBeUnknown(string vocabulary)
    {
        var found = Assert.Single(await Analyze(Record.Replace("50304", vocabulary) + "static class Use { static readonly Config One = new(); }"));

        Assert.Equal("SCALE0005", found.Id);
        Assert.StartsWith($"'VocabSize' is '{vocabulary}', so only what holds for a vocabulary of 8,192 and one of 262,144 is reported; ", found.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Size_ThatNoMemberStates_IsUnknownAndNoError()
    {
        var found = Assert.Single(await Analyze("""
            [ScalingModel("gpt2", ContextLength = 1024)]
            sealed record Config(int VocabSize = 50304, int Thickness = 768, int NHeads = 12, int NLayers = 12)
            {
                public static readonly Config One = new();
            }
            """));

        Assert.Equal("SCALE0005", found.Id);
        Assert.Equal(
            "no member of 'Config' is read as 'hidden_size', which 'gpt2' needs, and the model is not checked; mark the one that states it with [ScalingKey(\"hidden_size\")]", found.GetMessage(null));
    }

    [Fact]
    public async Task Size_ThatIsNull_IsNotDenied() => Assert.Equal(
        "'HiddenSize' has no value here and 'llama' needs one, so the model is not checked; write a constant",
        Assert.Single(await Analyze("""
            [ScalingModel("llama")]
            sealed record Config(int VocabSize = 50304, int? HiddenSize = null, int NHeads = 12, int NLayers = 12, int IntermediateSize = 3072)
            {
                public static readonly Config One = new();
            }
            """)).GetMessage(null));

    [Fact]
    public async Task TwoMembers_OfOneKeyAndTwoValues_AreNamed()
    {
        var found = Assert.Single(await Analyze(Record.Replace("int NLayers = 12", "int NLayers = 12, int Depth = 24", StringComparison.Ordinal) + "static class Use { static readonly Config One = new(); }"));

        Assert.Equal("SCALE0005", found.Id);
        Assert.Equal("'NLayers' and 'Depth' are both read as the layers and have different values, so the model is not checked; mark the one that is not with [ScalingIgnore]", found.GetMessage(null));
    }

    [Theory]
    [InlineData("int DModel = 768, int EmbeddingSize = 50304")]
    [InlineData("int EmbedDim = 768, int DModel = 768")]
    [InlineData("int EmbedDim = 768, int HiddenSize = 3072")]
    public async Task Width_OfATableOfTokens_IsNotTheModels(string widths) => Assert.Empty(await Analyze($$"""
        [ScalingModel("gpt2")]
        sealed record Config({{widths}}, int VocabSize = 50304, int ContextLength = 1024, int NHeads = 12, int NLayers = 12)
        {
            public static readonly Config One = new();
        }
        """));

    [Theory]
    [InlineData("public string NumHeads { get; init; } = \"many\"; public int Heads { get; init; } = 12;")]
    [InlineData("public bool Layers { get; init; } = true; public int NLayer { get; init; } = 12; public int Heads { get; init; } = 12;")]
    public async Task Member_OfAnotherType_StatesNothing(string members) => Assert.Empty(await Analyze($$"""
        [ScalingModel("gpt2")]
        sealed class Config
        {
            public int VocabSize { get; init; } = 50304;
            public int ContextLength { get; init; } = 1024;
            public int HiddenSize { get; init; } = 768;
            {{members}}
            public int Blocks { get; init; } = 12;
            public static readonly Config One = new();
        }
        """));

    [Fact]
    public async Task SeveralValues_ThatAreNotConstant_AreOneFinding()
    {
        var found = Assert.Single(await Analyze(Record + "static class Use { static object One(int a, int b, int c) => new Config(EmbDim: a, NHeads: b, NLayers: c); }"));

        Assert.Equal("the values of 'EmbDim', 'NHeads', 'NLayers' are not constant here, so the model is not checked; write constants, or give the members defaults", found.GetMessage(null));
    }

    [Theory]
    [InlineData("static class Use { static void Later() => Settings.Heads = 6; }")]
    [InlineData("static class Use { static void Later() { Settings.Heads++; } }")]
    public async Task Constant_ThatCodeSets_IsUnknown(string code)
    {
        const string Settings = """
            [ScalingModel("gpt2", VocabularySize = 50304, ContextLength = 256)]
            static class Settings { public const int EmbDim = 384, NLayers = 6; public static int Heads = 7; }

            """;

        Assert.Equal("SCALE0004", Assert.Single(await Analyze(Settings)).Id);
        Assert.Equal("SCALE0005", Assert.Single(await Analyze(Settings + code)).Id);
    }

    private static async Task<Diagnostic[]> Analyze(string code) =>
        [.. (await new Project().Code("using ScalingSdk;\n" + code).Analyze()).OrderBy(static found => found.Location.SourceSpan.Start)];

    private static string Underlined(Diagnostic found) => found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan);
}
