using System.Text;
using Spectre.Console;

namespace ScalingSdk.Tool.Terminals;

/// <summary>What a process reads from and writes to, and what its screen can show.</summary>
internal sealed class Terminal : IDisposable
{
    private const int WidthWhenPiped = 100;
    private const int WidestText = 120;
    private readonly Func<Stream> _input;
    private IAnsiConsole? _screen;

    public Terminal(Func<Stream> input, TextWriter output, TextWriter error)
    {
        _input = input;
        Out = new GuardedWriter(output);
        (Error, Watch) = (new NeutralWriter(error), error);
    }

    /// <summary>The results; nothing else is written here.</summary>
    public TextWriter Out { get; }

    /// <summary>Errors and questions.</summary>
    public TextWriter Error { get; }

    /// <summary>The same, for progress that is drawn over: our own text alone.</summary>
    public TextWriter Watch { get; }

    /// <summary>Columns that text may fill.</summary>
    public int Width { get; init; } = WidthWhenPiped;

    /// <summary>Where a line that would reach farther is broken: at the screen's edge, and nowhere in a pipe.</summary>
    public int BreakAt { get; init; } = int.MaxValue;

    /// <summary>Whether results may be coloured.</summary>
    public bool Color { get; init; }

    /// <summary>Whether people watch standard error: there alone progress is shown.</summary>
    public bool Watched { get; init; }

    /// <summary>Whether a person can answer questions.</summary>
    public bool Interactive { get; init; }

    /// <summary>The results as people read them.</summary>
    public IAnsiConsole Screen => _screen ??= CreateScreen();

    public static Terminal OfProcess()
    {
        var (color, ascii) = (Settings.ColorWanted && !Console.IsOutputRedirected, Settings.AsciiOnly);
        return new Terminal(Console.OpenStandardInput, Writer(StandardOutput(), ascii), Writer(Console.OpenStandardError(), ascii, autoFlush: true))
        {
            Color = color,
            BreakAt = Console.IsOutputRedirected ? int.MaxValue : Math.Clamp(Settings.WindowWidth ?? WidthWhenPiped, 40, WidestText),
            Width = Console.IsOutputRedirected ? WidthWhenPiped : Math.Clamp(Settings.WindowWidth ?? WidthWhenPiped, 40, WidestText),
            Watched = !Console.IsErrorRedirected,
            Interactive = !Console.IsInputRedirected && !Console.IsErrorRedirected,
        };
    }

    public Stream OpenInput() => _input();

    /// <summary>An error as people read it, on standard error.</summary>
    public int Fail(string message, int code)
    {
        Flush();
        Error.Write("scaling: " + message.TrimEnd('.', '\n') + "\n");
        Error.Flush();
        return code;
    }

    public void Flush() => Out.Flush();

    public void Dispose()
    {
        Error.Flush();
    }

    private IAnsiConsole CreateScreen()
    {
        var screen = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = Color ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = Color ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(Out),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        screen.Profile.Width = Width;
        return screen;
    }

    // Where it is closed (>&-), the framework throws at once: let it be when something is written.
    private static Stream StandardOutput()
    {
        try
        {
            return Console.OpenStandardOutput();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception)
        {
            return new ClosedStream();
        }
    }

    private static StreamWriter Writer(Stream stream, bool ascii, bool autoFlush = false) =>
        new(ascii ? new AsciiStream(stream) : stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 16 * 1024)
        {
            AutoFlush = autoFlush,
            NewLine = "\n",
        };
}
