using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting.Fits;

/// <summary>The runs that a form can be fitted to: what is left out is said.</summary>
internal static class UsableRuns
{
    internal static List<TrainingRun> Of(LossForm form, RunSet runs, List<FitFinding> findings)
    {
        var usable = new List<TrainingRun>();
        var reasons = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var run in runs.Runs)
        {
            if ((WhyNotNumbers(run) ?? form.WhyUnfit(run)) is not { } why)
                usable.Add(run);
            else
                reasons[why] = reasons.TryGetValue(why, out var before) ? before + 1 : 1;
        }

        foreach (var reason in reasons)
            findings.Add(new(FitFindingKind.RunsLeftOut, $"'{Whole.Text(reason.Value)}' of '{Whole.Text(runs.Runs.Count)}' runs are left out: {Excerpt.Of(reason.Key)}"));
        return usable;
    }

    private static string? WhyNotNumbers(TrainingRun run) =>
        !IsPositive(run.Parameters) ? "N is not a positive number"
        : !IsPositive(run.Tokens) ? "D is not a positive number"
        : !IsPositive(run.Loss) ? "the loss is not a positive number"
        : run.Weight > 0 && run.Weight < 1e12 ? null
        : "the weight is not a positive number";

    private static bool IsPositive(double value) => value > 1e-300 && value < 1e300;
}
