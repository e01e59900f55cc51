using System.CommandLine;
using ScalingSdk.Diagnostics;
using ScalingSdk.Laws;
using ScalingSdk.Specs;
using ScalingSdk.Tool.Formats;
using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Commands;

/// <summary><c>scaling laws</c>: the registry, or one law.</summary>
internal sealed class LawsCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Argument<string?> _id = new("id")
    {
        Description = "A law: kaplan-2020, or a file: my.law.json. Without one: all",
        Arity = ArgumentArity.ZeroOrOne,
        HelpName = "law",
    };

    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown);

    public LawsCommand(Terminal terminal)
        : base("laws", "The scaling laws: equations, constants, ranges, caveats")
    {
        _terminal = terminal;
        Arguments.Add(_id);
        Options.Add(_format);
        _id.CompletionSources.Add(static _ => LawRegistry.All.Select(static law => new System.CommandLine.Completions.CompletionItem(law.Info.Id)));
        SetAction(options => Run(options));
    }

    private int Run(ParseResult options)
    {
        IReadOnlyList<LawInfo> laws = options.GetValue(_id) is { } id ? [Find(id)] : [.. LawRegistry.All.Select(static law => law.Info)];
        var one = options.GetValue(_id) is not null;
        switch (options.GetValue(_format))
        {
            case OutputFormat.Json:
                _terminal.Out.Write(one ? LawInfoJson.Write(laws[0]) : LawInfoJson.Write(laws));
                break;
            case OutputFormat.Markdown:
                _terminal.Out.Write(LawMarkdown.Write(laws));
                break;
            default:
                if (one)
                    LawText.Write(laws[0], _terminal);
                else
                    LawText.Write(laws, _terminal);
                break;
        }

        return ExitCode.Clean;
    }

    private LawInfo Find(string id)
    {
        if (!id.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            return Registered(id);
        var reading = LawFile.Read(InputFile.Require(id, _terminal));
        return reading.Law?.Info ?? throw new InputException($"'{id}' is no law: {string.Join("; ", reading.Problems)}");
    }

    private static LawInfo Registered(string id) => LawRegistry.Find(id.ToLowerInvariant())?.Info ?? throw new UsageException(
        $"there is no law '{id}'; {Suggest.Hint(LawRegistry.Nearest(id), "'scaling laws' lists them")}");
}
