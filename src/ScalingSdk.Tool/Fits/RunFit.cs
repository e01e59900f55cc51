using ScalingSdk.Fitting.Answers;
using ScalingSdk.Fitting.Fits;
using ScalingSdk.Fitting.Uncertainty;

namespace ScalingSdk.Tool.Fits;

/// <summary>A law fitted to runs, with its joint sample.</summary>
/// <param name="Part">The value by which its runs were told from others; null where all are fitted together.</param>
/// <param name="Fit">The fit.</param>
/// <param name="Sample">Its resamples; null where none were asked for, or nothing was fitted.</param>
internal sealed partial record RunFit(string? Part, FitResult Fit, LawSample? Sample)
{
    public const double Coverage = 0.9;

    /// <summary>Resamples for a picture: a band of a pixel's breadth needs no more.</summary>
    public const int ResamplesToDraw = 1_000;

    /// <summary>The checks that were asked for; null where none were.</summary>
    public FitChecks? Checks { get; init; }

    /// <summary>The best runs at budgets; the default ones where none is stated.</summary>
    public FitAnswer Answer(IReadOnlyList<double>? budgets = null) => FitAnswer.Of(Fit, Sample, budgets is { Count: > 0 } ? budgets : FitAnswer.Budgets(Fit), Coverage);

    /// <summary>The standard error of a constant: of the resamples where there are some, none where the constant is stated.</summary>
    public double StandardError(FittedConstant constant) => Fit.Form.IsPinned(constant.Name) ? 0 : Sample?.StandardError(constant.Name) ?? constant.StandardError;
}
