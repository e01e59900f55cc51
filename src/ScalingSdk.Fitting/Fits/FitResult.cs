using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Fits;

/// <summary>A fitted law: its constants, how the fit ended, and what the runs cannot tell.</summary>
public sealed class FitResult
{
    private FitResult(LossForm form, RunSet set, FitOptions options, double[] theta, RunLogs logs)
    {
        (Form, Set, Options, Theta, Logs) = (form, set, options, theta, logs);
    }

    /// <summary>The form that was fitted.</summary>
    public LossForm Form { get; }

    /// <summary>The runs as they were given, with their notes.</summary>
    public RunSet Set { get; }

    /// <summary>The runs that were fitted.</summary>
    public required IReadOnlyList<TrainingRun> Runs { get; init; }

    /// <summary>How they were fitted.</summary>
    public FitOptions Options { get; }

    /// <summary>The constants of the form.</summary>
    public required IReadOnlyList<FittedConstant> Constants { get; init; }

    /// <summary>How the fit ended; null where no run could be fitted.</summary>
    public required FitDiagnostics? Diagnostics { get; init; }

    /// <summary>ln(predicted loss) - ln(observed loss) of each fitted run.</summary>
    public required IReadOnlyList<double> Residuals { get; init; }

    /// <summary>What to know before trusting a number.</summary>
    public required IReadOnlyList<FitFinding> Findings { get; init; }

    /// <summary>True where every constant is identified and the solver converged.</summary>
    public bool Trusted => Diagnostics is { Converged: true } && Constants.All(static c => c.Identified);

    internal double[] Theta { get; }

    internal RunLogs Logs { get; }

    /// <summary>The value of a constant.</summary>
    public double this[string name] => Constants.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.Ordinal))?.Value
        ?? throw new ArgumentException($"'{Form.Id}' has no constant '{name}'; it has '{string.Join("', '", Form.Constants)}'", nameof(name));

    /// <summary>The loss that the law predicts for a run.</summary>
    public double Predict(TrainingRun run)
    {
        var logs = new RunLogs([run with { Loss = 1 }], Logs);
        return Math.Exp(new JetObjective(Form, logs, Penalty.Squares, curved: false).At(Theta, 0).Value);
    }

    /// <inheritdoc cref="Predict(TrainingRun)"/>
    public double Predict(double parameters, double tokens) => Predict(new() { Parameters = parameters, Tokens = tokens, Loss = 1 });

    internal static FitResult Of(
        LossForm form, RunSet set, List<TrainingRun> usable, RunLogs logs, FitOptions options, OptimumSearch found, List<FitFinding> findings)
    {
        var diagnosis = new Diagnosis(form, logs, options, found);
        var information = new Information(form, found.Theta, logs);
        var constants = Identification.Of(form, found.Theta, logs, information, diagnosis.Diagnostics.Noise);
        findings.AddRange(diagnosis.Findings());
        if (options.NameOutliers)
        {
            var (covariance, _) = information.Invert(1);
            findings.AddRange(new ResidualFindings(
                form, logs, diagnosis.Residuals, [.. constants.Select(static constant => constant.Value)], diagnosis.Diagnostics.Noise,
                run => information.GradientOf(run) is var slope ? slope.DotProduct(covariance * slope) : 0,
                rest => Fitter.Fit(form, set with { Runs = rest }, options with { NameOutliers = false }) is { Trusted: true } again ? again : null).All());
        }

        findings.AddRange(Identification.Findings(constants));
        return new(form, set, options, found.Theta, logs)
        {
            Runs = usable,
            Constants = constants,
            Diagnostics = diagnosis.Diagnostics,
            Residuals = diagnosis.Residuals,
            Findings = findings,
        };
    }

    internal static FitResult Unknown(LossForm form, RunSet set, FitOptions options, List<FitFinding> findings) =>
        new(form, set, options, [], new RunLogs([]))
        {
            Runs = [],
            Constants = [.. form.Constants.Select(static name => new FittedConstant(name, double.NaN, double.PositiveInfinity, "no run can be fitted"))],
            Diagnostics = null,
            Residuals = [],
            Findings = findings,
        };
}
