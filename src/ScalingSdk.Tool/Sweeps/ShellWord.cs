namespace ScalingSdk.Tool.Sweeps;

/// <summary>Text as one word of a command line of a POSIX shell.</summary>
internal static class ShellWord
{
    /// <summary>As it is where no shell reads anything else into it; quoted otherwise.</summary>
    public static string Of(string text) =>
        text.Length > 0 && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '-' or '+' or '=' or ':' or ',' or '@' or '%') ? text : Quote(text);

    /// <summary>In quotes, whatever it is.</summary>
    public static string Quote(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
