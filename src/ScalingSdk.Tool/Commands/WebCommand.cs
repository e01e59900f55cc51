using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using ScalingSdk.Tool.Terminals;
using ScalingSdk.Tool.Web;

namespace ScalingSdk.Tool.Commands;

/// <summary><c>scaling web</c>: the planner's page on this machine, with the project's specs.</summary>
internal sealed class WebCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Argument<string[]> _specs = new("specs")
    {
        Description = "Specs, folders or patterns. Without any: every spec below this folder",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _files = new("--files") { Description = "The folder of the published page; without it, the one that came with the tool", HelpName = "folder" };
    private readonly Option<bool> _noBrowser = new("--no-browser") { Description = "Only print the address" };

    public WebCommand(Terminal terminal)
        : base("web", "The planner in the browser, on this machine, with the project's specs as they change")
    {
        _terminal = terminal;
        Arguments.Add(_specs);
        Options.Add(_files);
        Options.Add(_noBrowser);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult options, CancellationToken cancellation)
    {
        var files = new WebFiles(options.GetValue(_files) ?? WebFiles.Own);
        var specs = new ProjectSpecs(options.GetValue(_specs) ?? [], _terminal);
        using var server = WebServer.Start(files.Find, specs.Json);
        _terminal.Out.Write(server.Address + "\n");
        _terminal.Out.Flush();
        if (!options.GetValue(_noBrowser) && !TryOpen(server.Address))
            _terminal.Error.WriteLine("no browser can be started here: open the address yourself");
        await server.RunAsync(cancellation).ConfigureAwait(false);
        return ExitCode.Clean;
    }

    private static bool TryOpen(string address)
    {
        try
        {
            // Only Windows opens an address by itself.
            using var browser = OperatingSystem.IsWindows() ? Process.Start(new ProcessStartInfo(address) { UseShellExecute = true })
                : Process.Start(new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [address]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true });
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
