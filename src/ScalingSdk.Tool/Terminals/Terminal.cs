using System.Text;
using Spectre.Console;

namespace ScalingSdk.Tool.Terminals;

/// <summary>What a process reads from and writes to, and what its screen can show.</summary>
internal sealed class Terminal : IDisposable
{
    private const int WidthWhenPiped = 80;
    private const int WidestText = 120;
    private readonly Func<Stream> _input;
    private readonly GuardedWriter _out;
    private IAnsiConsole? _screen;

    public Terminal(Func<Stream> input, TextWriter output, TextWriter error)
    {
        _input = input;
        _out = new GuardedWriter(output);
        Error = error;
    }

    /// <summary>The results; nothing else is written here.</summary>
    public TextWriter Out => _out;

    /// <summary>Errors, progress and questions.</summary>
    public TextWriter Error { get; }

    /// <summary>Columns that text may fill.</summary>
    public int Width { get; init; } = WidthWhenPiped;

    /// <summary>Whether results may be coloured.</summary>
    public bool Color { get; init; }

    /// <summary>Whether people watch standard error: there alone progress is shown.</summary>
    public bool Watched { get; init; }

    /// <summary>Whether a person can answer questions.</summary>
    public bool Interactive { get; init; }

    /// <summary>True where nobody reads the results any more.</summary>
    public bool OutputClosed => _out.Closed;

    /// <summary>The results as people read them.</summary>
    public IAnsiConsole Screen => _screen ??= CreateScreen();

    public static Terminal OfProcess()
    {
        var (color, ascii) = (Settings.ColorWanted && !Console.IsOutputRedirected, Settings.AsciiOnly);
        return new Terminal(Console.OpenStandardInput, Writer(Console.OpenStandardOutput(), ascii), Writer(Console.OpenStandardError(), ascii, autoFlush: true))
        {
            Color = color,
            Width = Console.IsOutputRedirected ? WidthWhenPiped : Math.Clamp(Settings.WindowWidth ?? WidthWhenPiped, 40, WidestText),
            Watched = !Console.IsErrorRedirected,
            Interactive = !Console.IsInputRedirected && !Console.IsErrorRedirected,
        };
    }

    public Stream OpenInput() => _input();

    /// <summary>An error as people read it, on standard error.</summary>
    public int Fail(string message, int code)
    {
        if (!OutputClosed)
            Flush();
        Error.Write("scaling: " + message.TrimEnd('.', '\n') + "\n");
        Error.Flush();
        return code;
    }

    public void Flush() => Out.Flush();

    public void Dispose()
    {
        if (!OutputClosed)
            Flush();
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

    private static StreamWriter Writer(Stream stream, bool ascii, bool autoFlush = false) =>
        new(ascii ? new AsciiStream(stream) : stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 16 * 1024)
        {
            AutoFlush = autoFlush,
            NewLine = "\n",
        };
}
