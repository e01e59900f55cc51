using ScalingSdk.Fitting;
using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Fits;

/// <summary>A law fitted to files of runs, with its joint sample.</summary>
/// <param name="Fit">The fit.</param>
/// <param name="Sample">Its resamples; null where none were asked for, or nothing was fitted.</param>
internal sealed record RunFit(FitResult Fit, LawSample? Sample)
{
    public const double Coverage = 0.9;

    /// <summary>Resamples for a picture: a band of a pixel's breadth needs no more.</summary>
    public const int ResamplesToDraw = 1_000;

    /// <exception cref="InputException">A file cannot be read, or has no runs, or they do not go together.</exception>
    public static RunFit Of(IReadOnlyList<string> paths, LossForm form, int resamples, IReadOnlyDictionary<string, string> columns, Terminal terminal, CancellationToken cancellation)
    {
        var sets = paths.Select(path => Read(path, paths.Count > 1, columns, terminal)).ToList();
        if (sets.Find(set => set.Convention != sets[0].Convention) is { } other)
            throw new InputException($"N is '{sets[0].Convention}' in '{sets[0].Source}' and '{other.Convention}' in '{other.Source}': runs of two conventions are not fitted together");
        var runs = sets.Count == 1 ? sets[0] : RunSet.Join(sets);
        var fit = Progress.Watch("fitting", () => LawFit.Fit(form, runs), terminal, cancellation);
        var sample = resamples > 0 && fit.Diagnostics is not null
            ? Progress.Watch("resampling", () => Bootstrap.Run(fit, new BootstrapOptions { Resamples = resamples }), terminal, cancellation)
            : null;
        return new RunFit(fit, sample);
    }

    private static RunSet Read(string path, bool ofSeveral, IReadOnlyDictionary<string, string> columns, Terminal terminal)
    {
        // Sweeps give their runs one name: of several the folder tells which.
        var source = path is InputFile.Standard ? InputFile.StandardName
            : ofSeveral ? $"{Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path)))}/{Path.GetFileName(path)}"
            : Path.GetFileName(path);
        var options = new RunReaderOptions { Source = source, Columns = columns };
        var runs = RunReader.Read(InputFile.Require(path, terminal, options.MaxLength), options);
        return runs.Runs.Count > 0 ? runs : throw new InputException($"'{path}' has no runs{(runs.Notes.Count > 0 ? ": " + runs.Notes[0] : "")}");
    }

    /// <summary>The standard error of a constant: of the resamples where there are some.</summary>
    public double StandardError(FittedConstant constant) => Sample?.StandardError(constant.Name) ?? constant.StandardError;
}
