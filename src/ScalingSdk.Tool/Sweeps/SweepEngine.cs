using System.CommandLine;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Sweeps;

/// <summary>The options of where and how runs are run, for a new sweep and for one that is resumed.</summary>
internal sealed class SweepEngine
{
    private const string None = "none";
    private const string Local = "local";
    private const string Slurm = "slurm";
    private const double LeastFactor = 1;
    private const double MostFactor = 100;
    private readonly Option<string> _engine;
    private readonly Option<string?> _command = new("--command") { Description = "The command that trains one run; it gets $SCALING_SPEC, $SCALING_LOG, $SCALING_NAME, $SCALING_SEED" };
    private readonly Option<int?> _jobs = new("--jobs") { Description = "Runs at the same time; unless stated 1 locally, and on Slurm no limit" };
    private readonly Option<string?> _time = new("--task-time") { Description = "Slurm: the time limit of every run in place of the plan's, such as 02:00:00" };
    private readonly Option<double> _factor = new("--task-time-factor") { Description = "Slurm: the time limit as a multiple of the planned time", DefaultValueFactory = static _ => 1.5 };
    private readonly Option<string?> _memory = new("--task-memory") { Description = "Slurm: the memory of every run in place of the plan's, such as 16G" };
    private readonly Option<int?> _accelerators = new("--task-accelerators") { Description = "Slurm: the accelerators of every run in place of the plan's; 0 for none" };

    public SweepEngine(Command command, bool runs)
    {
        _engine = new("--engine")
        {
            Description = runs ? "'local' runs it here, 'slurm' submits job arrays" : "'local' runs it here, 'slurm' submits job arrays, 'none' writes only specs and manifest",
            DefaultValueFactory = _ => runs ? Local : None,
        };
        _engine.AcceptOnlyFromAmong(runs ? [Local, Slurm] : [None, Local, Slurm]);
        foreach (var option in new Option[] { _engine, _command, _jobs, _time, _factor, _memory, _accelerators })
            command.Options.Add(option);
    }

    /// <summary>What trains one run; null where the sweep is only written.</summary>
    /// <exception cref="UsageException">There is something to run, and nothing to run it with.</exception>
    public string? CommandOf(ParseResult options, string? ofManifest = null)
    {
        var command = options.GetValue(_command) ?? ofManifest;
        return !Is(options, None) && string.IsNullOrWhiteSpace(command)
            ? throw new UsageException("a sweep that runs needs '--command', such as --command 'dotnet Train.dll \"$SCALING_SPEC\" \"$SCALING_LOG\"'")
            : command;
    }

    /// <summary>How many run at a time; null is as many as Slurm starts.</summary>
    public int? JobsOf(ParseResult options) =>
        options.GetValue(_jobs) is { } jobs ? Limits.InRange(_jobs, jobs, 1, 1024) : Is(options, Slurm) ? null : 1;

    /// <summary>What the command line says of Slurm's tasks.</summary>
    /// <exception cref="UsageException">A value is not one that Slurm takes.</exception>
    public SlurmOptions SlurmOf(ParseResult options) => new(
        Word(options, _time), Word(options, _memory), options.GetValue(_accelerators) is { } count ? Limits.InRange(_accelerators, count, 0, 1024) : null,
        options.GetValue(_factor) is >= LeastFactor and <= MostFactor and var factor ? factor : throw new UsageException($"'{_factor.Name}' takes {NumberText.Compact(LeastFactor)} to {NumberText.Compact(MostFactor)}"),
        JobsOf(options));

    public async Task<int> RunAsync(ParseResult options, SweepFolder folder, string? command, Terminal terminal, CancellationToken cancellation)
    {
        if (Is(options, None))
        {
            terminal.Out.Write(SweepCollection.WhatNext(folder, [RunState.Missing]));
            return ExitCode.Clean;
        }

        using var turn = folder.TakeTurn();
        var tasks = await SlurmQueue.RequireAsync(folder, cancellation).ConfigureAwait(false);
        var states = SlurmQueue.States(folder, tasks);
        var indices = Enumerable.Range(0, states.Count).Where(index => states[index].IsToRun()).ToList();
        if (Is(options, Local))
        {
            await LocalEngine.RunAsync(folder, command!, indices, JobsOf(options)!.Value, terminal, cancellation).ConfigureAwait(false);
            states = SlurmQueue.States(folder, tasks);
            terminal.Error.Write($"{SweepCollection.Summary(states)}\n{SweepCollection.WhatNext(folder, states)}");
            return states.All(static state => state.HasEnded()) ? ExitCode.Clean : ExitCode.Findings;
        }

        var submitted = await SlurmEngine.SubmitAsync(folder, command!, indices, SlurmOf(options), terminal, cancellation).ConfigureAwait(false);
        terminal.Out.Write(submitted is var (arrays, fit)
            ? $"submitted: {(arrays.Count == 1 ? "array" : "arrays")} {string.Join(' ', arrays)}, and {fit} that collects and fits after them; 'scaling sweep status {folder.Path}' tells how far they are\n"
            : $"nothing to submit: {SweepCollection.Summary(states)}\n{SweepCollection.WhatNext(folder, states)}");
        return ExitCode.Clean;
    }

    // It becomes a line of a script.
    private static string? Word(ParseResult options, Option<string?> option) => options.GetValue(option) is not { } text ? null
        : text.Length is > 0 and <= 40 && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is ':' or '-' or '.') ? text
        : throw new UsageException($"'{option.Name}' takes Slurm's own words, such as '02:00:00' or '16G'");

    private bool Is(ParseResult options, string engine) => string.Equals(options.GetValue(_engine), engine, StringComparison.Ordinal);
}
