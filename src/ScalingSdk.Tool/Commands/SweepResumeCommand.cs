using System.CommandLine;
using ScalingSdk.Text;
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
            var command = engine.CommandOf(options, folder.Command);
            // A folder may come from somebody else: what it makes this machine run is said before it does.
            if (string.Equals(command, folder.Command, StringComparison.Ordinal))
                terminal.Error.WriteLine($"runs the command of '{folder.Path}': {OutsideText.Neutral(command!)}");
            return engine.RunAsync(options, folder, command, terminal, cancellation);
        });
    }
}
