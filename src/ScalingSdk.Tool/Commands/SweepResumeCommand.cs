using System.CommandLine;
using ScalingSdk.Tool.Sweeps;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Commands;

/// <summary><c>scaling sweep resume</c>: runs what is missing or stopped.</summary>
internal sealed class SweepResumeCommand : Command
{
    private readonly Argument<string> _folder = new("folder") { Description = "The folder of the sweep", DefaultValueFactory = static _ => "sweep" };

    public SweepResumeCommand(Terminal terminal)
        : base("resume", "Runs what is missing or stopped")
    {
        Arguments.Add(_folder);
        var engine = new SweepEngine(this, runs: true);
        SetAction((options, cancellation) =>
        {
            var folder = SweepFolder.Open(options.GetValue(_folder)!, terminal);
            return engine.RunAsync(options, folder, engine.CommandOf(options, folder.Command), terminal, cancellation);
        });
    }
}
