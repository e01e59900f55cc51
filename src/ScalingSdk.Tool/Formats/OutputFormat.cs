using System.CommandLine;

namespace ScalingSdk.Tool.Formats;

/// <summary>The <c>--format</c> option.</summary>
internal static class OutputFormat
{
    public const string Text = "text";
    public const string Json = "json";
    public const string Sarif = "sarif";
    public const string Markdown = "markdown";

    public static Option<string> Option(params string[] formats)
    {
        var option = new Option<string>("--format", "-f")
        {
            Description = "How to write the result",
            DefaultValueFactory = static _ => Text,
        };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }
}
