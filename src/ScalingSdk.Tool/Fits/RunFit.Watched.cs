using ScalingSdk.Fitting;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Fits;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Fitting.Uncertainty;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Fits;

/// <content>At the terminal, which is told that it goes on.</content>
internal sealed partial record RunFit
{
    public static RunFit Of(string? part, RunSet runs, LossForm form, FitOptions options, BootstrapOptions bootstrap, Terminal terminal, CancellationToken cancellation)
    {
        var fit = Progress.Watch("fitting", () => LawFit.Fit(form, runs, options), terminal, cancellation);
        var sample = bootstrap.Resamples > 0 && fit.Diagnostics is not null
            ? Progress.Watch("resampling", () => Bootstrap.Run(fit, bootstrap), terminal, cancellation)
            : null;
        return new RunFit(part, fit, sample);
    }
}
