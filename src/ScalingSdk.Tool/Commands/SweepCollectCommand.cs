using System.CommandLine;
using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.Sweeps;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Commands;

/// <summary><c>scaling sweep collect</c>: checks every log and writes the ends of the finished runs for <c>scaling fit</c>.</summary>
internal sealed class SweepCollectCommand : Command
{
    private readonly Argument<string> _folder = new("folder") { Description = "The folder of the sweep", DefaultValueFactory = static _ => "sweep" };
    private readonly Option<string?> _output = new("--output", "-o") { Description = "The file of runs to write; unless stated runs.jsonl in the folder; '-' is standard output" };

    public SweepCollectCommand(Terminal terminal)
        : base("collect", "Writes the finished runs for 'scaling fit'; exit code 1 until all runs have ended")
    {
        Arguments.Add(_folder);
        Options.Add(_output);
        SetAction(options =>
        {
            var folder = SweepFolder.Open(options.GetValue(_folder)!, terminal);
            var (text, left) = SweepCollection.Of(folder);
            var path = options.GetValue(_output) ?? folder.Of("runs.jsonl");
            if (string.Equals(path, InputFile.Standard, StringComparison.Ordinal))
                terminal.Out.Write(text);
            else
                OutputFile.Write(path, text, replace: true);
            foreach (var (run, state) in left)
                terminal.Error.Write($"{run.Name} is left out: {Why(folder, run, state)}\n");
            return left.All(static pair => pair.State.HasEnded()) ? ExitCode.Clean : ExitCode.Findings;
        });
    }

    private static string Why(SweepFolder folder, SweepRun run, RunState state) => state switch
    {
        RunState.Missing => $"it has no log; 'scaling sweep resume {folder.Path}' runs it",
        RunState.Running => "it is running",
        RunState.Stopped => $"its log has no end, a line with its tokens and its loss; 'scaling sweep resume {folder.Path}' runs it again",
        RunState.Diverged => "it diverged",
        _ => $"{SweepLog.WhatIsMissing(folder.Look(run).Record, run)}; mend the log, or move '{folder.Of(run.Log)}' away, then 'scaling sweep resume {folder.Path}'",
    };
}
