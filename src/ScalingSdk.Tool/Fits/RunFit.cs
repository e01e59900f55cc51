using ScalingSdk.Fitting;
using ScalingSdk.Fitting.Answers;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Fits;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Fitting.Uncertainty;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Fits;

/// <summary>A law fitted to runs, with its joint sample.</summary>
/// <param name="Part">The value by which its runs were told from others; null where all are fitted together.</param>
/// <param name="Fit">The fit.</param>
/// <param name="Sample">Its resamples; null where none were asked for, or nothing was fitted.</param>
internal sealed record RunFit(string? Part, FitResult Fit, LawSample? Sample)
{
    public const double Coverage = 0.9;

    /// <summary>Resamples for a picture: a band of a pixel's breadth needs no more.</summary>
    public const int ResamplesToDraw = 1_000;

    /// <summary>The checks that were asked for; null where none were.</summary>
    public FitChecks? Checks { get; init; }

    public static RunFit Of(string? part, RunSet runs, LossForm form, FitOptions options, BootstrapOptions bootstrap, Terminal terminal, CancellationToken cancellation)
    {
        var fit = Progress.Watch("fitting", () => LawFit.Fit(form, runs, options), terminal, cancellation);
        var sample = bootstrap.Resamples > 0 && fit.Diagnostics is not null
            ? Progress.Watch("resampling", () => Bootstrap.Run(fit, bootstrap), terminal, cancellation)
            : null;
        return new RunFit(part, fit, sample);
    }

    /// <summary>The best runs at budgets; the default ones where none is stated.</summary>
    public FitAnswer Answer(IReadOnlyList<double>? budgets = null) => FitAnswer.Of(Fit, Sample, budgets is { Count: > 0 } ? budgets : FitAnswer.Budgets(Fit), Coverage);

    /// <summary>The standard error of a constant: of the resamples where there are some.</summary>
    public double StandardError(FittedConstant constant) => Sample?.StandardError(constant.Name) ?? constant.StandardError;
}
