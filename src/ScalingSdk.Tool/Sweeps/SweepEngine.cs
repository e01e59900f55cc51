using System.CommandLine;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Sweeps;

/// <summary>The options of where and how runs are run, for a new sweep and for one that is resumed.</summary>
internal sealed class SweepEngine
{
    private const string None = "none";
    private const string Local = "local";
    private const string Slurm = "slurm";
    private readonly Option<string> _engine;
    private readonly Option<string?> _command = new("--command") { Description = "What trains one run: it finds $SCALING_SPEC, $SCALING_LOG, $SCALING_NAME, $SCALING_SEED" };
    private readonly Option<int> _jobs = new("--jobs") { Description = "Runs at a time", DefaultValueFactory = static _ => 1 };
    private readonly Option<string?> _time = new("--task-time") { Description = "Slurm: the time limit of a run, such as 02:00:00" };
    private readonly Option<string?> _memory = new("--task-memory") { Description = "Slurm: the memory of a run, such as 16G" };
    private readonly Option<int> _accelerators = new("--task-accelerators") { Description = "Slurm: the accelerators of a run" };

    public SweepEngine(Command command, bool runs)
    {
        _engine = new("--engine")
        {
            Description = runs ? "'local' runs it here, 'slurm' submits a job array" : "'local' runs it here, 'slurm' submits a job array, 'none' writes specs and manifest alone",
            DefaultValueFactory = _ => runs ? Local : None,
        };
        _engine.AcceptOnlyFromAmong(runs ? [Local, Slurm] : [None, Local, Slurm]);
        foreach (var option in new Option[] { _engine, _command, _jobs, _time, _memory, _accelerators })
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

    public async Task<int> RunAsync(ParseResult options, SweepFolder folder, string? command, Terminal terminal, CancellationToken cancellation)
    {
        if (Is(options, None))
            return ExitCode.Clean;
        var jobs = Limits.InRange(options, _jobs, 1, 1024);
        if (Is(options, Local))
            return await LocalEngine.RunAsync(folder, command!, jobs, terminal, cancellation).ConfigureAwait(false) ? ExitCode.Clean : ExitCode.Findings;
        var limits = new SlurmLimits(Word(options, _time), Word(options, _memory), Limits.InRange(options, _accelerators, 0, 1024), jobs);
        var submitted = await SlurmEngine.SubmitAsync(folder, command!, limits, cancellation).ConfigureAwait(false);
        terminal.Out.Write(submitted is var (array, fit)
            ? $"submitted: array {array}, and {fit} that collects and fits after it; 'scaling sweep status {folder.Path}' tells how far it is\n"
            : "every run has ended\n");
        return ExitCode.Clean;
    }

    // It becomes a line of a script.
    private static string? Word(ParseResult options, Option<string?> option) => options.GetValue(option) is not { } text ? null
        : text.Length <= 40 && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is ':' or '-' or '.') ? text
        : throw new UsageException($"'{option.Name}' takes Slurm's own words, such as '02:00:00' or '16G'");

    private bool Is(ParseResult options, string engine) => string.Equals(options.GetValue(_engine), engine, StringComparison.Ordinal);
}
