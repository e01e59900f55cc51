using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>Values that say 'no limit', and values that no key takes.</summary>
public sealed class OpenValueTests
{
    private const string Sizes = "public int VocabSize = 50304, BlockSize = 1024, NLayer = 12, NHead = 12, NEmbd = 768, BatchSize = 480;";

    [Theory]
    [InlineData("public int MaxSteps = int.MaxValue;")]
    [InlineData("public int MaxEpochs = int.MaxValue;")]
    [InlineData("public long MaxSteps = long.MaxValue;")]
    [InlineData("public ulong MaxSteps = ulong.MaxValue;")]
    [InlineData("public uint MaxSteps = uint.MaxValue;")]
    [InlineData("public int MaxSteps = -1;")]
    [InlineData("public double MaxEpochs = double.MaxValue;")]
    [InlineData("public double MaxEpochs = double.PositiveInfinity;")]
    [InlineData("public double Epochs = double.NaN;")]
    public async Task NoLimit_OfARun_LeavesItOpen(string member) => Assert.Empty(await Analyze("(\"gpt2\")", member));

    [Theory]
    [InlineData("public double Dropout = 1.5;", "1.5")]
    [InlineData("public double Dropout = -0.1;", "-0.1")]
    [InlineData("public double Lr = -3e-4;", "-3e-4")]
    [InlineData("public double WeightDecay = -2;", "-2")]
    [InlineData("public int MaxSteps = -5;", "-5")]
    public async Task Value_ThatNoKeyTakes_IsAnError(string member, string underlined)
    {
        var found = Assert.Single(await Analyze("(\"gpt2\")", member));

        Assert.Equal(("SCALE0004", underlined), (found.Id, found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan)));
    }

    [Theory]
    [InlineData("public double Dropout = 0;")]
    [InlineData("public double WeightDecay = -1;")]
    [InlineData("public double Lr = 0;")]
    [InlineData("public double WarmupSteps = 0.03;")]
    [InlineData("public int DropoutPercent = 10;")]
    public async Task Value_ThatStatesNothingOrAShare_IsNoError(string member) => Assert.Empty(await Analyze("(\"gpt2\")", member));

    [Fact]
    public async Task Layers_BelowZero_AreKnownAndWrong()
    {
        var found = Assert.Single(await new Project().Code($$"""
            using ScalingSdk;
            [ScalingModel("gpt2")] public class Config { {{Sizes}} }
            static class Use { static readonly Config One = new() { NLayer = -3 }; }
            """).Analyze());

        Assert.Equal("SCALE0004", found.Id);
        Assert.Contains("'-3'", found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PerDeviceTrainBatchSize = 8, GradientAccumulationSteps = 4, NumGpus = 8", "training.batch_sequences 256 (PerDeviceTrainBatchSize x NumGpus x GradientAccumulationSteps)")]
    [InlineData("PerDeviceTrainBatchSize = 8, WorldSize = 8", "training.batch_sequences 64 (PerDeviceTrainBatchSize x WorldSize)")]
    [InlineData("MicroBatchSize = 8, GradientAccumulationSteps = 4, WorldSize = 8", "training.batch_sequences 256 (MicroBatchSize x WorldSize x GradientAccumulationSteps)")]
    [InlineData("BatchSize = 8, GradientAccumulationSteps = 4, WorldSize = 1", "training.batch_sequences 32 (BatchSize x GradientAccumulationSteps)")]
    [InlineData("BatchSize = 8, GradientAccumulationSteps = 4", "training.batch_sequences 32 (BatchSize x GradientAccumulationSteps)")]
    [InlineData("PerDeviceTrainBatchSize = 8, GlobalBatchSize = 512", "training.batch_sequences 512 (GlobalBatchSize)")]
    public void Batch_OfOneDevice_IsThatOfAll(string members, string stated) => Assert.Contains(
        stated,
        Assert.Single(new Project().Code($$"""using ScalingSdk; [ScalingModel("gpt2"), ScalingBudget] public class Config { public int VocabSize = 50304, BlockSize = 1024, NLayer = 12, NHead = 12, NEmbd = 768; public int {{members}}; }""").Generate()).SourceText.ToString(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("PerDeviceTrainBatchSize = 8, GradientAccumulationSteps = 4", "'PerDeviceTrainBatchSize' is of one device, and no member says how many there are, as [ScalingKey(\"hardware.count\")] does, so what depends on it is not checked; ")]
    [InlineData("BatchSize = 8, GradientAccumulationSteps = 4, WorldSize = 8", "'BatchSize' may be of one or of all of the 8 of 'WorldSize', so what depends on it is not checked; ")]
    public async Task Batch_OfUnknownDevices_IsUnknown(string members, string message)
    {
        var found = Assert.Single(await new Project().Code($$"""
            using ScalingSdk;
            [ScalingModel("gpt2")] public class Config { public int VocabSize = 50304, BlockSize = 1024, NLayer = 12, NHead = 12, NEmbd = 768, MaxSteps = 100; public int {{members}}; }
            static class Use { static readonly Config One = new(); }
            """).Analyze());

        Assert.Equal("SCALE0005", found.Id);
        Assert.StartsWith(message, found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static async Task<Diagnostic[]> Analyze(string attribute, string member) => [.. await new Project().Code($$"""
        using ScalingSdk;
        [ScalingModel{{attribute}}] public class Config { {{Sizes}} {{member}} }
        static class Use { static readonly Config One = new(); }
        """).Analyze()];
}
