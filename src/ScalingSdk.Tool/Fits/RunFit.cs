using ScalingSdk.Fitting;
using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Fits;

/// <summary>A law fitted to a file of runs, with its joint sample.</summary>
/// <param name="Fit">The fit.</param>
/// <param name="Sample">Its resamples; null where none were asked for, or nothing was fitted.</param>
internal sealed record RunFit(FitResult Fit, LawSample? Sample)
{
    public const double Coverage = 0.9;

    /// <summary>Resamples for a picture: a band of a pixel's breadth needs no more.</summary>
    public const int ResamplesToDraw = 1_000;

    /// <exception cref="InputException">The file cannot be read, or has no runs.</exception>
    public static RunFit Of(string path, LossForm form, int resamples, IReadOnlyDictionary<string, string> columns, Terminal terminal, CancellationToken cancellation)
    {
        var options = new RunReaderOptions { Source = path is InputFile.Standard ? InputFile.StandardName : Path.GetFileName(path), Columns = columns };
        var runs = RunReader.Read(InputFile.Require(path, terminal, options.MaxLength), options);
        if (runs.Runs.Count == 0)
            throw new InputException($"'{path}' has no runs{(runs.Notes.Count > 0 ? ": " + runs.Notes[0] : "")}");
        var fit = Progress.Watch("fitting", () => LawFit.Fit(form, runs), terminal, cancellation);
        var sample = resamples > 0 && fit.Diagnostics is not null
            ? Progress.Watch("resampling", () => Bootstrap.Run(fit, new BootstrapOptions { Resamples = resamples }), terminal, cancellation)
            : null;
        return new RunFit(fit, sample);
    }

    /// <summary>The standard error of a constant: of the resamples where there are some.</summary>
    public double StandardError(FittedConstant constant) => Sample?.StandardError(constant.Name) ?? constant.StandardError;
}
