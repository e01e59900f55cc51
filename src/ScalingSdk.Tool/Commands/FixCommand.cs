using System.CommandLine;
using ScalingSdk.Text;
using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Commands;

/// <summary><c>scaling fix</c>: applies the remedies of findings; comments, order and layout stay.</summary>
internal sealed class FixCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Argument<string[]> _specs = new("specs")
    {
        Description = "Specs, folders or patterns; '-' reads standard input and writes standard output",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string[]> _rules = new("--rule") { Description = "Also apply the remedies of this rule, not only of misspelt keys and values; may be repeated", HelpName = "SCALE0002" };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Say what would change, and change nothing" };

    public FixCommand(Terminal terminal)
        : base("fix", "Applies the remedies of findings, keeping comments")
    {
        _terminal = terminal;
        Arguments.Add(_specs.AsTyped());
        Options.Add(_rules);
        Options.Add(_dryRun);
        SetAction((options, cancellation) => Task.FromResult(Run(options, cancellation)));
    }

    private int Run(ParseResult options, CancellationToken cancellation)
    {
        var rules = options.GetValue(_rules) ?? [];
        var code = ExitCode.Clean;
        var applied = 0;
        var left = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in SpecArguments.Expand(options.GetValue(_specs) ?? []))
        {
            cancellation.ThrowIfCancellationRequested();
            var input = SpecInput.FromFile(file, _terminal);
            if (input.Text is null or { Length: > SpecPipeline.MaxCharacters })
            {
                Problems.Write(input, input.Run(cancellation).Findings, _terminal);
                code = ExitCode.Unreadable;
                continue;
            }

            var repaired = Repair.Of(input.Text, text => input.Run(text, cancellation).Findings, rules);
            applied += repaired.Applied.Count;
            if (rules.Length > 0)
                left.UnionWith(input.Run(repaired.Text, cancellation).Findings.Select(static finding => finding.Rule.Id));
            if (!TryWrite(file, input, repaired, options.GetValue(_dryRun)))
                code = ExitCode.Unreadable;
        }

        foreach (var rule in rules.Distinct(StringComparer.OrdinalIgnoreCase).Where(left.Contains))
            _terminal.Error.Write($"{rule} stays: its help is a choice and not a correction, and 'scaling check' lists it\n");
        if (applied == 0 && code == ExitCode.Clean && !rules.Any(left.Contains))
        {
            _terminal.Error.Write(rules.Length > 0
                ? $"nothing to fix: no finding of {string.Join(", ", rules.Select(OutsideText.Neutral))}\n"
                : "nothing to fix: no misspelt key or value; --rule SCALE3001 applies the remedies of a rule\n");
        }

        return code;
    }

    private bool TryWrite(string file, SpecInput input, Repair repaired, bool dryRun)
    {
        var standard = file is InputFile.Standard;
        var writes = !standard && !dryRun && repaired.Applied.Count > 0;
        var before = writes ? EncodedText.Of(File.ReadAllBytes(file)) : null;
        if (writes && (before is null || !string.Equals(before.Text, input.Text, StringComparison.Ordinal)))
        {
            _terminal.Error.Write($"{OutsideText.Neutral(input.Path)}: not changed, because it is not UTF-8; save it as UTF-8, then run this again\n");
            return false;
        }

        foreach (var (rule, title) in repaired.Applied)
            (standard ? _terminal.Error : _terminal.Out).Write($"{OutsideText.Neutral(input.Path)}: {rule}: {OutsideText.Neutral(title)}\n");
        if (standard)
            _terminal.Out.Write(repaired.Text);
        else if (before is not null)
            OutputFile.Write(file, before.Encode(repaired.Text), replace: true);
        return true;
    }
}
