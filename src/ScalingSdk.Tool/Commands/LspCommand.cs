using System.CommandLine;
using ScalingSdk.Tool.LanguageServer;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Commands;

/// <summary><c>scaling lsp</c>: the language server of specs, for editors.</summary>
internal sealed class LspCommand : Command
{
    public LspCommand(Terminal terminal)
        : base("lsp", "The language server of specs, over standard input and output: editors start it")
    {
        // Some clients add it to every server.
        Options.Add(new Option<bool>("--stdio") { Hidden = true });
        SetAction((_, cancellation) => Server.RunAsync(terminal.OpenInput(), Console.OpenStandardOutput(), terminal, cancellation));
    }
}
