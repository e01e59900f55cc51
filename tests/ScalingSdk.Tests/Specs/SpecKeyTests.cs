using System.Globalization;
using System.Text.RegularExpressions;
using ScalingSdk.Json.Editing;
using ScalingSdk.Laws;
using ScalingSdk.Reports;
using ScalingSdk.Specs;

namespace ScalingSdk.Tests.Specs;

/// <summary>The table of keys: each key does something, and what other tools call it leads to it.</summary>
public sealed class SpecKeyTests
{
    // Where a key contradicts one spec it fits another.
    private static readonly string[] Bases =
    [
        $$"""{ "model": {{SpecFixture.PaddedGpt2}}, "data": { "tokens": "10B", "unique_tokens": "2B" }, "training": { "sequence_length": 1024, "batch_tokens": "0.5M" }, "hardware": { "accelerator": "H100-SXM", "count": 8, "price_per_hour": 2.5 } }""",
        $$"""{ "model": {{SpecFixture.PaddedGpt2}}, "data": { "unique_tokens": "2B" }, "training": { "batch_tokens": "0.5M" } }""",
        $$"""{ "model": {{SpecFixture.PaddedGpt2}}, "data": { "tokens": "10B" }, "transfer": { "training_loss": 3, "other_loss": 4 } }""",
        $$"""{ "model": {{SpecFixture.PaddedGpt2}}, "data": { "tokens": "10B" }, "hardware": { "accelerator": "mine", "peak_flops": "500 TFLOP/s", "memory": "80 GB", "power": "700 W", "count": 8 } }""",
        """{ "model": { "parameters": "1B" }, "hardware": { "accelerator": "H100-SXM", "count": 8, "price_per_hour": 2.5 } }""",
        """{ "model": { "parameters": "1B" }, "training": { "batch_tokens": "0.5M" } }""",
        """{ "data": { "tokens": "10B" } }""",
        """{ "model": { "parameters": "1B" }, "data": { "tokens": "10B" }, "training": { "schedule_tokens": "1T" } }""",
        $$"""{ "model": {{SpecFixture.Llama2Config}}, "data": { "tokens": "10B" }, "training": { "tensor_parallel": 2, "pipeline_parallel": 4 }, "hardware": { "accelerator": "H100-SXM", "count": 64 } }""",
        """{ "model": { "architecture": "mixtral", "layers": 32, "hidden_size": 4096, "attention_heads": 32, "key_value_heads": 8, "intermediate_size": 14336, "vocabulary_size": 32000, "experts": 8, "active_experts": 2 }, "data": { "tokens": "1T" }, "hardware": { "accelerator": "H100-SXM", "count": 64 } }""",
    ];

    private static readonly double[] Factors = [2, 1.5, 0.5, 1e-3, 1e-6, 100];

    public static TheoryData<string> Keys => [.. SpecKeys.All.Select(static key => key.ToString())];

    [Theory, MemberData(nameof(Keys))]
    public void Key_TwoValues_GiveTwoPlansOrFindings(string path)
    {
        var key = KeyOf(path);
        var results = Bases.SelectMany(text => Values(key).Select(value => (text, Result: Outcome(text, key, value))).Where(static pair => pair.Result is not null))
            .GroupBy(static pair => pair.text, static pair => pair.Result, StringComparer.Ordinal);

        Assert.True(results.Any(static same => same.Distinct(StringComparer.Ordinal).Count() > 1),
            $"'{path}' changes no plan and no finding: let a rule, a law or a figure read it, or remove it from the table");
    }

    [Theory, MemberData(nameof(Keys))]
    public void Key_ItsExample_IsAccepted(string path)
    {
        var key = KeyOf(path);

        Assert.True(key.Accepts(Json.JsonReader.Read(JsonQuote.Of(key.Example)).Root!), $"the example '{key.Example}' of '{path}' is not a value of it");
    }

    [Fact]
    public void ForeignNames_NameNoKeyOfTheirOwnSection() => Assert.All(SpecKeys.All, key =>
        Assert.DoesNotContain(key.ForeignNames, name => SpecKeys.Find(key.Section, name) is not null));

