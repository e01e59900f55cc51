namespace ScalingSdk.Tasks;

/// <summary>The line that a build prints for a spec.</summary>
internal static class SummaryLine
{
    private const string Escape = "\u001b";

    /// <summary>
    /// The terminal logger prints no message of a target, not even one of high importance, except those that contain
    /// <c>--interactive</c> (so that people see prompts for credentials). Here the mark is the id of a hyperlink: the
    /// reader sees the summary alone, and its first word opens the plan.
    /// </summary>
    public static string ForTerminalLogger(string summary, string planPath)
    {
        var end = summary.IndexOf(' ');
        var word = end < 0 ? summary : summary.Substring(0, end);
        var link = new Uri(planPath).AbsoluteUri;
        return $"  {Escape}]8;id=--interactive;{link}{Escape}\\{word}{Escape}]8;;{Escape}\\{summary.Substring(word.Length)}";
    }
}
