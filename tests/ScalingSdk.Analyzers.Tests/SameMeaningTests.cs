using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>Two members of one type that say the same, or that cannot both be right.</summary>
public sealed class SameMeaningTests
{
    private const string Beside = "public int VocabSize { get; set; } = 50304; public int BlockSize { get; set; } = 1024; public int NLayer { get; set; } = 12; public int NHead { get; set; } = 12;";

    [Theory]
    [InlineData("public int n_embd = 768; public int hidden_size => n_embd;", "n_embd")]
    [InlineData("public int EmbedDim { get; init; } = 768; public int HiddenSize => EmbedDim;", "EmbedDim")]
    [InlineData("public int HiddenSize { get; init; } = 768; public int EmbeddingSize => HiddenSize;", "HiddenSize")]
    [InlineData("public int EmbedSize { get; init; } = 768; public int HiddenSize { get; init; } = 768;", "EmbedSize")]
    [InlineData("public int n_embd { get; set; } = 768; public int hidden_size { get => n_embd; set => n_embd = value; }", "n_embd")]
    public void Hidden_ThatIsTheWidthOnceMore_IsNoFeedForward(string members, string name)
    {
        var text = Budget($$"""[ScalingModel("gpt2"), ScalingBudget] public class Config { {{Beside}} {{members}} }""");

        Assert.Contains($"model.hidden_size 768 ({name})", text, StringComparison.Ordinal);
        Assert.DoesNotContain("intermediate_size", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_ThatAParameterOfTheWidthStarts_IsNoFeedForward() => Assert.DoesNotContain("intermediate_size", Budget("""
        [ScalingModel("gpt2"), ScalingBudget] public record Config(int VocabSize = 50304, int BlockSize = 1024, int NEmbd = 768, int Layers = 12, int Heads = 12) { public int HiddenDim { get; } = NEmbd; }
        """), StringComparison.Ordinal);

    [Fact]
    public void Hidden_OfAnotherValue_IsTheFeedForward() => Assert.Contains("model.intermediate_size 3072 (HiddenSize)", Budget(
        $$"""[ScalingModel("gpt2"), ScalingBudget] public class Config { {{Beside}} public int EmbedDim { get; init; } = 768; public int HiddenSize => 4 * EmbedDim; }"""), StringComparison.Ordinal);

    [Theory]
    [InlineData("new() { hidden_size = 1000 }")]
    [InlineData("new() { n_embd = 1000 }")]
    public async Task Forwarded_ByAnotherProperty_IsTheWidth(string construction)
    {
        var found = Assert.Single(await Analyze($$"""
            [ScalingModel("gpt2")] public class Config { {{Beside}} public int n_embd { get; set; } = 768; public int hidden_size { get => n_embd; set => n_embd = value; } public int HeadDim => n_embd / NHead; }
            static class Use { static readonly Config One = {{construction}}; }
            """));

        Assert.Equal(("SCALE0004", "1000"), (found.Id, Underlined(found)));
    }

    [Theory]
    [InlineData("Steps = 100, MaxSteps = 1000", "'Steps' and 'MaxSteps' are both read as the steps")]
    [InlineData("MaxIters = 100, TrainSteps = 1000, TotalSteps = 50", "'MaxIters' and 'TrainSteps' are both read as the steps")]
    [InlineData("Epochs = 3, NumTrainEpochs = 5", "'Epochs' and 'NumTrainEpochs' are both read as the epochs")]
    public async Task Lengths_OfTwoValues_AreReported(string members, string message)
    {
        var found = Assert.Single(await Analyze($$"""
            [ScalingModel("gpt2", UniqueTokens = "1T")] public class Config { {{Beside}} public int NEmbd = 768, BatchSize = 480; public int {{members}}; }
            static class Use { static readonly Config One = new(); }
            """));

        Assert.Equal("SCALE0005", found.Id);
        Assert.Equal(message + " and have different values, so what depends on it is not checked; mark the one that is not with [ScalingIgnore]", Message(found));
    }

    [Fact]
    public async Task Lengths_OfWhichOneIsNoLimit_AreOne() => Assert.DoesNotContain(await Analyze($$"""
        [ScalingModel("gpt2")] public class Config { {{Beside}} public int NEmbd = 768, BatchSize = 480; public int Steps = 20_000, MaxSteps = int.MaxValue; }
        static class Use { static readonly Config One = new(); }
        """), static found => found.Id == "SCALE0005");

    [Fact]
    public async Task Budget_OfTwoLayers_NamesBoth()
    {
        var found = await Analyze($$"""[ScalingModel("gpt2"), ScalingBudget] public class Config { {{Beside}} public int NEmbd = 768, Depth = 24; }""");

        Assert.Contains(found, static one => one.Id == "SCALE0003" && Message(one).StartsWith("'NLayer' and 'Depth' are both read as the layers and have different values, so there is no 'ConfigBudget'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Table_BesideTheWidth_IsNotDroppedInSilence()
    {
        var found = Assert.Single(await Analyze($$"""
            [ScalingModel("gpt2")] public class Config { {{Beside}} public int EmbeddingSize = 128, HiddenSize = 768, IntermediateSize = 3072; }
            static class Use { static readonly Config One = new(); }
            """));

        Assert.Equal("SCALE0005", found.Id);
        Assert.StartsWith("'EmbeddingSize' is '128' beside a 'HiddenSize' of '768', so it is read as the width of a table alone and not counted; ", Message(found), StringComparison.Ordinal);
    }

    private static string Budget(string code) => Assert.Single(new Project().Code("using ScalingSdk;\n" + code).Generate()).SourceText.ToString();

    private static async Task<Diagnostic[]> Analyze(string code) => [.. (await new Project().Code("using ScalingSdk;\n" + code).Analyze()).DistinctBy(static one => (one.Location, one.GetMessage(null)))];

    private static string Message(Diagnostic found) => found.GetMessage(CultureInfo.InvariantCulture);

    private static string Underlined(Diagnostic found) => found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan);
}
