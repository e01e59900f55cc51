using System.Globalization;
using System.Text;
using System.Text.Json;
using ScalingSdk.Reports;

namespace ScalingSdk.Tests.Planning;

public sealed class PlanStabilityTests
{
    private static readonly string[] Numbers = ["1", "1e3", "\"124M\"", "\"7B\"", "\"1.4T\"", "1e18", "\"0.5M\"", "123456789"];

    [Fact]
    public void Json_IsTheSameUnderAnyCulture()
    {
        var before = CultureInfo.CurrentCulture;
        var strange = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (strange.NumberFormat.NumberDecimalSeparator, strange.NumberFormat.NegativeSign, strange.NumberFormat.NumberGroupSeparator) = (",", "~", ".");
        var expected = PlanSamples.Specs.Select(spec => PlanSamples.Plan(spec)).Select(plan => plan.ToJson() + plan.Summary() + string.Join('\n', plan.Explain())).ToList();
        try
        {
            CultureInfo.CurrentCulture = strange;

            var actual = PlanSamples.Specs.Select(spec => PlanSamples.Plan(spec)).Select(plan => plan.ToJson() + plan.Summary() + string.Join('\n', plan.Explain()));

            Assert.Equal(expected, actual);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Json_IsJson_WithAllFigures() => Assert.All(PlanSamples.Specs.Select(PlanSamples.Plan), plan =>
    {
        using var json = JsonDocument.Parse(plan.ToJson());
        Assert.Equal(plan.Figures.Select(figure => figure.Key), json.RootElement.GetProperty("figures").EnumerateObject().Select(figure => figure.Name));
        Assert.Equal(plan.Tables.Select(table => table.Key), json.RootElement.GetProperty("tables").EnumerateObject().Select(table => table.Name));
    });

    [Fact]
    public void AnySpec_GivesAPlanOfFiniteNumbers_OrFindings()
    {
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            var spec = Random(random);

            var result = Specs.SpecFixture.Run(spec);

            if (result.Plan is null)
                Assert.NotEmpty(result.Findings);
            else
                Assert.All(result.Plan.Figures, figure => Assert.True(double.IsFinite(figure.Value) && figure.Value >= 0, $"{figure.Key} of {spec}"));
            Assert.NotNull(result.Plan?.ToJson() ?? "");
        }
    }

    private static string Random(Random random)
    {
        var text = new StringBuilder("{");
        string Number() => Numbers[random.Next(Numbers.Length)];
        bool Chance(int percent) => random.Next(100) < percent;
        void Section(string name, params string[] keys)
        {
            if (!Chance(60))
                return;
            text.Append(CultureInfo.InvariantCulture, $"\"{name}\": {{ ");
            foreach (var key in keys.Where(_ => Chance(35)))
                text.Append(CultureInfo.InvariantCulture, $"\"{key}\": {Number()}, ");
            text.Append("}, ");
        }

        if (Chance(70))
            text.Append("\"model\": ").Append(Chance(50) ? $"{{ \"parameters\": {Number()} }}" : Chance(50) ? PlanSamples.Mixtral : Specs.SpecFixture.Gpt2SmallModel).Append(", ");
        Section("data", "tokens", "unique_tokens", "epochs");
        Section("training", "sequence_length", "batch_tokens", "steps", "learning_rate", "schedule_tokens", "warmup_steps", "tensor_parallel", "pipeline_parallel");
        Section("inference", "lifetime_tokens", "weight_bits");
        Section("transfer", "training_loss", "other_loss");
        if (Chance(50))
            text.Append(CultureInfo.InvariantCulture, $"\"hardware\": {{ \"accelerator\": \"H100-SXM\", \"count\": {(Chance(50) ? "8" : "1e9")}, \"price_per_hour\": 1e-3 }}, ");
        if (Chance(50))
            text.Append(Chance(50) ? "\"budget\": { \"flops\": 1e30 }, " : Chance(50) ? "\"budget\": { \"time\": \"1e12 s\" }, " : "\"budget\": { \"target_loss\": 3.1 }, ");
        if (Chance(30))
            text.Append("\"laws\": { \"allocation\": \"kaplan-2020\" }, ");
        return text.Append('}').ToString();
    }
}
