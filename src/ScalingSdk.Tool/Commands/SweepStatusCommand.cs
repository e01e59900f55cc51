using System.CommandLine;
using ScalingSdk.Text;
using ScalingSdk.Tool.Sweeps;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Commands;

/// <summary><c>scaling sweep status</c>: which runs of a sweep are finished, running, stopped, missing.</summary>
internal sealed class SweepStatusCommand : Command
{
    private readonly Argument<string> _folder = new("folder") { Description = "The folder of the sweep", DefaultValueFactory = static _ => "sweep" };

    public SweepStatusCommand(Terminal terminal)
        : base("status", "What ran, failed and is missing; exit code 1 until all runs have ended")
    {
        Arguments.Add(_folder);
        SetAction(async (options, cancellation) =>
        {
            var folder = SweepFolder.Open(options.GetValue(_folder)!, terminal);
            var tasks = await SlurmQueue.TasksAsync(folder, cancellation).ConfigureAwait(false);
            if (tasks is null)
                terminal.Error.Write("squeue does not answer: runs that wait in its queue are listed as missing\n");
            var states = SlurmQueue.States(folder, tasks ?? new Dictionary<int, bool>());
            var page = new Page(terminal);
            var open = folder.Runs.Zip(states, static (run, state) => (Run: run, State: state)).Where(static s => s.State != RunState.Finished).ToList();
            if (open.Count > 0)
            {
                page.Table(
                    ["run", "state", "FLOP"],
                    open.Select(static s => new[] { s.Run.Name, s.State.ToString().ToLowerInvariant(), NumberText.Scientific(s.Run.Flops) }),
                    right: [2]);
            }

            page.Line(SweepCollection.Summary(states));
            terminal.Out.Write(SweepCollection.WhatNext(folder, states));
            return states.All(static state => state.HasEnded()) ? ExitCode.Clean : ExitCode.Findings;
        });
    }
}
