using ScalingSdk.Laws;
using ScalingSdk.Planning;
using ScalingSdk.Quantities;

namespace ScalingSdk.Tests.Planning;

public sealed class CheapestRunTests
{
    // besiroglu-2024: E 1.8172, A 482.01, B 2085.43, alpha 0.3478, beta 0.3658. The loss of 7e9 parameters on 1e11 tokens, and the least of
    // 6 N D over the curve of that loss, is searched on a grid of N, without the closed form.
    [Fact]
    public void Saving_OfARunOffTheFrontier_IsWhatASearchFinds()
    {
        var form = ((IAllocationLaw)Besiroglu2024.Law).Parametric!.Form;
        var loss = form.E + (form.A / Math.Pow(7e9, form.Alpha)) + (form.B / Math.Pow(1e11, form.Beta));
        var least = Enumerable.Range(0, 100_001).Select(static i => 1e8 * Math.Pow(1e3, i / 100_000.0))
            .Select(n => (N: n, Left: loss - form.E - (form.A / Math.Pow(n, form.Alpha)))).Where(static point => point.Left > 0)
            .Min(point => 6 * point.N * Math.Pow(form.B / point.Left, 1 / form.Beta));

        Assert.Equal(1 - (least / (6 * 7e9 * 1e11)), CheapestRun.Saving(Besiroglu2024.Law, new(7e9), new(1e11)), 1e-6);
    }

    [Fact]
    public void Saving_ByALawWithoutAParametricLoss_IsNone()
    {
        Assert.Equal(0, CheapestRun.Saving(Kaplan2020.Law, new(7e9), new(1e11)));
        Assert.Null(CheapestRun.AsGoodAs(Kaplan2020.Law, new ActiveParameters(7e9), new Tokens(1e11)));
    }
}
