using System.CommandLine;
using System.Globalization;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Design;
using ScalingSdk.Quantities;
using ScalingSdk.Specs;
using ScalingSdk.Text;
using ScalingSdk.Tool.Fits;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Sweeps;

/// <summary>The further runs that tell a fit most within a compute budget.</summary>
internal static class NextRunsDesign
{
    /// <summary>A run that was made already at nearly this size and length is made again with another seed.</summary>
    private const double Same = 0.001;

    /// <exception cref="UsageException">The runs tell too little to say which come next, or the budget pays for none.</exception>
    public static (IReadOnlyList<SweepRun> Runs, string Remark) Of(
        IReadOnlyList<string> earlier, double flops, double? at, FitInputs inputs, ParseResult options, Terminal terminal, CancellationToken cancellation)
    {
        if (earlier.FirstOrDefault(static path => path.EndsWith(LawFile.Extension, StringComparison.OrdinalIgnoreCase)) is { } law)
            throw new UsageException($"'{law}' is a law; which runs come next follows from the runs that it was fitted to: --next sweep/runs.jsonl");
        if (earlier.FirstOrDefault(Directory.Exists) is { } folder)
            throw new UsageException($"'{folder}' is a folder; 'scaling sweep collect {folder}' writes its runs, then --next {folder}/runs.jsonl");
        if (inputs.Fit(options, earlier, terminal, cancellation, resamples: 0) is not [{ Fit: var fit }])
            throw new UsageException("the next runs follow from one fit: --where keeps the runs of one part");
        if (fit.Diagnostics is null || fit.Runs.Count <= fit.Constants.Count)
            throw new UsageException($"'{string.Join("', '", earlier)}' has too few runs to fit {NumberText.Grouped(fit.Constants.Count)} constants; begin with a grid: 'scaling sweep --flops {NumberText.Scientific(flops)}'");
        if (fit.Set.Convention is not (ParameterConvention.Active or ParameterConvention.Total))
            throw new UsageException($"N of these runs is '{fit.Set.Convention}', but a spec states all parameters: give runs with a column 'params'");
        var plan = at is { } budget ? NextRuns.PlanForOptimalSize(fit, flops, budget) : NextRuns.Plan(fit, flops);
        if (plan.Count == 0)
            throw new UsageException($"'--flops {NumberText.Scientific(flops)}' pays for no run that tells something: the smallest of these runs took '{NumberText.Scientific(fit.Runs.Min(static run => run.Compute))}'");
        foreach (var line in fit.Set.Summary)
            terminal.Error.Write($"read: {line}\n");
        foreach (var finding in fit.Findings)
            terminal.Error.Write($"of the fit so far: {finding}\n");
        var target = at is { } named ? $"the interval of the best size at {NumberText.Scientific(named)} FLOP is" : "the intervals of the law's constants are, on average,";
        return (Named(plan, fit.Runs), $"By the fit to {NumberText.Grouped(fit.Runs.Count)} runs {target} then {NumberText.Percent(plan[^1].WidthLeft)} as wide as now.");
    }

    private static List<SweepRun> Named(IReadOnlyList<NextRun> plan, IReadOnlyList<TrainingRun> made)
    {
        var runs = new List<SweepRun>();
        foreach (var next in plan)
        {
            var (parameters, tokens) = (Math.Max(1, Math.Round(next.Parameters)), Math.Max(1, Math.Floor(next.Tokens)));
            var seeds = made.Count(run => IsSame(run.Parameters, run.Tokens)) + runs.Count(run => IsSame(run.Parameters, run.Tokens));
            runs.Add(new(string.Create(CultureInfo.InvariantCulture, $"R{runs.Count + 1}_S{seeds + 1}"), parameters, tokens, 6 * parameters * tokens, seeds + 1));

            bool IsSame(double n, double d) => Math.Abs((n / parameters) - 1) < Same && Math.Abs((d / tokens) - 1) < Same;
        }

        return runs;
    }
}
