using System.CommandLine;
using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using ScalingSdk.Quantities.Units;
using ScalingSdk.Tool.Fits;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Sweeps;

/// <summary>The options of which runs a sweep has: a grid around the optima of a law, or what a fit wants to see next.</summary>
internal sealed class SweepDesign
{
    private readonly Option<string?> _flops = new("--flops") { Description = "The largest budget: 1e16; with '--next' the total compute of the new runs" };
    private readonly Option<int> _budgets = new("--budgets") { Description = "Budgets, each 3.16 times the one before", DefaultValueFactory = static _ => 4 };
    private readonly Option<int> _sizes = new("--sizes") { Description = "Sizes at each budget", DefaultValueFactory = static _ => 6 };
    private readonly Option<double> _spread = new("--spread") { Description = "How far the sizes reach to each side of the optimum, as a factor", DefaultValueFactory = static _ => 4 };
    private readonly Option<int> _seeds = new("--seeds") { Description = "Seeds of each size and budget", DefaultValueFactory = static _ => 1 };
    private readonly Option<string[]> _next = new("--next")
    {
        Description = "In place of a grid, the runs that improve a fit to these runs most: sweep/runs.jsonl",
        HelpName = "runs",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> _at = new("--at") { Description = "With '--next': improve the best size for this budget: 1e21; unless stated, all constants of the law", HelpName = "flops" };

    private readonly FitInputs _inputs;

    public SweepDesign(Command command)
    {
        foreach (var option in new Option[] { _flops, _budgets, _sizes, _spread, _seeds, _next, _at })
            command.Options.Add(option);
        _inputs = new(command, resamples: 0);
    }

    /// <summary>The runs to make, the files of runs that they add to, and what a reader should know of them.</summary>
    /// <exception cref="UsageException">An option asks for runs that cannot be.</exception>
    public (IReadOnlyList<SweepRun> Runs, IReadOnlyList<string> Earlier, string? Remark) Runs(
        ParseResult options, IAllocationLaw law, Terminal terminal, CancellationToken cancellation)
    {
        var flops = Flops(_flops, options.GetValue(_flops) ?? throw new UsageException("say how much compute the largest budget is: 'scaling sweep --flops 1e16'"));
        if (options.GetValue(_next) is { Length: > 0 } earlier)
        {
            if (new Option[] { _budgets, _sizes, _spread, _seeds }.FirstOrDefault(option => IsGiven(options, option)) is { } ofGrid)
                throw new UsageException($"'{ofGrid.Name}' is of a grid; with '--next' the fit chooses sizes, tokens and seeds: leave it out");
            var (next, remark) = NextRunsDesign.Of(earlier, flops, options.GetValue(_at) is { } at ? Flops(_at, at) : null, _inputs, options, terminal, cancellation);
            return (next, earlier, remark);
        }

        if (IsGiven(options, _at))
            throw new UsageException("'--at' goes with '--next': --next sweep/runs.jsonl --at 1e21");
        var spread = options.GetValue(_spread) is > 1 and <= 1000 and var factor ? factor : throw new UsageException("'--spread' takes a factor above 1, at most 1000");
        var grid = IsoFlopDesign.Of(
            law, flops, Limits.InRange(options, _budgets, 1, 20), Limits.InRange(options, _sizes, 4, 50), spread, Limits.InRange(options, _seeds, 1, 100));
        return (grid, [], null);
    }

    private static bool IsGiven(ParseResult options, Option option) => options.GetResult(option) is { Implicit: false };

    private static double Flops(Option option, string text)
    {
        var flops = Quantity.Read(text, Unit.Flops);
        return flops.Error is { } problem ? throw new UsageException($"{option.Name}: {problem}") : flops.Value;
    }
}
