using System.Globalization;
using ScalingSdk.Planning;

namespace ScalingSdk.Tests.Planning;

/// <summary>Which constants there are follows from the keys of a spec, never from its numbers.</summary>
public sealed class CodeConstantsTests
{
    private static readonly string[][] Sections =
    [
        ["\"model\": { \"parameters\": SIZE }", "\"model\": { \"architecture\": \"gpt2\", \"layers\": SMALL, \"hidden_size\": WIDE, \"attention_heads\": 8, \"vocabulary_size\": VOCABULARY, \"context_length\": 1024 }"],
        ["\"data\": { \"tokens\": TOKENS }", "\"data\": { \"tokens\": TOKENS, \"unique_tokens\": UNIQUE }", "\"budget\": { \"flops\": FLOPS }", "\"data\": { \"unique_tokens\": UNIQUE }"],
        ["", "\"hardware\": { \"accelerator\": \"H100-SXM\", \"count\": SMALL, \"price_per_hour\": SMALL }"],
        ["", "\"training\": { \"batch_tokens\": BATCH }", "\"training\": { \"learning_rate\": RATE, \"precision\": \"fp8\", \"micro_batch_sequences\": SMALL }"],
        ["", "\"inference\": { \"lifetime_tokens\": TOKENS, \"weight_bits\": 4 }"],
        ["", "\"laws\": { \"allocation\": \"chinchilla-a1\" }", "\"laws\": { \"allocation\": \"kaplan-2020\" }"],
    ];

    public static IEnumerable<string> Shapes() => Sections.Aggregate(
        (IEnumerable<string>)["{ "],
        static (texts, section) => texts.SelectMany(text => section.Select(part => part.Length == 0 ? text : text + (text.Length > 2 ? ", " : "") + part))).Select(static text => text + " }");

    [Fact]
    public void Constants_AnyNumbersUnderTheSameKeys_HaveTheSameNamesAndTypes()
    {
        var random = new Random(7);
        foreach (var shape in Shapes())
        {
            var expected = Declared(Fill(shape, random), out _);
            for (var i = 0; i < 12; i++)
            {
                var text = Fill(shape, random);
                Assert.True(string.Equals(expected, Declared(text, out _), StringComparison.Ordinal), $"{text} declares other constants than the same keys with other numbers; see CodeConstants");
            }
        }
    }

    [Theory]
    [InlineData("{ \"name\": \"Run7\", \"model\": { \"parameters\": \"7Q\" } }")]
    [InlineData("{ \"name\": \"Run7\", \"model\": ")]
    [InlineData("")]
    public void Constants_OfASpecWithoutAPlan_AreThereWithoutValues(string text)
    {
        var constants = CodeConstants.Of(null, text);

        Assert.Contains(constants, static constant => constant is { Name: "Tokens", IsWhole: true, Number: null });
        Assert.Contains(constants, static constant => constant is { Name: "PredictedLoss", IsWhole: false, Number: null });
        Assert.All(constants, static constant => Assert.StartsWith("No value: the spec has no plan", constant.Explanation[0], StringComparison.Ordinal));
    }

    // N = 12 l d^2 = 12 x 12 x 768^2; 5e3 N^0.74 = 3,685,469,777.4, rounded up.
    [Fact]
    public void Explanation_OfACount_BeginsWithItsTitleValueUnitAndEquation()
    {
        const string Text = """{ "model": { "architecture": "gpt2", "layers": 12, "hidden_size": 768, "attention_heads": 12, "vocabulary_size": 50304, "context_length": 1024 }, "data": { "tokens": "10B" } }""";
        var constant = CodeConstants.Of(PlanSamples.Plan(Text), Text).Single(static constant => constant.Name is "OverfittingThresholdTokens");

        Assert.Equal("Overfitting threshold: 3,685,469,778 unique tokens = 5e3 N^0.74 with N = 84,934,656 (kaplan-2020 eq. 4.4)", constant.Explanation[0]);
    }

    [Theory]
    [InlineData("1234", "1234")]
    [InlineData("-1234", "-1234")]
    [InlineData("12345", "12_345")]
    [InlineData("-12345", "-12_345")]
    [InlineData("124439808", "124_439_808")]
    public void Grouped_AWholeNumber_HasGroupsFromFiveDigitsOn(string digits, string code) => Assert.Equal(code, CodeConstant.Grouped(digits));

    private static string Declared(string text, out TrainingPlan? plan)
    {
        plan = SpecPipeline.Run("a.scaling.json", text, static _ => null).Plan;
        return string.Join(' ', CodeConstants.Of(plan, text).Select(static constant => (constant.IsWhole ? "long " : "double ") + constant.Name));
    }

    private static string Fill(string shape, Random random)
    {
        foreach (var (mark, least, most) in new[] { ("SIZE", 6.0, 13.0), ("TOKENS", 6, 16), ("UNIQUE", 6, 13), ("FLOPS", 15, 27), ("VOCABULARY", 3, 5.3), ("BATCH", 3, 8), ("RATE", -5, -1) })
            shape = shape.Replace(mark, Math.Pow(10, least + (random.NextDouble() * (most - least))) is var value && value < 1 ? value.ToString("R", CultureInfo.InvariantCulture) : Math.Round(value).ToString("F0", CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return shape
            .Replace("SMALL", random.Next(1, 65).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("WIDE", (64 * random.Next(1, 129)).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
