using ScalingSdk.Fitting.Extrapolation;
using ScalingSdk.Json;
using ScalingSdk.Laws;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Fits;

/// <summary>Checks on a fit that were asked for: extrapolation to the larger runs, other forms, profile intervals.</summary>
/// <param name="HeldOut">The scores of the forms, best first; null where none were asked for.</param>
/// <param name="Profile">The profile interval of each constant that has one; null where none were asked for.</param>
internal sealed record FitChecks(IReadOnlyList<HeldOutScore>? HeldOut, IReadOnlyList<(string Constant, Interval Interval)>? Profile)
{
    private const string Independent = "The profile likelihood takes all runs as independent: where sizes or budgets share errors, it is too narrow.";

    /// <summary>Each check as a table with its title.</summary>
    public IEnumerable<(string Title, string[] Headers, IEnumerable<IReadOnlyList<string>> Rows, string Note)> Tables()
    {
        if (Profile is { } profile)
        {
            yield return (
                "Profile likelihood", ["constant", $"{NumberText.Percent(RunFit.Coverage)} profile interval"],
                profile.Select(static row => (IReadOnlyList<string>)[row.Constant, $"{Number(row.Interval.Low)} .. {Number(row.Interval.High)}"]),
                profile.Count == 0 ? "No constant of this form has one: it is computed for E, alpha and beta of Chinchilla's form." : Independent);
        }

        if (HeldOut is [var first, ..] scores)
        {
            yield return (
                $"Extrapolation: each form is fitted to the smaller {(first.By == HoldOutBy.Size ? "sizes" : "budgets")} and predicts the next larger; the best form first",
                ["form", "error of the loss", "groups predicted", "bias on the largest"],
                scores.Select(static score => (IReadOnlyList<string>)
                [
                    score.Form.Id, score.WhyNone ?? NumberText.Percent(score.RootMeanSquare), NumberText.Grouped(score.Groups.Count),
                    score.Groups.Count > 0 ? NumberText.Percent(score.Groups[^1].Bias) : "",
                ]),
                "A bias below zero: the law promises a lower loss than the largest runs reached.");
        }
    }

    public void Write(IPage page)
    {
        foreach (var (title, headers, rows, note) in Tables())
        {
            page.Blank();
            page.Line(title);
            if (rows.Any())
                page.Table(headers, rows);
            page.Line(note);
        }
    }

    public void Write(JsonWriter json)
    {
        if (Profile is { } profile)
        {
            json.Name("profile").StartObject();
            foreach (var (constant, interval) in profile)
                ReadJson.Range(json.Name(constant), interval);
            json.EndObject();
        }

        if (HeldOut is not { } scores)
            return;
        json.Name("held_out").StartArray();
        foreach (var score in scores)
        {
            json.StartObject().Name("form").Value(score.Form.Id).Name("by").Value(score.By == HoldOutBy.Size ? "sizes" : "budgets")
                .Name("root_mean_square").Value(score.RootMeanSquare).Name("why_none").Value(score.WhyNone).Name("groups").StartArray();
            foreach (var group in score.Groups)
            {
                json.StartObject().Name(score.By == HoldOutBy.Size ? "parameters" : "flops").Value(group.Value).Name("fitted_runs").Value((long)group.FittedRuns)
                    .Name("held_runs").Value((long)group.HeldRuns).Name("root_mean_square").Value(group.RootMeanSquare).Name("bias").Value(group.Bias).EndObject();
            }

            json.EndArray().EndObject();
        }

        json.EndArray();
    }

    private static string Number(double value) => NumberText.Round(Math.Round(value, 4));
}
