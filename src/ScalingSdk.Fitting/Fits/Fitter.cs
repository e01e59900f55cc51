using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Forms;

namespace ScalingSdk.Fitting.Fits;

/// <summary>A form on runs: what they can be fitted by, the search, and the result with its findings.</summary>
internal static class Fitter
{
    internal static FitResult Fit(LossForm form, RunSet runs, FitOptions? options = null)
    {
        options ??= new();
        var findings = new List<FitFinding>();
        var usable = UsableRuns.Of(form, runs, findings);
        if (usable.Count == 0)
        {
            findings.Add(new(FitFindingKind.NotIdentified, $"no run can be fitted by '{form.Id}': its constants are unknown"));
            return FitResult.Unknown(form, runs, options, findings);
        }

        var logs = new RunLogs(usable);
        var found = OptimumSearch.Run(form, logs, options);
        return FitResult.Of(form, runs, usable, logs, options, found, findings);
    }

    internal static FitResult Fit(LossForm form, IReadOnlyList<TrainingRun> runs, FitOptions? options = null) => Fit(form, new RunSet { Runs = runs }, options);
}