    [Theory]
    [InlineData("training", "lr", "3e-4", "'lr' is not a key of 'training'; write \"learning_rate\": peak learning rate")]
    [InlineData("training", "max_steps", "1000", "'max_steps' is not a key of 'training'; write \"steps\": optimizer steps")]
    [InlineData("hardware", "gpus", "8", "'gpus' is not a key of 'hardware'; write \"count\": how many devices")]
    [InlineData("training", "warmup", "2000", "'warmup' is not a key of 'training'; write \"warmup_steps\": steps over which the learning rate rises")]
    [InlineData("training", "gpus", "8", "'gpus' is not a key of 'training'; write \"count\" in 'hardware': how many devices")]
    [InlineData("data", "learning_rate", "3e-4", "'learning_rate' is not a key of 'data'; write the one that you mean, \"learning_rate\" in 'training' or \"learning_rate\" in 'laws' (learning_rate: peak learning rate; learning_rate: the law of the learning rate)")]
    public void ForeignName_NamesTheRightKey(string section, string name, string value, string message)
    {
        var finding = SpecFixture.TheFinding("SCALE0002", SpecFixture.Run(With(section, name, value)));

        Assert.Equal(message, finding.Message);
    }

    [Theory]
    [InlineData("training", "lr", "3e-4")]
    [InlineData("training", "gpus", "8")]
    [InlineData("training", "unique_tokens", "2B")]
    public void ForeignName_ItsRemedy_EndsTheFinding(string section, string name, string value)
    {
        var text = With(section, name, value);
        var remedy = SpecFixture.TheFinding("SCALE0002", SpecFixture.Run(text)).Remedy!;

        var mended = SpecFixture.Run(SpecEditor.Apply(text, remedy.Edits)!);

        Assert.Empty(SpecFixture.Of("SCALE0002", mended));
        Assert.NotNull(mended.Plan);
    }

    [Fact]
    public void BatchSize_CanBeTokensOrSequences_AndIsNotGuessed()
    {
        var finding = SpecFixture.TheFinding("SCALE0002", SpecFixture.Run(With("training", "batch_size", "512")));

        Assert.Contains("\"batch_tokens\" or \"batch_sequences\"", finding.Message, StringComparison.Ordinal);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void VocabInTheModel_NamesTheNearestDimension() =>
        Assert.Contains(SpecFixture.Run("""{ "model": { "architecture": "gpt2", "vocab": 50304 } }""").Findings, static finding =>
            finding.Message.Contains("'vocab' is not a key of a model; did you mean 'vocabulary_size'?", StringComparison.Ordinal));

    private static SpecKey KeyOf(string path) => SpecKeys.All.Single(key => key.ToString() == path);

    private static string With(string section, string name, string value) => SpecEditor.Apply(
        $$"""{ "model": {{SpecFixture.PaddedGpt2}}, "data": { "tokens": "10B" }, "{{section}}": {} }"""
            .Replace("\"data\": { \"tokens\": \"10B\" }, \"data\": {}", "\"data\": { \"tokens\": \"10B\" }", StringComparison.Ordinal),
        [SpecEdit.Set(JsonQuote.Of(value), section, name)])!;

    /// <summary>Plan and findings, or null where the value contradicts the spec.</summary>
    private static string? Outcome(string text, SpecKey key, string value)
    {
        if (key == SizeKeys.Config)
            text = """{ "data": { "tokens": "10B" } }""";
        else if (key == SizeKeys.Parameters)
            text = SpecEditor.Apply(text, [SpecEdit.Remove("model")]) ?? text;
        var edited = SpecEditor.Apply(text, [SpecEdit.Set(JsonQuote.Of(value), key.Path)])!;
        var result = SpecFixture.Run(edited, ("dir/config.json", SpecFixture.Llama2Config), ("dir/small.json", SpecFixture.Llama2Config.Replace("32,", "16,", StringComparison.Ordinal)));

        // A question that one law answers takes no other: the finding says so.
        return result.Plan is null && key.Section is not "laws" ? null : result.Plan?.ToJson() + string.Join('\n', result.Findings.Select(static finding => finding.Rule.Id + finding.Message));
    }

    private static IEnumerable<string> Values(SpecKey key)
    {
        if (key.Choices.Count > 0)
            return key.Choices;
        if (key == SizeKeys.Config)
            return [key.Example, "small.json"];
        if (key == HardwareKeys.Accelerator)
            return [key.Example, "A100-SXM-80GB"];
        if (key.Section is "laws")
            return LawRegistry.All.Select(static law => law.Info.Id);
        return Factors.Select(factor => Scaled(key.Example, factor)).Prepend(key.Example).Concat(key.AllowsZero ? ["0"] : [])
            .Where(value => key.Accepts(Json.JsonReader.Read(JsonQuote.Of(value)).Root!));
    }

    private static string Scaled(string example, double factor) => Regex.Replace(example, "^[0-9.]+(e-?[0-9]+)?",
        number => (double.Parse(number.Value, CultureInfo.InvariantCulture) * factor).ToString("0.###############", CultureInfo.InvariantCulture), RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
}
