namespace ScalingSdk.Tool;

/// <summary>What the process says to its caller; docs/tool.md documents it.</summary>
internal static class ExitCode
{
    public const int Clean = 0;

    /// <summary>Findings at or above <c>--fail-on</c>, or a spec whose errors leave no plan.</summary>
    public const int Findings = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>An input is missing, or is no JSON, CSV or law.</summary>
    public const int Unreadable = 3;

    /// <summary>The results cannot be written: a full disk, a closed output (EX_IOERR of sysexits.h).</summary>
    public const int Output = 74;

    /// <summary>A bug of this tool; the message asks for a report.</summary>
    public const int Internal = 70;

    /// <summary>Ctrl+C: 128 and the number of the signal.</summary>
    public const int Interrupted = 130;
}
