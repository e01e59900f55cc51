using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>Members whose names say a key only together with others, or with the size of their value.</summary>
public sealed class MemberMeaningTests
{
    private const string Sizes = "int Layers = 12, int Heads = 12, int Dim = 768, int Vocab = 50304, int Ctx = 1024";

    [Theory]
    [InlineData("\"gpt2\"", "int BatchSize = 64, int MaxSteps = 4000, int DatasetSize = 50_000, int Epochs = 5")]
    [InlineData("\"gpt2\", Tokens = \"10B\"", "int DatasetSize = 500_000, int NumEpochs = 3")]
    [InlineData("\"gpt2\", Tokens = \"9B\"", "double DatasetSize = 40.5")]
    [InlineData("\"gpt2\"", "int dataset_size = 500_000, int NumEpochs = 3, int BatchSize = 32")]
    public async Task DatasetSize_WhoseUnitNobodySays_StatesNoTokens(string attribute, string members)
    {
        Assert.DoesNotContain("(DatasetSize)", Budget(members, attribute).Replace("dataset_size", "DatasetSize", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(await Analyze(members, attribute), static found => found.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [InlineData("long NumTokens = 10_000_000_000", "data.tokens 10000000000 (NumTokens)")]
    [InlineData("string NumTokens = \"10B\"", "data.tokens \"10B\" (NumTokens)")]
    [InlineData("long NumTrainingTokens = 400_000_000", "data.tokens 400000000 (NumTrainingTokens)")]
    [InlineData("long MaxTrainTokens = 400_000_000", "data.tokens 400000000 (MaxTrainTokens)")]
    [InlineData("long TrainSetTokens = 300_000_000", "data.unique_tokens 300000000 (TrainSetTokens)")]
    [InlineData("long DatasetSizeInTokens = 300_000_000", "data.unique_tokens 300000000 (DatasetSizeInTokens)")]
    [InlineData("long NumUniqueTokens = 300_000_000", "data.unique_tokens 300000000 (NumUniqueTokens)")]
    [InlineData("int TokenizerVocabSize = 32000", "model.vocabulary_size 50304 (Vocab)")]
    [InlineData("double MlpRatio = 2", "model.intermediate_size 1536 (MlpRatio x Dim)")]
    [InlineData("int FfnExpansion = 2", "model.intermediate_size 1536 (FfnExpansion x Dim)")]
    [InlineData("int FeedForwardMultiplier = 2", "model.intermediate_size 1536 (FeedForwardMultiplier x Dim)")]
    [InlineData("double FfnRatio = 8 / 3.0", "model.intermediate_size 2048 (FfnRatio x Dim)")]
    [InlineData("int MlpRatio = 2, int MlpDim = 3072", "model.intermediate_size 3072 (MlpDim)")]
    [InlineData("int BatchSize = 512, int StepsPerEpoch = 2000, int Epochs = 10", "training.steps 20000 (StepsPerEpoch x Epochs)")]
    [InlineData("int BatchSize = 512, int StepsPerEpoch = 2000, int Epochs = 10, int MaxSteps = 500", "training.steps 500 (MaxSteps)")]
    public void Member_BesideTheSizes_StatesItsKey(string members, string stated) => Assert.Contains(stated, Budget(members), StringComparison.Ordinal);

    [Fact]
    public void NumTokens_BesideAStatedVocabulary_AreThoseOfTheRun()
    {
        var text = Text("""[ScalingModel("gpt2", VocabularySize = 50304), ScalingBudget] public record Config(long NumTokens = 10_000_000_000, int Layers = 12, int Heads = 12, int Dim = 768, int Ctx = 1024);""");

        Assert.Contains("model.vocabulary_size 50304 (VocabularySize)", text, StringComparison.Ordinal);
        Assert.Contains("data.tokens 10000000000 (NumTokens)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"gpt2\"", "32000 (NumTokens)")]
    [InlineData("\"gpt2\", VocabularySize = 50304", "50304 (VocabularySize)")]
    public void NumTokens_OfAVocabularysSize_AreOneUnlessAnotherIsStated(string attribute, string stated) => Assert.Contains(
        "model.vocabulary_size " + stated,
        Text($"[ScalingModel({attribute}), ScalingBudget] public record Config(long NumTokens = 32000, int Layers = 12, int Heads = 12, int Dim = 768, int Ctx = 1024);"),
        StringComparison.Ordinal);

    [Fact]
    public void NumTokens_OfDataBesideAModel_AreThoseOfTheRun() => Assert.Contains("data.tokens 1000000000 (NumTokens)", Text($$"""
        [ScalingModel("gpt2")] public record M({{Sizes}});
        public record Data(long NumTokens = 1_000_000_000);
        [ScalingRun] public record Run(Data Data, M Model);
        static class Use { [ScalingBudget] public static readonly Run One = new(new Data(), new M()); }
        """), StringComparison.Ordinal);

    [Theory]
    [InlineData("gpt2", "long NumTokens = 1_000_000_000, int Epochs = 3", "'NumTokens' may be the tokens of the run or of its data, so what depends on it is not checked; mark it with [ScalingKey(\"data.tokens\")] or [ScalingKey(\"data.unique_tokens\")]")]
    [InlineData("llama", "double MlpRatio = 4", "'MlpRatio' may be the inner width over 'Dim', or what two thirds of it are, so the model is not checked; state the inner width in a member with [ScalingKey(\"intermediate_size\")]")]
    [InlineData("gpt2", "double MlpRatio = 2.33", "'MlpRatio' times 'Dim' is no whole number, so the model is not checked; state the inner width in a member with [ScalingKey(\"intermediate_size\")]")]
    public async Task Member_ThatMayMeanTwoThings_IsUnknown(string architecture, string members, string message) =>
        Assert.Equal(("SCALE0005", message), Said(Assert.Single(await Analyze(members, $"\"{architecture}\""))));

    [Fact]
    public void StepsPerEpoch_WithEpochs_SayNothingOfPasses() =>
        Assert.DoesNotContain("data.epochs", Budget("int BatchSize = 512, int StepsPerEpoch = 2000, int Epochs = 10"), StringComparison.Ordinal);

    [Fact]
    public async Task StepsPerEpoch_ThatIsNotConstant_IsUnknown() => Assert.Contains(
        await Analyze("int BatchSize = 512, int StepsPerEpoch = 2000, int Epochs = 10", "\"gpt2\"", "new(StepsPerEpoch: System.Environment.TickCount)"),
        static found => found.Id == "SCALE0005" && Said(found).Message.StartsWith("'StepsPerEpoch' is not constant here", StringComparison.Ordinal));

    [Fact]
    public async Task Tokens_ThatEpochsOfTheTrainSetContradict_AreAnError() => Assert.Contains(
        await Analyze("string TrainTokens = \"2.5B\", int NumTrainEpochs = 4, long TrainSetTokens = 300_000_000"), static found => found.Id == "SCALE0004");

    [Fact]
    public void Hidden_WithoutAnotherWidth_IsTheWidth() => Assert.Contains("model.hidden_size 768 (Hidden)", Text(
        """[ScalingModel("gpt2"), ScalingBudget] public record Config(int Layers = 12, int Heads = 12, int Hidden = 768, int Vocab = 50304, int Ctx = 1024);"""), StringComparison.Ordinal);

    [Fact]
    public void SeqLen_WithoutAContext_SizesTheTableOfPositions() => Assert.Contains("model.context_length 512 (SeqLen)", Text(
        """[ScalingModel("gpt2"), ScalingBudget] public record Config(int Layers = 12, int Heads = 12, int Dim = 768, int Vocab = 50304, int SeqLen = 512);"""), StringComparison.Ordinal);

    [Theory]
    [InlineData("int MicroBatchSize = 8, int NumNodes = 4, int GpusPerNode = 8", "256 (MicroBatchSize x NumNodes x GpusPerNode)")]
    [InlineData("int MicroBatchSize = 8, int NumNodes = 4, int GpusPerNode = 8, int NumGpus = 32", "256 (MicroBatchSize x NumGpus)")]
    [InlineData("int MicroBatchSize = 4, int GradAccum = 8, int WorldSize = 32, int TensorParallelSize = 4", "256 (MicroBatchSize x WorldSize / TensorParallelSize x GradAccum)")]
    [InlineData("int PerDeviceBatchSize = 4, int GradAccum = 8, int WorldSize = 32, int TensorParallelSize = 4, int PipelineParallelSize = 2", "128 (PerDeviceBatchSize x WorldSize / (TensorParallelSize x PipelineParallelSize) x GradAccum)")]
    [InlineData("int MicroBatchSize = 4, int WorldSize = 32, int DataParallelSize = 8", "32 (MicroBatchSize x DataParallelSize)")]
    [InlineData("int BatchSize = 64, int WorldSize = 8, int TensorParallelSize = 8", "64 (BatchSize")]
    [InlineData("int BatchSize = 64, int MicroBatchSize = 8, int GradAccum = 8", "64 (BatchSize)")]
    [InlineData("int BatchSize = 512, int MicroBatchSize = 8, int GradAccum = 8, int WorldSize = 8", "512 (BatchSize)")]
    [InlineData("int BatchSize = 512, int MicroBatchSize = 8", "512 (BatchSize)")]
    public void Batch_OfSeveralDevicesOrPasses_IsThatOfAll(string members, string stated) => Assert.Contains("training.batch_sequences " + stated, Budget(members), StringComparison.Ordinal);

    [Theory]
    [InlineData("int MicroBatchSize = 8, int GpusPerNode = 8", "'MicroBatchSize' is of one device, and no member says how many there are, as [ScalingKey(\"hardware.count\")] does, ")]
    [InlineData("int MicroBatchSize = 8, int NumGpus = 8, int NumNodes = 4", "'MicroBatchSize' is of one device, and 'NumGpus' may be those of one or of all of 'NumNodes', ")]
    [InlineData("int MicroBatchSize = 8, int WorldSize = 6, int TensorParallelSize = 4", "'MicroBatchSize' is of one copy of the model, and the 6 of 'WorldSize' do not divide by the 4 of 'TensorParallelSize', ")]
    [InlineData("int BatchSize = 512, int MicroBatchSize = 8, int GradAccum = 8", "'BatchSize' is not 'MicroBatchSize' x 'GradAccum', so it may be of one pass or of all, ")]
    [InlineData("int BatchSize = 8, int NumNodes = 4, int GpusPerNode = 8", "'BatchSize' may be of one or of all of the 32 of 'NumNodes x GpusPerNode', ")]
    public async Task Batch_OfWhichNobodySaysHowManyTakeIt_IsUnknown(string members, string message)
    {
        var (id, text) = Said(Assert.Single(await Analyze(members + ", int MaxSteps = 40000")));

        Assert.Equal("SCALE0005", id);
        Assert.StartsWith(message + "so what depends on it is not checked; ", text, StringComparison.Ordinal);
    }

    private static string Budget(string members, string attribute = "\"gpt2\"") => Text($"[ScalingModel({attribute}), ScalingBudget] public record Config({Sizes}, {members});");

    private static string Text(string code) => Assert.Single(new Project().Code("using ScalingSdk;\n" + code).Generate()).SourceText.ToString();

    private static async Task<Diagnostic[]> Analyze(string members, string attribute = "\"gpt2\"", string construction = "new()") => [.. await new Project().Code($$"""
        using ScalingSdk;
        [ScalingModel({{attribute}})] public record Config({{Sizes}}, {{members}});
        static class Use { static readonly Config One = {{construction}}; }
        """).Analyze()];

    private static (string Id, string Message) Said(Diagnostic found) => (found.Id, found.GetMessage(CultureInfo.InvariantCulture));
}
