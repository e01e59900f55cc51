using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Fits;
using ScalingSdk.Fitting.Forms;

namespace ScalingSdk.Fitting;

/// <summary>Fits laws to runs: the global optimum, and what the runs cannot tell.</summary>
public static class LawFit
{
    /// <summary>Fits L = E + A/N^alpha + B/D^beta, as Hoffmann et al. 2022 (approach 3) do, but to the optimum.</summary>
    public static FitResult Chinchilla(RunSet runs, FitOptions? options = null) => Fit(LossForm.Chinchilla, runs, options);

    /// <inheritdoc cref="Chinchilla(RunSet, FitOptions?)"/>
    public static FitResult Chinchilla(IReadOnlyList<TrainingRun> runs, FitOptions? options = null) =>
        Chinchilla(new RunSet { Runs = runs }, options);

    /// <summary>Fits B_crit(L) = B_star / L^(1/alpha_B) (Kaplan et al. 2020, eq. 5.3) to measured critical batches in tokens.</summary>
    public static FitResult CriticalBatch(IReadOnlyList<MeasuredBatch> batches, FitOptions? options = null) =>
        Fit(LossForm.CriticalBatch, [.. batches.Select(static batch => batch.AsPoint())], options);

    /// <summary>Fits k N^p D^q (the form of Li et al. 2025) to the best learning rates of a search, or to its best batches.</summary>
    public static FitResult LearningRate(IReadOnlyList<SearchedBest> searches, FitOptions? options = null) =>
        Fit(LossForm.PowerOfBoth, [.. searches.Select(static search => search.AsPoint())], options);

    /// <summary>Fits a form. Data that cannot identify it give findings, never an exception.</summary>
    public static FitResult Fit(LossForm form, RunSet runs, FitOptions? options = null) => Fitter.Fit(form, runs, options);

    /// <inheritdoc cref="Fit(LossForm, RunSet, FitOptions?)"/>
    public static FitResult Fit(LossForm form, IReadOnlyList<TrainingRun> runs, FitOptions? options = null) =>
        Fit(form, new RunSet { Runs = runs }, options);
}
