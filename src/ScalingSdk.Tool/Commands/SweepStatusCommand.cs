using System.CommandLine;
using ScalingSdk.Text;
using ScalingSdk.Tool.Sweeps;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Commands;

/// <summary><c>scaling sweep status</c>: which runs of a sweep are finished, running, stopped, missing.</summary>
internal sealed class SweepStatusCommand : Command
{
    private readonly Argument<string> _folder = new("folder") { Description = "The folder of the sweep" };

    public SweepStatusCommand(Terminal terminal)
        : base("status", "What ran, failed and is missing; exit code 1 until all runs are finished")
    {
        Arguments.Add(_folder);
        SetAction(options =>
        {
            var folder = SweepFolder.Open(options.GetValue(_folder)!, terminal);
            var states = folder.Runs.Select(run => (Run: run, State: folder.Look(run).State)).ToList();
            var page = new Page(terminal);
            var open = states.Where(static s => s.State != RunState.Finished).ToList();
            if (open.Count > 0)
            {
                page.Table(
                    ["run", "state", "FLOP"],
                    open.Select(static s => new[] { s.Run.Name, s.State.ToString().ToLowerInvariant(), NumberText.Compact(s.Run.Flops) }),
                    right: [2]);
            }

            page.Line(SweepCollection.Summary(states.Select(static s => s.State)));
            return open.Count == 0 ? ExitCode.Clean : ExitCode.Findings;
        });
    }
}
