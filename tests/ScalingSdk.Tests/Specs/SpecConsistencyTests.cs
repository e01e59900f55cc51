using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Specs;

/// <summary>Values that contradict each other, or that need another, are named with what to remove or add.</summary>
public sealed class SpecConsistencyTests
{
    private const string SevenBillion = "\"model\": { \"parameters\": \"7B\" }";

    [Theory]
    [InlineData($$"""{ {{SevenBillion}}, "budget": { "flops": "1e21", "time": "3 days" }, "hardware": { "accelerator": "H100-SXM" } }""",
        "\"3 days\"", "'budget.time': '3 days' stands beside 'budget.flops' of '1e21'", "write this one as 'limits.time'")]
    [InlineData($$"""{ {{SevenBillion}}, "data": { "tokens": "1T" }, "budget": { "flops": "1e21" } }""",
        "\"1e21\"", "the size and 1T tokens fix the compute at 4.2e22 FLOP already", "write 'flops' under 'limits'")]
    [InlineData($$"""{ {{SevenBillion}}, "data": { "tokens": "1T" }, "training": { "steps": 1000, "batch_tokens": "4M" } }""",
        "1000", "'1000' steps of 4M tokens are 4B tokens, not the 1T of 'data'", "remove one of the three")]
    [InlineData($$"""{ {{SevenBillion}}, "training": { "sequence_length": 2048, "batch_tokens": "4M", "batch_sequences": 8 } }""",
        "8", "'8' sequences of 2,048 tokens are 16,400 tokens, not the '4M' of 'batch_tokens'", "remove one of the two")]
    [InlineData($$"""{ {{SevenBillion}}, "budget": { "target_loss": 1.9 } }""",
        "1.9", "'1.9' nats per token is below what a model of this size with unlimited tokens reaches, 1.999", "write more than that")]
    [InlineData("""{ "budget": { "target_loss": 1.5 } }""",
        "1.5", "below what an unlimited model with unlimited tokens reaches, 1.817", "write more than that")]
    [InlineData("""{ "data": { "tokens": "1B" }, "budget": { "target_loss": 2.5 } }""",
        "2.5", "below what a model of unlimited size with 1B tokens reaches, 2.881", "write more than that")]
    [InlineData($$"""{ {{SevenBillion}}, "training": { "tensor_parallel": 3 }, "hardware": { "accelerator": "H100-SXM", "count": 8 } }""",
        "3", "tensor times pipeline parallel is 3, which does not divide the '8' devices", "change one of them")]
    [InlineData($$"""{ {{SevenBillion}}, "training": { "tensor_parallel": 2, "context_parallel": 8 }, "hardware": { "accelerator": "H100-SXM", "count": 8 } }""",
        "2", "tensor times pipeline times context parallel is 16, which does not divide the '8' devices", "change one of them")]
    [InlineData($$"""{ {{SevenBillion}}, "training": { "virtual_pipeline": 2 }, "hardware": { "accelerator": "H100-SXM", "count": 8 } }""",
        "2", "'2' chunks of layers a stage need more than one stage", "state 'training.pipeline_parallel' too, or remove it")]
    [InlineData($$"""{ "model": {{PaddedGpt2}}, "training": { "expert_parallel": 4 }, "hardware": { "accelerator": "H100-SXM", "count": 8 } }""",
        "4", "'4' devices cannot share out experts: the model has none", "remove it")]
    [InlineData($$"""{ {{SevenBillion}}, "training": { "sequence_parallel": true } }""", "true", "expected one of 'on', 'off'", "got true")]
    [InlineData($$"""{ {{SevenBillion}}, "training": { "precision": "fp8" }, "hardware": { "accelerator": "A100" } }""",
        "\"fp8\"", "has no dense 'fp8' figure; it has", "'bf16' (312 TFLOP/s)")]
    [InlineData($$"""{ {{SevenBillion}}, "hardware": { "accelerator": "H100-SMX" } }""",
        "\"H100-SMX\"", "'H100-SMX' is not a known accelerator", "did you mean 'H100-SXM'? For your own, add 'peak_flops' and 'memory'")]
    [InlineData($$"""{ {{SevenBillion}}, "hardware": { "accelerator": "8xH100-SXM" } }""",
        "\"8xH100-SXM\"", "'8xH100-SXM' is a number of devices and a device", "write \"accelerator\": \"H100-SXM\", \"count\": 8")]
    [InlineData($$"""{ {{SevenBillion}}, "hardware": { "accelerator": "mine", "peak_flops": "100 TFLOP/s" } }""",
        "\"100 TFLOP/s\"", "needs its memory too", "\"memory\": \"80 GB\"")]
    [InlineData($$"""{ {{SevenBillion}}, "training": { "optimizer": "adamv" } }""",
        "\"adamv\"", "'adamv' is not known", "did you mean 'adamw'? Known are 'adamw', 'adam-8bit', 'sgd-momentum', 'lion', 'adafactor', 'muon'")]
    [InlineData($$"""{ {{SevenBillion}}, "training": { "zero_stage": 4 } }""", "4", "'4' is too large", "at most '3'")]
    public void Contradiction_IsNamedOnItsValue_WithTheRemedy(string text, string underlined, string conflict, string remedy)
    {
        var result = Run(text);

        var finding = TheFinding(result);
        Assert.Equal("SCALE0004", finding.Rule.Id);
        Assert.Equal(underlined, Underlined(text, finding));
        Assert.Contains(conflict, finding.Text, StringComparison.Ordinal);
        Assert.Contains(remedy, finding.Text, StringComparison.Ordinal);
        Assert.Null(result.Plan);
    }

