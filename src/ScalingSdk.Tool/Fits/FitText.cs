using ScalingSdk.Fitting.Fits;
using ScalingSdk.Fitting.Uncertainty;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Fits;

/// <summary>A fit as people read it: the answer first, then the law, how good it is, and what was read.</summary>
internal static class FitText
{
    public static void Write(RunFit run, IReadOnlyList<double>? budgets, IPage page)
    {
        var fit = run.Fit;
        page.Heading($"{(run.Part is { } part ? part + ": " : "")}{fit.Form.Id}, {NumberText.Grouped(fit.Runs.Count)} run{(fit.Runs.Count == 1 ? "" : "s")} of {fit.Set.Source}");
        AnswerText.Write(run, budgets, page);
        page.Blank();
        page.Line(fit.Form.Equation);
        page.Table(["constant", "value", "standard error", Interval(run)], Rows(run), right: [1, 2]);
        page.Blank();
        if (fit.Diagnostics is { } ended)
        {
            page.Fact("Residuals", Residuals(ended, fit.Runs.Count));
            page.Fact("Optimum", Optimum(ended));
        }

        if (run.Sample is { Units: > 0 } sample)
            page.Fact("Intervals", Resampled(sample));
        foreach (var finding in fit.Findings)
            page.Fact("! Finding", finding.Text);
        foreach (var line in fit.Set.Summary)
            page.Fact("Read", line);
        run.Checks?.Write(page);
    }

    /// <summary>How far the runs lie from the law.</summary>
    public static string Residuals(FitDiagnostics ended, int runs) =>
        $"{NumberText.Percent(ended.RootMeanSquare)} of the loss (root mean square){Noise(ended)}; {NumberText.Grouped(ended.RunsInTails)} of {NumberText.Grouped(runs)} runs in the tails of the penalty";

    /// <summary>How the solver ended.</summary>
    public static string Optimum(FitDiagnostics ended) =>
        $"objective {NumberText.Scientific(ended.Objective, 6)}, {(ended.Converged ? "converged" : $"NOT converged: gradient {NumberText.Scientific(ended.GradientNorm)}")}, "
        + $"condition {NumberText.Scientific(ended.ConditionNumber)}; {NumberText.Grouped(ended.Starts.Reached)} of {NumberText.Grouped(ended.Starts.Made)} starts reach it";

    /// <summary>What was drawn, how many there are, and what to know of it: wherever an interval is shown.</summary>
    public static string Resampled(LawSample sample) =>
        $"{NumberText.Grouped(sample.Rows.Count)} resamples of {NumberText.Grouped(sample.Units)} {sample.Resampling.ToString().ToLowerInvariant()}{(sample.WhyDrawn is { } why ? $" ({why})" : "")}{(sample.DrawnFrom is { } from ? $", drawn from {from}" : "")}; --resample draws others{(sample.Caveat is { } caveat ? $". {caveat}" : "")}";

    /// <summary>A row for each constant.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rows(RunFit run) => run.Fit.Constants.Select(constant => (IReadOnlyList<string>)
    [
        constant.Name,
        Number(constant.Value),
        Error(run.StandardError(constant), constant),
        run.Fit.Form.IsPinned(constant.Name) ? "stated"
            : run.Sample is { Rows.Count: > 0 } && run.Sample.Of(constant.Name, RunFit.Coverage) is var interval && constant.Identified
            ? $"{Number(interval.Low)} .. {Number(interval.High)}"
            : constant.Identified ? "" : "not identified",
    ]);

    public static string Interval(RunFit run) => run.Sample is { } sample
        ? $"{NumberText.Percent(RunFit.Coverage)} interval, {NumberText.Grouped(sample.Rows.Count)} resamples"
        : "";

    private static string Noise(FitDiagnostics ended) => ended.SeedNoise is { } noise ? $"; {NumberText.Percent(noise)} between seeds" : "";

    // The error of an amplitude that is known by orders of magnitude is a factor, not a number.
    private static string Error(double error, FittedConstant constant) =>
        !constant.Identified || error is 0 || double.IsNaN(error) || double.IsInfinity(error) || error > 3 * Math.Abs(constant.Value) ? "" : NumberText.Compact(error);

    private static string Number(double value) => Math.Abs(value) < 10 ? NumberText.Round(Math.Round(value, 4)) : NumberText.Compact(value);
}
