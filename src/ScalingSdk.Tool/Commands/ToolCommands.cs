using System.CommandLine;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Commands;

/// <summary>The commands of the tool, in the order of the help. A process runs one of them: the others are made only where they are listed or completed.</summary>
internal static class ToolCommands
{
    private static readonly (string Name, Func<Terminal, Command> Create)[] All =
    [
        ("plan", static terminal => new PlanCommand(terminal)),
        ("compare", static terminal => new CompareCommand(terminal)),
        ("check", static terminal => new CheckCommand(terminal)),
        ("fix", static terminal => new FixCommand(terminal)),
        ("params", static terminal => new ParamsCommand(terminal)),
        ("laws", static terminal => new LawsCommand(terminal)),
        ("hardware", static terminal => new HardwareCommand(terminal)),
        ("explain", static terminal => new ExplainCommand(terminal)),
        ("fit", static terminal => new FitCommand(terminal)),
        ("forecast", static terminal => new ForecastCommand(terminal)),
        ("worth", static terminal => new WorthCommand(terminal)),
        ("next", static terminal => new NextCommand(terminal)),
        ("sweep", static terminal => new SweepCommand(terminal)),
        ("report", static terminal => new ReportCommand(terminal)),
        ("plot", static terminal => new PlotCommand(terminal)),
        ("web", static terminal => new WebCommand(terminal)),
        ("init", static terminal => new InitCommand(terminal)),
        ("completion", static terminal => new CompletionCommand(terminal)),
        ("lsp", static terminal => new LspCommand(terminal)),
    ];

    /// <summary>The command that the arguments name; all where they name none, and none where they ask for the version alone.</summary>
    public static IEnumerable<Command> For(string[] args, Terminal terminal)
    {
        if (args is ["--version"])
            return [];
        var asked = Array.Find(All, command => args.Length > 0 && string.Equals(args[0], command.Name, StringComparison.Ordinal));
        return asked.Create is null ? Array.ConvertAll(All, command => command.Create(terminal)) : [asked.Create(terminal)];
    }
}
