using System.CommandLine;
using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.Sweeps;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Commands;

/// <summary><c>scaling sweep</c>: designs a sweep, says what it costs, and runs it; <c>status</c>, <c>collect</c>, <c>resume</c>.</summary>
internal sealed class SweepCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Option<string> _folder = new("--output", "-o") { Description = "The folder of the sweep", DefaultValueFactory = static _ => "sweep" };
    private readonly SweepDesign _design;
    private readonly BaseSpec _base;
    private readonly SweepEngine _engine;

    public SweepCommand(Terminal terminal)
        : base("sweep", "Designs a sweep of small runs, says what it costs, and runs it")
    {
        _terminal = terminal;
        _design = new(this);
        Options.Add(_folder);
        _base = new(this);
        _engine = new(this, runs: false);
        Subcommands.Add(new SweepStatusCommand(terminal));
        Subcommands.Add(new SweepCollectCommand(terminal));
        Subcommands.Add(new SweepResumeCommand(terminal));
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult options, CancellationToken cancellation)
    {
        var path = options.GetValue(_folder)!;
        SweepFolder.RequireNone(path);
        var command = _engine.CommandOf(options);
        var jobs = _engine.SlurmOf(options).AtATime;
        var (input, result) = _base.Read(options, _terminal, cancellation);
        if (result.Plan is not { } plan)
            return Problems.Refuse(input, result, _terminal);
        var (runs, earlier, remark) = _design.Runs(options, plan.Spec.Laws.Allocation, _terminal, cancellation);

        var shared = BaseSpec.Shared(input, plan, path);
        var specs = runs.Select(run => (Run: run, Spec: BaseSpec.Of(shared, run))).ToList();
        var costs = specs.ConvertAll(pair => RunCost.Of(pair.Run, SpecInput.FromText(_terminal, Path.Combine(path, pair.Run.Spec), pair.Spec, []), cancellation));
        var folder = SweepFolder.Create(path, command, earlier, specs);
        var page = new Page(_terminal);
        CostTable.Write(page, costs, jobs);
        if (remark is not null)
            page.Line(remark);
        page.Line($"Specs and manifest are in '{path}'.");
        _terminal.Flush();
        return await _engine.RunAsync(options, folder, command, _terminal, cancellation).ConfigureAwait(false);
    }
}
