using System.CommandLine;
using ScalingSdk.Fitting.Extrapolation;
using ScalingSdk.Fitting.Fits;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Fitting.Uncertainty;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Fits;

/// <summary>The options of which checks are made on a fit: <c>fit</c> and <c>report</c> have them.</summary>
internal sealed class CheckOptions
{
    private readonly Option<string?> _heldOut = new("--held-out") { Description = "Also fits to the smaller runs and predicts the larger: budgets or sizes", HelpName = "budgets|sizes" };
    private readonly Option<string?> _compare = new("--compare") { Description = "Other forms to compare on the held-out runs: --compare kaplan-joint,chinchilla-equal-exponents", HelpName = "forms" };
    private readonly Option<bool> _profile = new("--profile") { Description = "Also the profile likelihood of E and the exponents, for independent runs" };

    public CheckOptions(Command command)
    {
        foreach (var option in new Option[] { _heldOut, _compare, _profile })
            command.Options.Add(option);
    }

    /// <summary>Refuses checks of a fit where nothing is fitted to all runs at once.</summary>
    /// <exception cref="UsageException">One is typed.</exception>
    public void RequireAbsent(int approach, ParseResult options)
    {
        if (new Option[] { _heldOut, _compare, _profile }.FirstOrDefault(option => RunInputs.IsTyped(option, options)) is { } typed)
            throw new UsageException($"'--approach {NumberText.Grouped(approach)}' does not take '{typed.Name}', which checks the fit of approach 3; leave it out, or leave out '--approach'");
    }

    /// <summary>The fits with the checks that are asked for.</summary>
    /// <exception cref="UsageException">An option is not one.</exception>
    public IReadOnlyList<RunFit> Check(ParseResult options, Func<IReadOnlyList<RunFit>> fit)
    {
        HoldOutBy? by = options.GetValue(_heldOut) switch
        {
            null => options.GetValue(_compare) is null ? null : HoldOutBy.Budget,
            "budgets" => HoldOutBy.Budget,
            "sizes" => HoldOutBy.Size,
            var other => throw new UsageException($"--held-out: '{other}' is neither 'budgets' nor 'sizes'"),
        };
        var others = (options.GetValue(_compare) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(FitForms.Find).ToList();
        var profile = options.GetValue(_profile);
        var fits = fit();
        return by is null && !profile
            ? fits
            : [.. fits.Select(one => one with { Checks = new(by is { } held ? Scores(one.Fit, held, others) : null, profile ? Profile(one.Fit) : null) })];
    }

    private static IReadOnlyList<HeldOutScore> Scores(FitResult fit, HoldOutBy by, IReadOnlyList<LossForm> others) =>
        HeldOut.Compare([fit.Form, .. others.Where(other => !string.Equals(other.Id, fit.Form.Id, StringComparison.Ordinal))], fit.Set, by, fit.Options);

    private static List<(string, ScalingSdk.Laws.Interval)> Profile(FitResult fit) =>
        [.. fit.Constants.Select(constant => (constant.Name, Interval: ProfileLikelihood.Of(fit, constant.Name, RunFit.Coverage))).Where(static row => row.Interval is not null).Select(static row => (row.Name, row.Interval!.Value))];
}
