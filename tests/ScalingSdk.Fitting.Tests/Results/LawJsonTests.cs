using ScalingSdk.Fitting.Fits;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Fitting.Uncertainty;
using ScalingSdk.Quantities;
using ScalingSdk.Specs;

namespace ScalingSdk.Fitting.Tests.Results;

public sealed class LawJsonTests
{
    private static readonly FitResult Fit = LawFit.Chinchilla(Made.Grid(6, 7, 0.004));
    private static readonly LawSample Sample = Bootstrap.Run(Fit, new() { Resamples = 400, Resampling = Resampling.Runs });

    [Fact]
    public void Write_ReadBack_IsTheSameLaw()
    {
        var reading = LawFile.Read(LawJson.Write(Fit, "my-runs", Sample));

        Assert.Empty(reading.Problems);
        Assert.Equal(Fit.Predict(7e8, 1.4e10), reading.Law!.Parametric!.Form.Loss(7e8, 1.4e10), 1e-10);
        Assert.Equal(5e7, reading.Law.Info.Range.Parameters.Least);
        Assert.True(reading.Law.Surface!.ParametersInterval(new TrainingFlops(1e20)).HasValue);
    }

    [Fact]
    public void Write_EqualExponents_IsReadAsTheSameForm()
    {
        var fit = LawFit.Fit(LossForm.ChinchillaEqualExponents, Made.Grid(6, 7, 0.004));

        var reading = LawFile.Read(LawJson.Write(fit, "my-runs", Bootstrap.Run(fit, new() { Resamples = 50 })));

        Assert.Empty(reading.Problems);
        Assert.Equal(reading.Law!.Parametric!.Form.Alpha, reading.Law.Parametric!.Form.Beta);
    }

    [Fact]
    public void Write_TheSameRunsInAnotherOrder_IsTheSameText()
    {
        var shuffled = LawFit.Chinchilla([.. Made.Grid(6, 7, 0.004).AsEnumerable().Reverse()]);

        Assert.Equal(Constants(LawJson.Write(Fit, "my-runs")), Constants(LawJson.Write(shuffled, "my-runs")));
    }

    // Few sizes with large errors: some resamples leave E at 0, and some an exponent without bound.
    [Fact]
    public void Write_OfResamplesThatLeaveConstantsFree_IsReadBack()
    {
        var fit = LawFit.Chinchilla(Made.Grid(4, 3, 0.1, seed: 2));
        var sample = Bootstrap.Run(fit, new() { Resamples = 400 });
        Assert.Contains(sample.Rows, static row => row[0] < 1e-9); // nothing, or 1e-14 on processors with narrower vectors
        Assert.Contains(sample.Rows, static row => row[1] > 1e100);

        var text = LawJson.Write(fit, "my-runs", sample);
        Assert.Contains("do not determine '", Assert.Single(LawFile.Read(text).Problems).ToString(), StringComparison.Ordinal);
        var reading = LawFile.Read(text.Remove(Mark(text), text.IndexOf(']', Mark(text)) + 2 - Mark(text)));

        var withoutBound = sample.Rows.Count(static row => Math.Max(row[1], row[2]) > Math.Exp(700) || row.Skip(3).Any(static exponent => exponent is not (> 0 and <= 700)));
        Assert.Contains(FormattableString.Invariant($"\"resamples_without_bound\": {withoutBound},"), text, StringComparison.Ordinal);
        Assert.NotEqual(0, withoutBound);
        Assert.Empty(reading.Problems);
        Assert.True(reading.Law!.Surface!.LossInterval(new ActiveParameters(1e10), new Tokens(1e11)).HasValue);
    }

    [Fact]
    public void Write_OfTooFewResamples_HasNoSample() =>
        Assert.Empty(LawFile.Read(LawJson.Write(Fit, "my-runs", Bootstrap.Run(Fit, new() { Resamples = 10 }))).Problems);

    [Fact]
    public void Write_SaysWhereItComesFrom()
    {
        var text = LawJson.Write(Fit, "my-runs", Sample);

        Assert.Contains(Fit.Set.Hash, text, StringComparison.Ordinal);
        Assert.Contains("\"tool\": \"ScalingSdk.Fitting ", text, StringComparison.Ordinal);
        Assert.Contains("\"resampled\": \"runs\"", text, StringComparison.Ordinal);
        Assert.Contains("\"resamples_without_bound\": 0,", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NothingFitted_IsRefused() =>
        Assert.Throws<ArgumentException>(() => LawJson.Write(LawFit.Chinchilla([]), "my-runs"));

    private static int Mark(string text) => text.IndexOf("\"not_identified\"", StringComparison.Ordinal);

    private static string Constants(string text) => text[..text.IndexOf("\"objective\"", StringComparison.Ordinal)];
}
