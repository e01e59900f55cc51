using System.CommandLine;
using ScalingSdk.Laws;
using ScalingSdk.Text;
using ScalingSdk.Tool.Sweeps;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Commands;

/// <summary><c>scaling sweep</c>: designs an isoFLOP sweep, says what it costs, and runs it; <c>status</c>, <c>collect</c>, <c>resume</c>.</summary>
internal sealed class SweepCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Option<string> _flops = new("--flops") { Description = "The largest budget: 1e16", Required = true };
    private readonly Option<int> _budgets = new("--budgets") { Description = "Budgets, each 3.16 times the one before", DefaultValueFactory = static _ => 4 };
    private readonly Option<int> _sizes = new("--sizes") { Description = "Sizes at each budget", DefaultValueFactory = static _ => 6 };
    private readonly Option<double> _spread = new("--spread") { Description = "How far the sizes reach to each side of the optimum, as a factor", DefaultValueFactory = static _ => 4 };
    private readonly Option<int> _seeds = new("--seeds") { Description = "Seeds of each size and budget", DefaultValueFactory = static _ => 1 };
    private readonly Option<string> _law = new("--law") { Description = "The law whose optimum the sizes lie around", DefaultValueFactory = static _ => "besiroglu-2024" };
    private readonly Option<string> _folder = new("--output", "-o") { Description = "The folder of the sweep", DefaultValueFactory = static _ => "sweep" };

    private readonly SweepEngine _engine;

    public SweepCommand(Terminal terminal)
        : base("sweep", "Designs a sweep of small runs, says what it costs, and runs it")
    {
        _terminal = terminal;
        foreach (var option in new Option[] { _flops, _budgets, _sizes, _spread, _seeds, _law, _folder })
            Options.Add(option);
        _engine = new(this, runs: false);
        Subcommands.Add(new SweepStatusCommand(terminal));
        Subcommands.Add(new SweepCollectCommand(terminal));
        Subcommands.Add(new SweepResumeCommand(terminal));
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult options, CancellationToken cancellation)
    {
        var flops = Quantity.Read(options.GetValue(_flops)!, Unit.Flops);
        if (flops.Error is { } problem)
            throw new UsageException($"--flops: {problem}");
        var command = _engine.CommandOf(options);
        var runs = SweepDesign.IsoFlop(
            Law(options.GetValue(_law)!), flops.Value, Limits.InRange(options, _budgets, 1, 20), Limits.InRange(options, _sizes, 4, 50),
            options.GetValue(_spread) is > 1 and <= 1000 and var spread ? spread : throw new UsageException("'--spread' takes a factor above 1, at most 1000"),
            Limits.InRange(options, _seeds, 1, 100));
        var folder = SweepFolder.Create(options.GetValue(_folder)!, command, runs);
        Show(runs, folder);
        return await _engine.RunAsync(options, folder, command, _terminal, cancellation).ConfigureAwait(false);
    }

    private void Show(IReadOnlyList<SweepRun> runs, SweepFolder folder)
    {
        var page = new Page(_terminal);
        page.Table(
            ["run", "FLOP", "parameters", "tokens"],
            runs.Select(static run => new[] { run.Name, NumberText.Compact(run.Flops), NumberText.Compact(run.Parameters), NumberText.Compact(run.Tokens) }),
            right: [1, 2, 3]);
        page.Line($"{NumberText.Grouped(runs.Count)} runs, {NumberText.Compact(runs.Sum(static run => run.Flops))} FLOP together, written to '{folder.Path}'");
        _terminal.Flush();
    }

    private static IAllocationLaw Law(string id) => LawRegistry.Find(id.ToLowerInvariant()) switch
    {
        IAllocationLaw law => law,
        null => throw new UsageException(LawRegistry.Nearest(id) is { } nearest
            ? $"there is no law '{id}'; did you mean '{nearest}'?"
            : $"there is no law '{id}'; 'scaling laws' lists them"),
        var other => throw new UsageException($"'{other.Info.Id}' does not split compute into parameters and tokens; 'besiroglu-2024' does"),
    };
}
