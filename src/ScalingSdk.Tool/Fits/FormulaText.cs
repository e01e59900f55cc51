using ScalingSdk.Fitting.AnyLaw;
using ScalingSdk.Fitting.Projection;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Fits;

/// <summary>Fitted formulas as people read them.</summary>
internal static class FormulaText
{
    internal static void Write(IReadOnlyList<FittedFormula> fits, BestSetting? best, string source, IPage page)
    {
        foreach (var fit in fits)
        {
            page.Heading($"{fit.Formula.Text}: {NumberText.Grouped(fit.Runs)} runs of {source}");
            page.Fact("Columns", string.Join(", ", fit.Symbols.Columns.Select(static pair => $"{pair.Key} = {pair.Value}")));
            page.Blank();
            page.Table(["constant", "value", "standard error", fit.Draws.Count > 0 ? $"90 % interval, {NumberText.Grouped(fit.Draws.Count)} resamples" : "", ""], fit.Constants.Select(Row), right: [1, 2]);
            page.Blank();
            page.Fact("Optimum", $"objective {NumberText.Scientific(fit.Objective, 6)}, {(fit.Converged ? "converged" : "NOT converged")}, gradient {NumberText.Scientific(fit.GradientCosine)}, "
                + $"condition {NumberText.Scientific(fit.Condition)}; {NumberText.Grouped(fit.Starts.Reached)} of {NumberText.Grouped(fit.Starts.Made)} starts reach it"
                + (fit.NextMinimum is { } next ? $"; the next minimum is {NumberText.Scientific(next, 6)}" : ""));
            page.Fact("Fit", $"R2 {NumberText.Round(Math.Round(fit.R2, 5))}, BIC {NumberText.Round(Math.Round(fit.Bic, 1))}; residuals of {NumberText.Compact(fit.Noise)} in {(fit.Scale == ResidualScale.Log ? "ln " : "")}{string.Join(", ", fit.Formula.Targets)}");
            if (fit.DrawnFrom is { } from)
                page.Fact("Intervals", $"{NumberText.Grouped(fit.Draws.Count)} resamples, drawn from {from}");
            if (fit.HeldOut is { } held)
                page.Fact("Held out", $"R2 {NumberText.Round(Math.Round(held.R2, 5))} on the dearest tenth ({NumberText.Grouped(held.Runs)} runs), fitted to the others");
            foreach (var finding in Findings(fit))
                page.Fact("! Finding", finding);
            page.Blank();
        }

        var comparison = fits.Count > 1 ? LawComparison.Create(fits) : null;
        if (comparison is not null)
            Compare(comparison, page);
        if (best is not null)
        {
            page.Fact("Best", string.Join(", ", best.Settings.Select(static pair => $"{pair.Key} = {NumberText.Compact(pair.Value)}")) + $": predicted {fits[0].Formula.Targets[0]} = {NumberText.Round(Math.Round(best.Predicted, 4))}");
            if (comparison?.Average(best.At) is { } average)
                page.Fact("Average", $"predicted {fits[0].Formula.Targets[0]} = {NumberText.Round(Math.Round(average, 4))} there, each law by its weight");
            if (best.AtRange.Count > 0)
                page.Fact("! Finding", $"the best '{string.Join("', '", best.AtRange)}' is at the end of the range of the runs; the optimum may be outside");
        }
    }

    /// <summary>What to know before trusting a number.</summary>
    internal static IEnumerable<string> Findings(FittedFormula fit)
    {
        if (fit.RowsLeftOut > 0)
            yield return $"{NumberText.Grouped(fit.RowsLeftOut)} rows have no number in a column of the formula and are left out";
        if (!fit.Converged)
            yield return "the search stopped before the gradient vanished";
        if (fit.Starts.Reached < 2)
            yield return $"{NumberText.Grouped(fit.Starts.Reached)} of {NumberText.Grouped(fit.Starts.Made)} independent starts reach this optimum: a lower one may exist; state bounds such as 'alpha > 0' to help the search";
        foreach (var direction in fit.FreeDirections)
            yield return direction;
        foreach (var constant in fit.Constants.Where(static constant => constant.Remark is { } remark && !remark.StartsWith("free", StringComparison.Ordinal)))
            yield return $"'{constant.Name}': {constant.Remark}";
    }

    private static void Compare(LawComparison comparison, IPage page)
    {
        var least = comparison.Fits.Min(static fit => fit.Bic);
        page.Heading("Laws compared by BIC on the same runs");
        for (var i = 0; i < comparison.Fits.Count; i++)
        {
            var fit = comparison.Fits[i];
            page.Fact(
                comparison.Weights[i] < 0.001 ? "< 0.1 %" : NumberText.Percent(comparison.Weights[i]),
                $"{fit.Formula.Text} ({NumberText.Grouped(fit.Constants.Count)} constants, R2 {NumberText.Round(Math.Round(fit.R2, 5))}, BIC {NumberText.Round(Math.Round(fit.Bic - least, 1))} above the best)");
        }

        page.Blank();
    }

    private static IReadOnlyList<string> Row(FormulaConstant constant) =>
    [
        constant.Name,
        Number(constant.Value),
        double.IsInfinity(constant.StandardError) ? "" : NumberText.Compact(constant.StandardError),
        constant.Interval is { } interval ? $"{Number(interval.Low)} .. {Number(interval.High)}" : "",
        constant.Remark ?? "",
    ];

    private static string Number(double value) => Math.Abs(value) is >= 1e-3 and < 1e4 ? NumberText.Round(double.Parse(value.ToString("g5", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture)) : NumberText.Scientific(value, 4);
}
