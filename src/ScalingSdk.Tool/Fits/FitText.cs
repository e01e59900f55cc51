using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Fits;

/// <summary>A fit as people read it.</summary>
internal static class FitText
{
    private const int NotesShown = 10;

    public static void Write(RunFit run, Page page)
    {
        var fit = run.Fit;
        page.Heading($"{fit.Form.Id}: {NumberText.Grouped(fit.Runs.Count)} runs of {fit.Set.Source}");
        page.Line(fit.Form.Equation);
        page.Blank();
        page.Table(["constant", "value", "standard error", Interval(run)], Rows(run), right: [1, 2]);
        page.Blank();
        if (fit.Diagnostics is { } ended)
        {
            page.Fact("Optimum", $"objective {NumberText.Scientific(ended.Objective, 6)}, {(ended.Converged ? "converged" : $"NOT converged: gradient {NumberText.Scientific(ended.GradientNorm)}")}, "
                + $"condition {NumberText.Scientific(ended.ConditionNumber)}; {NumberText.Grouped(ended.Starts.Reached)} of {NumberText.Grouped(ended.Starts.Made)} starts reach it");
            page.Fact("Residuals", $"{NumberText.Percent(ended.RootMeanSquare)} of the loss (root mean square); {NumberText.Grouped(ended.RunsInTails)} runs in the tails of the penalty");
        }

        foreach (var finding in fit.Findings)
            page.Fact("! Finding", finding.Text);
        foreach (var note in fit.Set.Notes.Take(NotesShown))
            page.Fact("Rows", note.ToString());
        if (fit.Set.Notes.Count > NotesShown)
            page.Fact("", $"and {NumberText.Grouped(fit.Set.Notes.Count - NotesShown)} more; --format json lists them");
    }

    /// <summary>A row for each constant.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rows(RunFit run) => run.Fit.Constants.Select(constant => (IReadOnlyList<string>)
    [
        constant.Name,
        Number(constant.Value),
        NumberText.Compact(run.StandardError(constant)),
        run.Sample?.Of(constant.Name, RunFit.Coverage) is { } interval
            ? $"{Number(interval.Low)} .. {Number(interval.High)}{(constant.Identified ? "" : " not identified")}"
            : constant.Identified ? "" : "not identified",
    ]);

    public static string Interval(RunFit run) => run.Sample is { } sample
        ? $"{NumberText.Percent(RunFit.Coverage)} interval, {NumberText.Grouped(sample.Rows.Count)} resamples"
        : "";

    private static string Number(double value) => Math.Abs(value) < 10 ? NumberText.Round(Math.Round(value, 4)) : NumberText.Compact(value);
}
