namespace ScalingSdk.Tool.Terminals;

/// <summary>What the environment says of the screen.</summary>
internal static class Settings
{
    /// <summary>False under <c>NO_COLOR</c> (https://no-color.org) and on a terminal that understands no escapes.</summary>
    public static bool ColorWanted => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && !string.Equals(Environment.GetEnvironmentVariable("TERM"), "dumb", StringComparison.Ordinal);

    /// <summary>True where the locale is the plain one: bytes above 127 may show as noise.</summary>
    public static bool AsciiOnly => Locale is "C" or "POSIX" || (Locale is { } locale && locale.EndsWith("ASCII", StringComparison.OrdinalIgnoreCase));

    /// <summary>Columns of the window, or null where there is none.</summary>
    public static int? WindowWidth
    {
        get
        {
            try
            {
                return Console.WindowWidth is > 0 and var width ? width : null;
            }
            catch (Exception exception) when (exception is IOException or PlatformNotSupportedException)
            {
                return null;
            }
        }
    }

    private static readonly string[] LocaleVariables = ["LC_ALL", "LC_CTYPE", "LANG"];

    private static string? Locale => LocaleVariables
        .Select(Environment.GetEnvironmentVariable)
        .FirstOrDefault(static value => !string.IsNullOrEmpty(value));
}
