using System.CommandLine;
using System.CommandLine.Completions;
using ScalingSdk.Diagnostics;
using ScalingSdk.Hardware;
using ScalingSdk.Tool.Formats;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Commands;

/// <summary><c>scaling hardware</c>: the devices that <c>hardware.accelerator</c> and <c>--gpus</c> know by name.</summary>
internal sealed class HardwareCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Argument<string?> _device = new("device")
    {
        Description = "A device: H100-SXM. Without one: all",
        Arity = ArgumentArity.ZeroOrOne,
        HelpName = "device",
    };

    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown);

    public HardwareCommand(Terminal terminal)
        : base("hardware", "The devices known by name: dense peaks, memory, bandwidth, power, source")
    {
        _terminal = terminal;
        Arguments.Add(_device);
        Options.Add(_format);
        _device.CompletionSources.Add(static _ => AcceleratorCatalog.All.Select(static device => new CompletionItem(device.Id)));
        SetAction(options => Run(options));
    }

    private int Run(ParseResult options)
    {
        IReadOnlyList<Accelerator> devices = options.GetValue(_device) is { } name ? [Find(name)] : AcceleratorCatalog.All;
        switch (options.GetValue(_format))
        {
            case OutputFormat.Json:
                _terminal.Out.Write(HardwareList.Json(devices));
                break;
            case OutputFormat.Markdown:
                _terminal.Out.Write(HardwareList.Markdown(devices));
                break;
            default:
                HardwareList.Write(devices, _terminal);
                break;
        }

        return ExitCode.Clean;
    }

    private static Accelerator Find(string name) => AcceleratorCatalog.Find(name) ?? throw new UsageException(
        $"there is no device '{name}'; {Suggest.Hint(AcceleratorCatalog.Nearest(name), "'scaling hardware' lists them")}");
}
