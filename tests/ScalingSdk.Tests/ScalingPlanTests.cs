using ScalingSdk.Diagnostics;
using ScalingSdk.Reports;
using ScalingSdk.Tests.Specs;
using ScalingSdk.Text;

namespace ScalingSdk.Tests;

/// <summary>The library's front: plans from plain numbers and from files.</summary>
public sealed class ScalingPlanTests
{
    private static readonly Model Gpt2 = Model.Gpt2(layers: 12, hiddenSize: 768, attentionHeads: 12);

    [Fact]
    public void Create_FromNumbers_IsThePlanOfTheSameSpec()
    {
        var created = ScalingPlan.Create(new() { Name = "Sample", Model = Gpt2, Tokens = 10e9, UniqueTokens = 2e9, SequenceLength = 1024, BatchTokens = 5e5 });

        var read = SpecFixture.Run($$"""{ "name": "Sample", "model": {{SpecFixture.PaddedGpt2}}, "data": { "tokens": 10000000000, "unique_tokens": 2000000000 }, "training": { "sequence_length": 1024, "batch_tokens": 500000 } }""");
        Assert.Equal(read.Plan!.ToJson(), created.ToJson());
        Assert.Equal(read.Findings.Select(static finding => finding.Rule.Id), created.Findings.Select(static finding => finding.Rule.Id));
    }

    [Fact]
    public void Create_AFinding_NamesThePropertyThatItIsAbout()
    {
        var plan = ScalingPlan.Create(new() { Model = Gpt2, Tokens = 10e9, UniqueTokens = 2e9 });

        var finding = plan.Findings.First(static finding => finding.Rule.Id == "SCALE1001");
        Assert.Equal((OriginKind.Code, nameof(PlanRequest.UniqueTokens)), (finding.Origin.Kind, finding.Origin.Name));
    }

    [Fact]
    public void Create_OfALlama_CountsItsParameters() => Assert.Equal(
        6_738_415_616,
        ScalingPlan.Create(new() { Model = Model.Llama(layers: 32, hiddenSize: 4096, attentionHeads: 32, intermediateSize: 11008, vocabularySize: 32000), Tokens = 1e12 }).Parameters);

    [Fact]
    public void Create_OfAStatedActiveSize_ComputesWithIt() => Assert.Equal(
        5e9,
        ScalingPlan.Create(new() { Model = Model.OfSize(116e9, activeParameters: 5e9), Tokens = 1e12 }).Details.Size.Counts.Active.Count);

    [Fact]
    public void Create_OfAnActiveSizeAboveTheTotal_SaysSo() => Assert.Contains(
        "more than the",
        Assert.ThrowsAny<Exception>(static () => ScalingPlan.Create(new() { Model = Model.OfSize(5e9, activeParameters: 7e9), Tokens = 1e12 })).Message, StringComparison.Ordinal);

    [Fact]
    public void Create_OfBlocks_CountsThem() => Assert.Equal(
        53_952,
        ScalingPlan.Create(new()
        {
            Model = Model.OfBlocks(64, 100, [new Dictionary<string, object> { ["layers"] = 1, ["attention_heads"] = 4, ["intermediate_size"] = 128 }]),
            Tokens = 1e6,
        }).Parameters);

    [Fact]
    public void Create_FromComputeAlone_ProposesSizeAndTokens()
    {
        var plan = ScalingPlan.Create(new() { Flops = 1e21 });

        Assert.InRange(6 * plan.Parameters * plan.Tokens!.Value, 0.99e21, 1.01e21);
    }

    [Fact]
    public void Create_TimeOnDevices_GivesTokens() => Assert.NotNull(
        ScalingPlan.Create(new() { Model = Model.OfSize(1e9), Time = TimeSpan.FromDays(3), Accelerator = "H100-SXM", Devices = 8 }).Tokens);

    [Fact]
    public void Create_AnyKey_IsTakenByItsName()
    {
        var plan = ScalingPlan.Create(new() { Model = Gpt2, Tokens = 10e9, ["training.optimizer"] = "muon" });

        Assert.Equal(ScalingSdk.Hardware.Memory.Optimizer.Muon, plan.Details.Spec.Training.Optimizer!.Value);
    }

    public static TheoryData<PlanRequest, string> Wrong => new()
    {
        { new() { Model = Gpt2, Tokens = -1 }, "SCALE0004: 'Tokens': '-1' is negative" },
        { new() { Model = Gpt2, Tokens = double.NaN }, "SCALE0004: 'Tokens': 'NaN' is not a finite number" },
        { new() { Model = Gpt2, Tokens = 1e10, UniqueTokens = 1e9, Epochs = 3 }, "SCALE0004: 'Epochs'" },
        { new() { Tokens = 1e10 }, "SCALE0003" },
        { new() { Model = Gpt2, Steps = 1000 }, "SCALE0003: 'Steps' of '1000' gives no tokens without a batch; state 'BatchTokens'" },
        { new() { Model = Model.Gpt2(12, 770, 12), Tokens = 1e10 }, "SCALE0004: 'hidden_size' 770 does not divide by 'attention_heads' 12" },
        { new() { Model = Model.FromConfig("nowhere.json"), Tokens = 1e10 }, "SCALE0001" },
        { new() { Model = Gpt2, Tokens = 1e10, Accelerator = "H101" }, "SCALE0004: 'Accelerator': 'H101' is not a known accelerator" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void Create_WrongValues_NamesTheProperty(PlanRequest request, string message)
    {
        var thrown = Assert.Throws<ScalingPlanException>(() => ScalingPlan.Create(request));

        Assert.StartsWith(message, thrown.Message, StringComparison.Ordinal);
        Assert.Contains(thrown.Findings, static finding => finding.Severity == Severity.Error);
    }

    [Fact]
    public void Request_KeyWithoutSection_IsRefused() => Assert.Throws<ArgumentException>(() => new PlanRequest { ["optimizer"] = "muon" });

    [Fact]
    public async Task Load_AFileThatNamesAnother_ReadsBoth()
    {
        var folder = Directory.CreateTempSubdirectory("scaling plan ").FullName;
        try
        {
            var path = Path.Combine(folder, "A.scaling.json");
            await File.WriteAllTextAsync(path, """{ "model": { "config": "config.json" }, "data": { "tokens": "1T" } }""");
            await File.WriteAllTextAsync(Path.Combine(folder, "config.json"), SpecFixture.Llama2Config);

            var (now, later) = (ScalingPlan.Load(path), await ScalingPlan.LoadAsync(path));

            Assert.Equal(6_738_415_616, now.Parameters);
            Assert.Equal(now.ToJson(), later.ToJson());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task LoadAsync_Cancelled_Ends()
    {
        var path = Repository.Path("samples", "QuickStart", "Gpt2Small.scaling.json");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ScalingPlan.LoadAsync(path, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Load_NoFile_IsAnInputError() => Assert.ThrowsAny<IOException>(() => ScalingPlan.Load("nowhere.scaling.json"));
}
