using ScalingSdk.Diagnostics;
using Spectre.Console;

namespace ScalingSdk.Tool.Formats;

/// <content>At the terminal.</content>
internal static partial class Severities
{
    public static Style Style(this Severity severity) => severity switch
    {
        Severity.Error => new Style(Color.Red, decoration: Decoration.Bold),
        Severity.Warning => new Style(Color.Yellow, decoration: Decoration.Bold),
        _ => new Style(Color.Aqua),
    };
}
