using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ScalingSdk.Tool.Tests;

/// <summary>Each option of <c>scaling fit</c> changes what it says it changes.</summary>
public sealed class FitOptionTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Law_ByName_IsThePublishedForm()
    {
        var run = Tool.RunWithInput(Runs.Csv(), "fit", "-", "--law", "skaling-2026", "--column", "L=loss", "--column", "N=n_params", "--column", "D=tokens", "--resamples", "0");

        Assert.Contains("L = E + (A/N^a + B/D^b)^k", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("skalin-2026", "did you mean 'skaling-2026'?")]
    [InlineData("ye-2024", "name the columns of its shares")]
    public void Law_ByAMistypedName_SaysWhichIsMeant(string law, string says)
    {
        var run = Tool.RunWithInput(Runs.Csv(), "fit", "-", "--law", law);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Pin_AConstant_HoldsItAndFitsTheOthers()
    {
        var fit = Fit(Runs.Csv(), "--pin", "E=1.7");

        Assert.Equal(1.7, Constant(fit, "E"), 1e-12);
        Assert.NotEqual(Constant(Fit(Runs.Csv()), "alpha"), Constant(fit, "alpha"), 1e-3);
    }

    [Fact]
    public void Pin_AConstant_IsStatedAndHasNoError()
    {
        var run = Tool.RunWithInput(Runs.Csv(), "fit", "-", "--pin", "E=1.8", "--resamples", "50");

        Assert.Matches(@"\n  E +1\.8 +stated\n", run.Out);
    }

    [Theory]
    [InlineData("size,tokens", 20)]
    [InlineData("size", 5)]
    public void BestOf_AGridOfLearningRates_KeepsTheLowestLossOfEachCell(string keys, int expected)
    {
        var fit = Fit(Table("n_params,tokens,lr,loss", static (n, d, loss) => $"{n},{d},1e-3,{loss}\n{n},{d},3e-3,{loss * 1.05}"), "--best-of", keys);

        Assert.Equal(expected, fit.GetProperty("points").GetInt32());
        Assert.Contains("lower loss", Summary(fit), StringComparison.Ordinal);
    }

    [Fact]
    public void DropFlagged_RowsThatAreFlagged_AreLeftOutAndWithoutItKeptAndNamed()
    {
        var runs = Table("n_params,tokens,loss,outlier", static (n, d, loss) => $"{n},{d},{loss},False") + "1e9,2e10,4.5,True\n";

        var (kept, dropped) = (Fit(runs), Fit(runs, "--drop-flagged"));

        Assert.Equal((21, 20), (kept.GetProperty("points").GetInt32(), dropped.GetProperty("points").GetInt32()));
        Assert.Contains("--drop-flagged leaves it out", Summary(kept), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("optimizer=adamw", 20)]
    [InlineData("optimizer!=adamw", 20)]
    [InlineData("tokens>=8e9", 30)]
    [InlineData("TOKENS < 8e9", 10)]
    public void Where_ACondition_KeepsTheRowsThatMeetIt(string condition, int expected)
    {
        var fit = Fit(TwoOptimizers(), "--where", condition);

        Assert.Equal(expected, fit.GetProperty("points").GetInt32());
        Assert.Equal(40 - expected, fit.GetProperty("read")[0].GetProperty("left_out_by_condition").GetInt32());
    }

    [Fact]
    public void By_AColumn_FitsEachValueApart()
    {
        var parts = Fit(TwoOptimizers(), "--by", "optimizer").GetProperty("parts");

        Assert.Equal(["adamw", "sgd"], parts.EnumerateObject().Select(static part => part.Name));
        Assert.All(parts.EnumerateObject(), static part => Assert.Equal(20, part.Value.GetProperty("points").GetInt32()));
        Assert.True(Constant(parts.GetProperty("sgd"), "E") > Constant(parts.GetProperty("adamw"), "E") + 0.3, "the two parts have the same E: they are not fitted apart");
    }

    [Fact]
    public void Warmup_RowsOfFewerSteps_AreLeftOut()
    {
        var fit = Fit(Table("n_params,tokens,step,loss", static (n, d, loss) => $"{n},{d},{d / 1e6},{loss}"), "--warmup", "3000");

        Assert.Equal(15, fit.GetProperty("points").GetInt32());
        Assert.Contains("warm-up", Summary(fit), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("runs", 20)]
    [InlineData("sizes", 5)]
    [InlineData("budgets", 18)]
    public void Resample_AUnit_IsWhatIsDrawn(string unit, int count)
    {
        var fit = Fit(Runs.Csv(), "--resample", unit);

        Assert.Equal((unit, count), (fit.GetProperty("resampled").GetString(), fit.GetProperty("resampled_units").GetInt32()));
    }

    [Fact]
    public void Resample_Groups_AreThoseOfTheColumn()
    {
        var fit = Fit(Table("n_params,tokens,group,loss", static (n, d, loss) => $"{n},{d},g{d},{loss}"), "--resample", "groups");

        Assert.Equal(("groups", 4), (fit.GetProperty("resampled").GetString(), fit.GetProperty("resampled_units").GetInt32()));
    }

    [Fact]
    public void Penalty_Squares_GivesAnotherOptimumThanHuber()
    {
        var (huber, squares) = (Fit(Runs.Csv(), "--penalty", "huber:1e-4"), Fit(Runs.Csv(), "--penalty", "squares"));

        Assert.NotEqual(Constant(huber, "B"), Constant(squares, "B"), 0.1);
        Assert.True(squares.GetProperty("root_mean_square").GetDouble() <= huber.GetProperty("root_mean_square").GetDouble(), "squares do not have the least root mean square");
    }

    [Theory]
    [InlineData("huber:1e-4")]
    [InlineData("below:0.1")]
    public void Penalty_OfAnotherShape_IsTaken(string penalty) =>
        Assert.NotEqual(Fit(Runs.Csv()).GetProperty("objective").GetDouble(), Fit(Runs.Csv(), "--penalty", penalty).GetProperty("objective").GetDouble(), 1e-9);

    [Fact]
    public void HeldOut_InEveryFormat_HasTheScores()
    {
        string[] options = ["--held-out", "sizes", "--compare", "kaplan-joint"];

        var scores = Fit(Runs.Csv(), options).GetProperty("held_out");

        Assert.Equal(["chinchilla", "kaplan-joint"], scores.EnumerateArray().Select(static score => score.GetProperty("form").GetString()));
        Assert.Equal(2, scores[0].GetProperty("groups").GetArrayLength());
        Assert.Contains("kaplan-joint", Tool.RunWithInput(Runs.Csv(), ["fit", "-", "--resamples", "0", .. options]).Out, StringComparison.Ordinal);
        Assert.Contains("| kaplan-joint |", Tool.RunWithInput(Runs.Csv(), ["fit", "-", "--resamples", "0", "--format", "markdown", .. options]).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_OfRunsAlone_HasTheAnswerTheChecksAndWhatWasRead()
    {
        var runs = _folder.Write("runs.csv", Runs.Csv());

        var run = Tool.Run("report", _folder.Path, "--runs", runs, "-o", "-", "--held-out", "sizes", "--profile", "--at", "1e23");

        Assert.Equal(ExitCode.Unreadable, run.Code);
        var alone = Tool.Run("report", "--runs", runs, "-o", "-", "--held-out", "sizes", "--profile", "--at", "1e23");
        Assert.All(["Law fitted to runs.csv", "1e23", "Profile likelihood", "Extrapolation", "Quality of the fit", "What was read"], text => Assert.Contains(text, alone.Out, StringComparison.Ordinal));
    }

    // Residuals of rounding alone leave a gradient of 1e-15.
    [Fact]
    public void Form_CriticalBatch_ConvergesAndSaysThatNoSizeFollows()
    {
        var run = Tool.RunWithInput("loss,critical_batch\n4,2e5\n3.5,3e5\n3,6e5\n2.7,9e5\n2.5,1.3e6\n", "fit", "-", "--form", "critical-batch", "--resamples", "0");

        Assert.Contains("converged", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("NOT converged", run.Out, StringComparison.Ordinal);
        Assert.Contains("No best size", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Profile_InJson_HoldsTheOptimum()
    {
        var fit = Fit(Runs.Csv(), "--profile");

        var interval = fit.GetProperty("profile").GetProperty("alpha");
        Assert.InRange(Constant(fit, "alpha"), interval[0].GetDouble(), interval[1].GetDouble());
    }

    [Fact]
    public void Approach_One_FollowsTheEnvelopeOfCurves()
    {
        foreach (var n in new[] { 2.5e7, 5e7, 1e8, 2e8, 4e8, 8e8 })
            _folder.Write(string.Create(CultureInfo.InvariantCulture, $"run{n / 1e6}.log"), Curve(n));

        var run = Tool.Run("fit", "--approach", "1", _folder.Path, "--at", "1e20", "--format", "json");

        Assert.True(run.Code == ExitCode.Clean, run.Error + run.Out);
        var root = JsonDocument.Parse(run.Out).RootElement;
        Assert.InRange(root.GetProperty("size_exponent").GetDouble(), 0.4, 0.6);
        Assert.Equal(6, root.GetProperty("curves").GetInt32());
        Assert.Equal(1e20, root.GetProperty("answer")[0].GetProperty("flops").GetDouble());
        Assert.Contains("| 100M |", Tool.Run("fit", "--approach", "1", _folder.Path, "--format", "markdown").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Approach_OneWithoutSizes_SaysHowToStateThem()
    {
        var run = Tool.RunWithInput("step,loss\n10,5\n20,4\n", "fit", "-", "--approach", "1");

        Assert.Equal(ExitCode.Unreadable, run.Code);
        Assert.Contains("--param 124M", run.Error, StringComparison.Ordinal);
        Assert.Contains("--tokens-per-step", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text", "best size grows")]
    [InlineData("json", "\"size_exponent_interval\": [")]
    [InlineData("markdown", "| FLOP | parameters |")]
    public void Approach_Two_AnswersInEveryFormat(string format, string expected)
    {
        var runs = new StringBuilder("n_params,tokens,loss\n");
        foreach (var compute in new[] { 1e18, 1e19, 1e20, 1e21 })
        {
            foreach (var off in new[] { 0.25, 0.5, 1, 2, 4 })
            {
                var n = Math.Sqrt(compute / 120) * off;
                runs.Append(CultureInfo.InvariantCulture, $"{n},{compute / (6 * n)},{Loss(n, compute / (6 * n))}\n");
            }
        }

        var run = Tool.RunWithInput(runs.ToString(), "fit", "-", "--approach", "2", "--format", format);

        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.Contains(expected, run.Out, StringComparison.Ordinal);
        Assert.Contains("N counts", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--by", "corpus", "'--where corpus=VALUE'")]
    [InlineData("--best-of", "size", "'--where column=value'")]
    [InlineData("--points", "last", "leave it out")]
    [InlineData("--drop-flagged", null, "'--where outlier=false'")]
    [InlineData("--pin", "E=1.7", "leave out '--approach'")]
    [InlineData("--held-out", "sizes", "leave out '--approach'")]
    public void Approach_OneWithAnOptionOfRuns_IsRefusedWithWhatToType(string option, string? value, string says)
    {
        string[] typed = value is null ? [option] : [option, value];

        var run = Tool.RunWithInput(Curve(1e8), ["fit", "-", "--approach", "1", .. typed]);

        Assert.True(run.Code == ExitCode.Usage, $"'{option}' is ignored in silence: {run.Out}");
        Assert.Contains(option, run.Error, StringComparison.Ordinal);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("forecast", "--by", "corpus")]
    [InlineData("worth", "--by", "optimizer")]
    [InlineData("worth", "--pin", "E=1.7")]
    [InlineData("fit", "--where", "corpus=c4", "--law", "L = E")]
    public void Command_AnOptionThatItDoesNotRead_IsRefused(string command, string option, params string[] more)
    {
        var run = Tool.RunWithInput(Runs.Csv(), [command, "-", option, .. more]);

        Assert.True(run.Code == ExitCode.Usage, $"'{option}' is ignored in silence: {run.Out}");
        Assert.Contains(option, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Approach_OneOnSeveralCorpora_IsRefusedUnlessPooled()
    {
        var curves = new StringBuilder("name,n_params,tokens,step,corpus,loss\n");
        foreach (var (corpus, n) in new[] { ("c4", 5e7), ("c4", 1e8), ("raw", 2e8), ("raw", 4e8) })
        {
            for (var step = 1; step < 40; step++)
                curves.Append(CultureInfo.InvariantCulture, $"{corpus}{n},{n},{step * 5e7 * step},{step * step * 100},{corpus},{Loss(n, step * 5e7 * step)}\n");
        }

        var run = Tool.RunWithInput(curves.ToString(), "fit", "-", "--approach", "1");

        Assert.Contains("--where corpus=c4", run.Error, StringComparison.Ordinal);
        Assert.Contains("4 runs", Tool.RunWithInput(curves.ToString(), "fit", "-", "--approach", "1", "--pool").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Approach_TwoByAColumn_FitsEachValueApart()
    {
        var runs = new StringBuilder("optimizer,n_params,tokens,loss\n");
        foreach (var optimizer in new[] { "adamw", "sgd" })
        {
            foreach (var compute in new[] { 1e18, 1e19, 1e20, 1e21 })
            {
                var middle = 0.1 * Math.Sqrt(compute);
                for (var k = -3; k <= 3; k++)
                    runs.Append(CultureInfo.InvariantCulture, $"{optimizer},{middle * Math.Pow(1.5, k)},{compute / 6 / (middle * Math.Pow(1.5, k))},{Loss(middle * Math.Pow(1.5, k), compute / 6 / (middle * Math.Pow(1.5, k)))}\n");
            }
        }

        var run = Tool.RunWithInput(runs.ToString(), "fit", "-", "--approach", "2", "--by", "optimizer", "--format", "json");

        var parts = JsonDocument.Parse(run.Out).RootElement.GetProperty("parts");
        Assert.Equal(["adamw", "sgd"], parts.EnumerateObject().Select(static part => part.Name));
        Assert.Equal(28, parts.GetProperty("sgd").GetProperty("points").GetInt32());
        Assert.Contains("sgd: isoFLOP", Tool.RunWithInput(runs.ToString(), "fit", "-", "--approach", "2", "--by", "optimizer").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_AHeaderAlone_SaysThatRowsAreMissing() =>
        Assert.Contains("its header has no rows below it", Tool.RunWithInput("N,D,loss\n", "fit", "-").Error, StringComparison.Ordinal);

    [Fact]
    public void Law_AsMarkdown_HasTheConstantsAndTheFit()
    {
        var run = Tool.RunWithInput(Runs.Csv(), "fit", "-", "--law", "loss = E + A/n_params^alpha + B/tokens^beta", "--resamples", "0", "--format", "markdown");

        Assert.Contains("| constant | value |", run.Out, StringComparison.Ordinal);
        Assert.Contains("| alpha |", run.Out, StringComparison.Ordinal);
        Assert.Contains("- Fit: R2", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text", "0.5 of raw")]
    [InlineData("json", "\"worth\": 0.5")]
    [InlineData("markdown", "| 0.5 of raw |")]
    public void Worth_InEveryFormat_SaysWhatATokenIsWorth(string format, string expected)
    {
        var runs = Table("corpus,n_params,tokens,loss", static (n, d, loss) => $"raw,{n},{d},{loss}") + string.Join('\n', Table("x", static (n, d, _) => $"dup,{n},{d},{Loss(n, d / 2)}").Split('\n')[1..]);

        var run = Tool.RunWithInput(runs, "worth", "-", "--reference", "raw", "--resamples", "40", "--format", format);

        Assert.True(run.Code == ExitCode.Clean, run.Error + run.Out);
        Assert.Contains(expected, run.Out, StringComparison.Ordinal);
        Assert.Contains("N counts", run.Out, StringComparison.Ordinal);
        Assert.Contains("40 resamples", format is "json" ? "40 resamples" : run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text", "loss from 'val_loss'")]
    [InlineData("json", "\"column\": \"val_loss\"")]
    [InlineData("markdown", "loss from 'val\\_loss'")]
    public void Forecast_InEveryFormat_SaysWhatWasRead(string format, string expected) =>
        Assert.Contains(expected, string.Join(' ', Tool.RunWithInput(Curve(1e8), "forecast", "-", "--steps", "9000", "--schedule", "constant", "--format", format).Lines.Select(static line => line.Trim())), StringComparison.Ordinal);

    [Theory]
    [InlineData("wsd:0.2", 0, "the learning rate decays")]
    [InlineData("cosine:0.1", 0, "annealing law")]
    [InlineData("wsd:2", 2, "'wsd:2' is not a schedule")]
    public void Forecast_UnderAnotherSchedule_FitsTheLearningRates(string schedule, int exit, string says)
    {
        var log = new StringBuilder("step,loss,lr\n");
        for (var step = 100; step <= 20_000; step += 100)
        {
            var rate = 3e-4 * Math.Min(1, step / 1000.0) * (step <= 16_000 ? 1 : (20_000 - step) / 4000.0);
            log.Append(string.Create(CultureInfo.InvariantCulture, $"{step},{2.5 + (0.65 * Math.Pow(3e-4 * step, -0.43)) - (step <= 16_000 ? 0 : 0.12 * (step - 16_000) / 4000.0)},{rate}\n"));
        }

        var run = Tool.RunWithInput(log.ToString(), "forecast", "-", "--steps", "30000", "--schedule", schedule);

        Assert.Equal(exit, run.Code);
        Assert.Contains(says, string.Join(' ', run.Lines.Select(static line => line.Trim())) + run.Error, StringComparison.Ordinal);
    }

    private static double Loss(double n, double d) => 1.8 + (480 / Math.Pow(n, 0.35)) + (2000 / Math.Pow(d, 0.36));

    // The runs of a size and a length, with a little noise that is always the same.
    private static string Table(string header, Func<double, double, double, FormattableString> row)
    {
        var (text, index) = (new StringBuilder(header).Append('\n'), 0);
        foreach (var n in new[] { 1e8, 3e8, 1e9, 3e9, 1e10 })
        {
            foreach (var d in new[] { 2e9, 8e9, 3e10, 1e11 })
                text.Append(row(n, d, Loss(n, d) * (1 + (0.001 * Math.Sin(++index * 1.7)))).ToString(CultureInfo.InvariantCulture)).Append('\n');
        }

        return text.ToString();
    }

    private static string TwoOptimizers() =>
        Table("n_params,tokens,optimizer,loss", static (n, d, loss) => $"{n},{d},adamw,{loss}\n{n},{d},sgd,{loss + 0.5}");

    private static string Curve(double n)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"number of parameters: {n / 1e6:0.00}M\ntokens per iteration will be: 491,520\n"));
        for (var (step, k) = (50, 0); step * 491520.0 < 80 * n; step = (int)(50 * Math.Pow(1.17, ++k)))
            text.Append(CultureInfo.InvariantCulture, $"step {step}: train loss 3.0000, val loss {Loss(n, step * 491520.0):0.0000}\n");
        return text.ToString();
    }

    private static JsonElement Fit(string runs, params string[] options)
    {
        var run = Tool.RunWithInput(runs, ["fit", "-", "--resamples", "40", "--format", "json", .. options]);
        Assert.True(run.Out.Length > 0, run.Error);
        return JsonDocument.Parse(run.Out).RootElement;
    }

    private static double Constant(JsonElement fit, string name) => fit.GetProperty("parameters").GetProperty(name).GetDouble();

    private static string Summary(JsonElement fit) => string.Join('\n', fit.GetProperty("summary").EnumerateArray().Select(static line => line.GetString()));
}
