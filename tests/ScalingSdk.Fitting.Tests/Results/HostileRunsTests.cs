using CsCheck;
using ScalingSdk.Fitting.Allocation;
using ScalingSdk.Fitting.Corpora;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Design;
using ScalingSdk.Fitting.Extrapolation;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Fitting.Uncertainty;

namespace ScalingSdk.Fitting.Tests.Results;

public sealed class HostileRunsTests
{
    private static readonly double[] Odd = [1, 1e9, 0, -1, double.NaN, double.PositiveInfinity, double.Epsilon];

    private static readonly Gen<double> Value = Gen.OneOf(
        Gen.Double[1, 10], Gen.Double[-280, 280].Select(static e => Math.Pow(10, e)), Gen.OneOf([.. Odd.Select(Gen.Const)]));

    private static readonly Gen<TrainingRun> Run = Gen.Select(Value, Value, Value, Value, static (n, d, loss, other) => new TrainingRun
    {
        Parameters = n,
        Tokens = d,
        Loss = loss,
        UniqueTokens = other,
        Steps = other,
        Experts = other,
        Corpus = other > 2 ? "a" : "b",
        Weight = other > 5 ? other : 1,
    });

    [Fact]
    public void Fit_AnyRunsByAnyForm_NeverThrows() => Run.List[0, 9].Sample(
        static runs =>
        {
            foreach (var form in LossForm.All)
            {
                var fit = LawFit.Fit(form, runs);
                if (fit.Runs.Count > 0)
                    LawJson.Write(fit, "any", Bootstrap.Run(fit, new() { Resamples = 3 }));
                ProfileLikelihood.Of(fit, "E");
                NextRuns.Plan(fit, 1e20);
            }

            var set = new RunSet { Runs = runs };
            IsoFlop.Fit(set, resamples: 5);
            HeldOut.Score(LossForm.Chinchilla, set);
            WorthOfData.Of(set, "a", bootstrap: new() { Resamples = 3 });
        },
        iter: 60);
}
