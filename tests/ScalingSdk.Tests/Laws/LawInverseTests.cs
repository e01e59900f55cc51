using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Tests.Laws;

/// <summary>What solves an equation for another of its quantities gives that quantity back.</summary>
public sealed class LawInverseTests
{
    private static readonly ChinchillaForm Form = Besiroglu2024.Law.Form;

    [Fact]
    public void LeastParameters_OfALoss_ReachItWithUnlimitedTokens()
    {
        var least = Form.LeastParameters(2.2);

        Near.Relative(2.2, Form.E + (Form.A / Math.Pow(least, Form.Alpha)), 1e-12);
        Assert.Equal(double.NaN, Form.LeastParameters(Form.E - 0.1));
    }

    [Fact]
    public void TokensFor_ALossAndASize_ReachIt()
    {
        Near.Relative(2.2, Form.Loss(7e9, Form.TokensFor(2.2, 7e9)), 1e-12);
        Assert.Equal(double.NaN, Form.TokensFor(Form.E + 0.01, 7e7));
    }

    [Fact]
    public void UpdatesTo_ALossInsideARun_AreThoseOfThatLoss()
    {
        var law = Kaplan2020.Law;
        var size = new NonEmbeddingWeights(1e8);

        Near.Relative(5e4, law.UpdatesTo(size, law.LossAfter(size, new(5e4)).Value).Value.Count, 1e-9);
        Assert.NotNull(law.UpdatesTo(size, new KaplanLoss(1, "any")).WhyNone);
    }

    [Fact]
    public void OptimalTokens_OfDeepSeek_AreThoseThatItsAllocationLeaves()
    {
        var best = DeepSeek2024.Law.Allocate(new(1e21)).Value;
        var model = NominalSize.Of(new(1e9)) with { FlopsPerToken = new(best.Parameters) };

        var tokens = DeepSeek2024.Law.OptimalTokens(model);

        Near.Relative(best.Tokens.Count, tokens.Value.Count, 1e-9);
        Assert.Equal(DeepSeek2024.Law.Allocate(new(1e21)).Outside.Compute, tokens.Outside.Compute, 1e-9);
    }

    [Fact]
    public void OptimalParametersOf_TheTablesOfChinchilla_InvertTheirTokens()
    {
        foreach (var law in new[] { Chinchilla2022.Approach1, Chinchilla2022.Approach2 })
            Near.Relative(7e9, law.OptimalParametersOf(law.OptimalTokens(new ActiveParameters(7e9)).Value).Value.Count, 1e-12);
    }

    [Fact]
    public void EffectiveParameters_BelowTheSizeOfTheUniqueTokens_AreTheModels()
    {
        var law = Muennighoff2023.Law;

        Near.Relative(1e8, law.EffectiveParameters(new(1e8), new(1e11)).Value.Count, 1e-12);
        Assert.InRange(law.EffectiveParameters(new(1e10), new(1e9)).Value.Count, law.Form.OptimalParametersOf(1e9), 9.9e9);
    }
}
