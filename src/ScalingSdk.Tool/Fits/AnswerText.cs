using ScalingSdk.Fitting.Answers;
using ScalingSdk.Laws;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Fits;

/// <summary>The best runs by a fit, as a table: values, and their intervals below them.</summary>
internal static class AnswerText
{
    /// <summary>Beyond this factor in compute, the answer says how far it is.</summary>
    private const double Far = 1.5;

    public static string[] Headers { get; } = ["FLOP", "parameters", "tokens", "D/N", "loss"];

    /// <summary>The headers of <see cref="Row"/>.</summary>
    public static string[] RowHeaders { get; } = [.. Headers, "loss of one run"];

    public static void Write(RunFit run, IReadOnlyList<double>? budgets, IPage page)
    {
        var answer = run.Answer(budgets);
        if (answer.WhyNone is { } why)
        {
            page.Line($"No best size: {why}.");
            return;
        }

        page.Table(Headers, answer.Optima.SelectMany(Lines), whole: [0, 1, 2, 3, 4]);
        foreach (var line in Sentences(answer, run))
            page.Line(line);
    }

    /// <summary>What a table does not say.</summary>
    public static IEnumerable<string> Sentences(FitAnswer answer, RunFit run)
    {
        if (answer.Optima.Any(static optimum => optimum.Beyond > Far))
            yield return $"* extrapolated: {string.Join(", ", answer.Optima.Where(static optimum => optimum.Beyond > Far).Select(static optimum => $"{NumberText.Scientific(optimum.Compute)} is {NumberText.Compact(optimum.Beyond)} times"))} the compute of the largest run";
        if (answer.SizeExponent is { } exponent)
            yield return $"The best size grows as C^{Number(exponent.Value)}{(exponent.Interval is { } range ? $" ({Number(range.Low)} .. {Number(range.High)})" : "")}, the tokens as C^{Number(1 - exponent.Value)}.";
        if (answer.Optima is [{ CostOfSizeOff: { } cost }, ..])
            yield return $"A size 10 % off the best needs {NumberText.Percent(cost)} more compute for the same loss.";
        if (run.Sample is { Rows.Count: > 0 } sample)
            yield return $"Each value has its {NumberText.Percent(RunFit.Coverage)} interval{(sample.Caveat is { } caveat ? $": {caveat}" : "")}. The loss of one run scatters about the mean as the fitted runs do.";
    }

    /// <summary>The cells of a table in one line each, value and interval together.</summary>
    public static IReadOnlyList<string> Row(OptimumAnswer optimum)
    {
        var (values, ranges) = (Values(optimum), Ranges(optimum, ""));
        return [.. values.Zip(ranges, static (value, range) => range.Length == 0 ? value : $"{value} ({range})"), Range(optimum.NewRun, Number)];
    }

    private static IEnumerable<IReadOnlyList<string>> Lines(OptimumAnswer optimum)
    {
        yield return Values(optimum);
        if (optimum.Parameters.Interval is not null)
            yield return Ranges(optimum, $" {NumberText.Percent(RunFit.Coverage)}");
        if (optimum.NewRun is not null)
            yield return [" one run", "", "", "", Range(optimum.NewRun, Number)];
    }

    private static string[] Values(OptimumAnswer optimum) =>
    [
        NumberText.Scientific(optimum.Compute) + (optimum.Beyond > Far ? " *" : ""),
        NumberText.Compact(optimum.Parameters.Value),
        NumberText.Compact(optimum.Tokens.Value),
        NumberText.Compact(optimum.TokensPerParameter.Value),
        Number(optimum.Loss.Value),
    ];

    private static string[] Ranges(OptimumAnswer optimum, string label) =>
    [
        label,
        Range(optimum.Parameters.Interval, NumberText.Compact),
        Range(optimum.Tokens.Interval, NumberText.Compact),
        Range(optimum.TokensPerParameter.Interval, NumberText.Compact),
        Range(optimum.Loss.Interval, Number),
    ];

    /// <summary>An interval with its unit once: <c>2.41 .. 3.12B</c>.</summary>
    private static string Range(Interval? interval, Func<double, string> text)
    {
        if (interval is not { } range)
            return "";
        var (low, high) = (text(range.Low), text(range.High));
        return low.Length > 1 && char.IsLetter(low[^1]) && low[^1] == high[^1] ? $"{low[..^1]} .. {high}" : $"{low} .. {high}";
    }

    private static string Number(double value) => NumberText.Round(Math.Round(value, 3));
}
