using System.CommandLine;
using ScalingSdk.Diagnostics;
using ScalingSdk.Tool.Formats;
using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Commands;

/// <summary><c>scaling check</c>: what the rules find in specs, for people, scripts and code hosts.</summary>
internal sealed class CheckCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Argument<string[]> _specs = new("specs")
    {
        Description = "Specs, folders or patterns; '-' is standard input. Without any: every spec below this folder",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string> _failOn = new("--fail-on")
    {
        Description = "The lowest severity that gives exit code 1",
        DefaultValueFactory = static _ => "warning",
    };

    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Text, OutputFormat.Json, OutputFormat.Sarif, OutputFormat.Markdown);

    public CheckCommand(Terminal terminal)
        : base("check", "Findings with file, line and column")
    {
        _terminal = terminal;
        Arguments.Add(_specs.AsTyped());
        Options.Add(_failOn);
        Options.Add(_format);
        _failOn.AcceptOnlyFromAmong("suggestion", "warning", "error", "never");
        SetAction((options, cancellation) => Task.FromResult(Run(options, cancellation)));
    }

    private int Run(ParseResult options, CancellationToken cancellation)
    {
        var files = SpecArguments.Expand(options.GetValue(_specs) ?? []);
        var findings = new List<Finding>();
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            findings.AddRange(SpecInput.FromFile(file, _terminal).Run(cancellation).Findings);
        }

        switch (options.GetValue(_format))
        {
            case OutputFormat.Json:
                _terminal.Out.Write(FindingsJson.Write(files.Count, findings));
                break;
            case OutputFormat.Sarif:
                _terminal.Out.Write(Sarif.Write(findings));
                break;
            case OutputFormat.Markdown:
                _terminal.Out.Write(FindingsMarkdown.Write(files.Count, findings));
                break;
            default:
                FindingsText.Write(files.Count, findings, _terminal);
                break;
        }

        return findings.Exists(static finding => finding.IsUnreadable()) ? ExitCode.Unreadable
            : findings.Exists(finding => finding.Severity >= Threshold(options.GetValue(_failOn))) ? ExitCode.Findings
            : ExitCode.Clean;
    }

    private static Severity Threshold(string? name) => name switch
    {
        "suggestion" => Severity.Suggestion,
        "error" => Severity.Error,
        "never" => (Severity)int.MaxValue,
        _ => Severity.Warning,
    };
}