    [Theory]
    [InlineData($$"""{ {{SevenBillion}}, "budget": { "time": "3 days" } }""", "\"3 days\"", "add \"hardware\": { \"accelerator\": \"H100-SXM\"")]
    [InlineData($$"""{ {{SevenBillion}}, "budget": { "cost": 2000 }, "hardware": { "accelerator": "H100-SXM" } }""", "2000", "add \"price_per_hour\": 2.5")]
    [InlineData($$"""{ {{SevenBillion}}, "budget": { "time": "3 days" }, "hardware": { "accelerator": "Apple M2 Ultra" } }""", "\"3 days\"", "gives no compute: 'M2-Ultra' is known by its memory alone")]
    [InlineData($$"""{ {{SevenBillion}}, "budget": { "time": "3 days" }, "hardware": { "accelerator": "M2-Ultra" } }""", "\"3 days\"", "add \"peak_flops\": \"30 TFLOP/s\" to 'hardware'")]
    [InlineData($$"""{ {{SevenBillion}}, "training": { "steps": 1000 } }""", "1000", "add \"batch_tokens\": \"0.5M\"")]
    [InlineData("""{ "budget": { "flops": "1e21" }, "laws": { "allocation": "deepseek-2024" } }""", "\"1e21\"", "add a 'model'")]
    [InlineData($$"""{ {{SevenBillion}}, "transfer": { "other_loss": 3 } }""", "{ \"other_loss\": 3 }", "add the other")]
    public void MissingValue_IsNamedWithWhatToAdd(string text, string underlined, string remedy)
    {
        var result = Run(text);

        var finding = TheFinding(result);
        Assert.Equal("SCALE0003", finding.Rule.Id);
        Assert.Equal(underlined, Underlined(text, finding));
        Assert.Contains(remedy, finding.Text, StringComparison.Ordinal);
        Assert.Null(result.Plan);
    }

    [Theory]
    [InlineData($$"""{ {{SevenBillion}}, "data": { "tokens": "1T" }, "budget": { "flops": "4.2e22" } }""")]
    [InlineData($$"""{ {{SevenBillion}}, "training": { "sequence_length": 4096, "batch_tokens": "4M", "batch_sequences": 977 } }""")]
    [InlineData($$"""{ {{SevenBillion}}, "data": { "tokens": "1T" }, "training": { "steps": 250000, "batch_tokens": "4M" } }""")]
    public void TwoWaysToTheSameNumber_AreNoContradiction(string text) => Assert.NotNull(Run(text).Plan);

    [Theory]
    [InlineData("model:\n  parameters: 7B\n  # all of it\ndata:\n  tokens: 1e12\nname: Big\n", """write { "model": { "parameters": "7B" }, "data": { "tokens": 1e12 }, "name": "Big" }""")]
    [InlineData("---\nmodel:\n  blocks:\n    - layers: 2\n", """write { "model": { "parameters": "7B" }, "data": { "tokens": "140B" } }""")]
    [InlineData("model:\r  parameters: 7B\rdata:\r  tokens: 1e12\r", """write { "model": { "parameters": "7B" }, "data": { "tokens": 1e12 } }""")]
    [InlineData("- model\n- data\n", """write { "model": { "parameters": "7B" }""")]
    [InlineData("---\n{ \"model\": { \"parameters\": \"7B\" } }\n", """write { "model": { "parameters": "7B" }""")]
    public void Yaml_IsRefusedWithTheJsonToWrite(string text, string help)
    {
        var finding = TheFinding(Run(text));

        Assert.Equal("SCALE0001", finding.Rule.Id);
        Assert.Contains("this is YAML, and a spec is JSON", finding.Text, StringComparison.Ordinal);
        Assert.Contains(help, finding.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/etc/shadow", "'/etc/shadow' is outside the spec's folder and no .json file, so it is not read")]
    [InlineData("../../secret.txt", "is outside the spec's folder and no .json file")]
    [InlineData("../other/config.json", "../other/config.json(1,1): the file is not JSON")]
    public void FileElsewhere_IsReadByItsKindAlone_AndNotQuoted(string file, string message)
    {
        var finding = TheFinding(SpecPipeline.Run("dir/sub/Sample.scaling.json", $$"""{ "model": { "config": "{{file}}" }, "data": { "tokens": "1B" } }""", static _ => "hunter2:x"));

        Assert.Contains(message, finding.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void MisspeltModel_BesideABudget_ProposesNothing()
    {
        var result = Run("""{ "modle": { "parameters": "7B" }, "budget": { "flops": "1e21" } }""");

        Assert.Equal("SCALE0002", TheFinding(result).Rule.Id);
        Assert.Null(result.Plan);
    }
}
