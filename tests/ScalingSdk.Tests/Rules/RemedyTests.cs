using System.Globalization;
using ScalingSdk.Diagnostics;
using ScalingSdk.Docs;
using ScalingSdk.Json.Editing;
using ScalingSdk.Tests.Specs;

namespace ScalingSdk.Tests.Rules;

/// <summary>A remedy ends its finding: the number that a message asks for is enough, to the last digit that it prints.</summary>
public sealed class RemedyTests
{
    public static TheoryData<string> Ids =>
        ["SCALE1002", "SCALE1003", "SCALE2001", "SCALE2002", "SCALE2003", "SCALE2004", "SCALE3001", "SCALE3003", "SCALE4001", "SCALE4002", "SCALE4003",
            "SCALE4004", "SCALE4005", "SCALE5002", "SCALE5004", "SCALE6001"];

    [Theory]
    [InlineData("""{ "tokens": "60B", "unique_tokens": "6B" }""", "SCALE1003", "\"24B\"")]
    [InlineData("""{ "unique_tokens": "6B", "epochs": 10 }""", "SCALE1003", "4")]
    [InlineData("""{ "unique_tokens": "10M", "epochs": 80 }""", "SCALE1004", null)]
    [InlineData("""{ "tokens": "10B", "unique_tokens": "5B", "epochs": 2 }""", null, null)]
    [InlineData("""{ "tokens": "60B", "unique_tokens": "6B", "epochs": 10 }""", "SCALE1003", null)]
    public void Remedy_OfEpochs_WritesTheKeyThatTheSpecHas(string data, string? id, string? value)
    {
        var finding = RuleDocs.FindingsOf($$"""{ "model": { "parameters": "124M" }, "data": {{data}} }""").SingleOrDefault();

        Assert.Equal(id, finding?.Rule.Id);
        Assert.Equal(value, finding?.Remedy?.Edits.Single().Text);
    }

    /// <summary>A size, what a spec states beside it, the rule, and what its remedy writes.</summary>
    [Theory]
    [InlineData("405B", """ "training": { "batch_tokens": "16M", "steps": 150000 }""", "SCALE1002", "training.steps = 427670")]
    [InlineData("405B", """ "data": { "tokens": "2.5T", "unique_tokens": "30T" }""", "SCALE1002", "data.tokens = \"6.85T\"")]
    [InlineData("124M", """ "data": { "unique_tokens": "4.5B" }, "training": { "batch_sequences": 128, "steps": 200000, "sequence_length": 1024 }""", "SCALE1003", "training.steps = 137329")]
    [InlineData("124M", """ "data": { "unique_tokens": "4.5B", "tokens": "50B" }, "training": { "batch_tokens": "0.5M", "steps": 100000 }""", "SCALE1003", "training.steps = 36000, data.tokens = 18000000000")]
    [InlineData("124M", """ "training": { "batch_sequences": 128, "steps": 100000, "sequence_length": 1024 }, "limits": { "flops": "9e18" }""", "SCALE4001", "training.steps = 92291")]
    [InlineData("124M", """ "data": { "tokens": "10B" }, "training": { "batch_sequences": 4883, "sequence_length": 1024 }""", "SCALE2002", "training.batch_sequences = 4882")]
    [InlineData("124M", """ "training": { "batch_tokens": "20M", "steps": 500 }""", "SCALE2002", "training.batch_tokens = 5000000, training.steps = 2000")]
    [InlineData("124M", """ "training": { "batch_tokens": "60M", "steps": 5000 }""", "SCALE2001", "training.batch_tokens = 1671487, training.steps = 179481")]
    [InlineData("124M", """ "data": { "tokens": "10B" }, "training": { "zero_stage": 1 }, "hardware": { "accelerator": "H100-SXM", "count": 8 }, "limits": { "memory": "0.6 GB" }""", "SCALE4004", "training.zero_stage = 2")]
    [InlineData("124M", """ "data": { "tokens": "10B" }, "training": { "zero_stage": 1 }, "hardware": { "accelerator": "H100-SXM", "count": 8 }, "limits": { "memory": "0.4 GB" }""", "SCALE4004", "training.zero_stage = 3")]
    [InlineData("", """ "budget": { "target_loss": 3.2 }, "laws": { "allocation": "kaplan-2020" }""", "SCALE0004", "laws.allocation = \"besiroglu-2024\"")]
    public void Remedy_InTheKeysThatTheSpecHas_EndsTheFinding(string size, string rest, string id, string written)
    {
        var model = size.Length == 0 ? "" : $$""" "model": { "parameters": "{{size}}" },""";
        var spec = $"{{ {model} {rest} }}";

        var remedy = RuleDocs.FindingsOf(spec).Single(finding => finding.Rule.Id == id).Remedy!;

        Assert.Equal(written, string.Join(", ", remedy.Edits.Select(edit => $"{string.Join('.', edit.Path)} = {edit.Text}")));
        Assert.DoesNotContain(RuleDocs.FindingsOf(SpecEditor.Apply(spec, remedy.Edits)!), finding => finding.Rule.Id == id || finding.Severity == Severity.Error);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Remedy_OfThePagesExample_EndsTheFinding(string id)
    {
        var example = RuleDocs.Example(Repository.Read("docs", "rules", id + ".md"))!;
        var remedy = RuleDocs.FindingsOf(example).Single(finding => finding.Rule.Id == id).Remedy;

        Assert.NotNull(remedy);
        var after = RuleDocs.FindingsOf(SpecEditor.Apply(example, remedy.Edits)!);
        Assert.DoesNotContain(after, finding => finding.Rule.Id == id || finding.Severity == Severity.Error);
    }

    [Theory]
    [InlineData("8")]
    [InlineData("1")] // whose states are a part of the memory that counts
    public void Remedy_OfAMicroBatchThatDoesNotFit_IsTheLargestThatDoes(string devices)
    {
        var spec = $$"""
            { "model": {{SpecFixture.PaddedGpt2}}, "data": { "tokens": "100B" }, "hardware": { "accelerator": "H100-SXM", "count": {{devices}} },
              "training": { "micro_batch_sequences": 512 } }
            """;

        var most = RuleDocs.FindingsOf(spec).Single(finding => finding.Rule.Id == "SCALE4004").Remedy!.Edits.Single();

        Assert.Equal(["training", "micro_batch_sequences"], most.Path);
        Assert.DoesNotContain(RuleDocs.FindingsOf(SpecEditor.Apply(spec, [most])!), finding => finding.Rule.Id == "SCALE4004");
        var more = (int.Parse(most.Text, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
        Assert.Contains(RuleDocs.FindingsOf(SpecEditor.Apply(spec, [most with { Text = more }])!), finding => finding.Rule.Id == "SCALE4004");
    }
}
