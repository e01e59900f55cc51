using System.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Tests;

/// <summary>Runs the tool inside the test: everything but the process.</summary>
internal static class Tool
{
    public static ToolRun Run(params string[] arguments) => RunWithInput("", arguments);

    public static ToolRun RunWithInput(string input, params string[] arguments) => RunOn(new Screen(), input, arguments);

    public static ToolRun RunOn(Screen screen, string input, params string[] arguments) =>
        RunOn(screen, new MemoryStream(Encoding.UTF8.GetBytes(input)), arguments);

    public static ToolRun RunOn(Screen screen, Stream input, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var terminal = new Terminal(() => input, output, error)
        {
            Width = screen.Width,
            BreakAt = screen.Breaks ? screen.Width : int.MaxValue,
            Color = screen.Color,
            Interactive = screen.Interactive,
        };
        var code = ScalingTool.RunAsync(arguments, terminal).GetAwaiter().GetResult();
        return new ToolRun(code, output.ToString(), error.ToString());
    }
}

internal sealed record Screen(int Width = 80, bool Color = false, bool Interactive = false, bool Breaks = false);

internal sealed record ToolRun(int Code, string Out, string Error)
{
    public string[] Lines => Out.TrimEnd('\n').Split('\n');
}
