using System.Text;
using ScalingSdk.Diagnostics;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;
using Prose = Spectre.Console.Text;

namespace ScalingSdk.Tool.Formats;

/// <summary>Findings as a compiler prints them: a line each, which editors and terminals make clickable; below it why, and what to type.</summary>
internal static class FindingsText
{
    public static void Write(int specs, IReadOnlyList<Finding> findings, Terminal terminal)
    {
        foreach (var finding in findings)
        {
            if (!terminal.Color)
            {
                terminal.Out.Write(finding + "\n");
                terminal.Out.Write(Below(finding, terminal.BreakAt));
                continue;
            }

            // The same line, its severity and id in colour; the screen breaks long lines, not we.
            var line = finding.ToString();
            var mark = line.IndexOf(finding.Rule.Id + ":", StringComparison.Ordinal);
            var start = line.LastIndexOf(": ", mark, StringComparison.Ordinal) + 2;
            terminal.Screen.Profile.Width = int.MaxValue / 2;
            terminal.Screen.Write(new Prose(line[..start]));
            terminal.Screen.Write(new Prose(line[start..(mark + finding.Rule.Id.Length)], finding.Severity.Style()));
            terminal.Screen.Write(new Prose(line[(mark + finding.Rule.Id.Length)..] + "\n"));
            terminal.Screen.Write(new Prose(Below(finding, terminal.BreakAt)));
            terminal.Screen.Profile.Width = terminal.Width;
        }

        terminal.Out.Write(Severities.Count(specs, findings) + "\n");
    }

    /// <summary>The lines below the message, indented: <c>  because  ...</c></summary>
    /// <param name="finding">The finding.</param>
    /// <param name="width">Where a screen breaks them; nothing breaks what a script reads.</param>
    public static string Below(Finding finding, int width = int.MaxValue)
    {
        var lines = new StringBuilder();
        foreach (var (label, text) in finding.DetailsBelowMessage)
        {
            var start = $"  {label.PadRight("because".Length)}  ";
            foreach (var line in Wrapped.Lines(start + OutsideText.Neutral(text), width, start.Length))
                lines.Append(line).Append('\n');
        }

        return lines.ToString();
    }
}
