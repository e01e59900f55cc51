using System.CommandLine;
using System.Globalization;
using System.Text;
using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Laws;
using ScalingSdk.Quantities.Units;
using ScalingSdk.Specs;
using ScalingSdk.Tool.Fits;
using ScalingSdk.Tool.Formats;
using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.LawValues;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Commands;

/// <summary><c>scaling laws</c>: the registry, or one law.</summary>
internal sealed class LawsCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Argument<string?> _id = new("id")
    {
        Description = "A law (kaplan-2020), a page of docs/laws (chinchilla-2022), or a file (my.law.json). Without one: all",
        Arity = ArgumentArity.ZeroOrOne,
        HelpName = "law",
    };

    private readonly Option<string?> _params = new("--params") { Description = "N, in the law's own count: 7B", HelpName = "7B" };
    private readonly Option<string?> _tokens = new("--tokens") { Description = "D: 1T", HelpName = "1T" };
    private readonly Option<string?> _unique = new("--unique-tokens") { Description = "U; unless stated, the tokens: 2B", HelpName = "2B" };
    private readonly Option<string?> _flops = new("--flops") { Description = "C; unless stated, 6 N D: 1e21", HelpName = "1e21" };
    private readonly Option<string[]> _others = new("--with") { Description = "Any other symbol of the equations: --with E=64", HelpName = "symbol=value", AllowMultipleArgumentsPerToken = false };
    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown);

    public LawsCommand(Terminal terminal)
        : base("laws", "The scaling laws: equations, constants, ranges, caveats; with --params, --tokens or --flops the value of every equation")
    {
        _terminal = terminal;
        Arguments.Add(_id);
        foreach (var option in new Option[] { _params, _tokens, _unique, _flops, _others })
            Options.Add(option);
        Options.Add(_format);
        _id.CompletionSources.Add(static _ => LawRegistry.All.Select(static law => new System.CommandLine.Completions.CompletionItem(law.Info.Id)));
        SetAction(options => Run(options));
    }

    private int Run(ParseResult options)
    {
        var id = options.GetValue(_id);
        IReadOnlyList<LawInfo> laws = id is null ? [.. LawRegistry.All.Select(static law => law.Info)] : Find(id);
        if (Question(options, laws) is { } question)
            return Evaluate(options, id is null ? throw new UsageException("name the law to evaluate: 'scaling laws kaplan-2020 --params 7B --tokens 1T'") : laws, question);
        switch (options.GetValue(_format))
        {
            case OutputFormat.Json:
                _terminal.Out.Write(laws.Count == 1 ? LawInfoJson.Write(laws[0]) : LawInfoJson.Write(laws));
                break;
            case OutputFormat.Markdown when id is null:
                _terminal.Out.Write(LawMarkdown.Write(laws));
                break;
            case OutputFormat.Markdown:
                _terminal.Out.Write(string.Join("\n", laws.Select(static law => LawMarkdown.Write([law]))));
                break;
            default:
                if (id is null)
                    LawText.Write(laws, _terminal);
                else
                    Each(laws, law => LawText.Write(law, _terminal));
                break;
        }

        return ExitCode.Clean;
    }

    private int Evaluate(ParseResult options, IReadOnlyList<LawInfo> laws, LawQuestion question)
    {
        var unused = LawEvaluation.Unused(laws, question);
        var note = unused.Count == 0 ? null : $"not used: {string.Join(", ", unused)}; the equations take {Taken(laws)}";
        switch (options.GetValue(_format))
        {
            case OutputFormat.Json:
                var json = new JsonWriter().StartObject().Name("laws").StartArray();
                foreach (var law in laws)
                    LawValueText.Write(law, LawEvaluation.Of(law, question), json);
                json.EndArray();
                if (note is not null)
                {
                    json.Name("unused").StartArray();
                    foreach (var name in unused)
                        json.Value(name);
                    json.EndArray();
                }

                _terminal.Out.Write(json.EndObject().ToString());
                break;
            case OutputFormat.Markdown:
                var text = new StringBuilder();
                foreach (var law in laws)
                    LawValueText.Write(law, LawEvaluation.Of(law, question), text);
                if (note is not null)
                    text.Append('\n').Append(Markdown.Cell(note)).Append('\n');
                _terminal.Out.Write(text.ToString());
                break;
            default:
                var page = new Page(_terminal);
                Each(laws, law => LawValueText.Write(law, LawEvaluation.Of(law, question), page));
                if (note is not null)
                    page.Line(note);
                break;
        }

        return ExitCode.Clean;
    }

    private static string Taken(IReadOnlyList<LawInfo> laws) => string.Join(", ", laws.SelectMany(static law => law.Equations)
        .SelectMany(static equation => equation.Inputs).Select(static symbol => symbol.Name).Distinct(StringComparer.Ordinal)) is { Length: > 0 } names ? names : "no numbers";

    private void Each(IReadOnlyList<LawInfo> laws, Action<LawInfo> write)
    {
        for (var i = 0; i < laws.Count; i++)
        {
            if (i > 0)
                _terminal.Out.Write("\n");
            write(laws[i]);
        }
    }

    private LawQuestion? Question(ParseResult options, IReadOnlyList<LawInfo> laws)
    {
        double? Count(Option<string?> option, Unit unit) => options.GetValue(option) is { } text ? RunInputs.Count(option, text, unit) : null;
        var others = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var typed in options.GetValue(_others) ?? [])
        {
            var equals = typed.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
                throw new UsageException($"--with: '{typed}' is not of the form 'symbol=value', such as 'E=64'");
            others[typed[..equals]] = Number(typed[(equals + 1)..], UnitOf(laws, typed[..equals]));
        }

        var question = new LawQuestion(Count(_params, Unit.Parameters), Count(_tokens, Unit.Tokens), Count(_unique, Unit.Tokens), Count(_flops, Unit.Flops), others);
        return question is { Parameters: null, Tokens: null, UniqueTokens: null, Flops: null, Others.Count: 0 } ? null : question;
    }

    // A sparsity is 0, a logarithm negative; everything else as any number of a run in the unit of its symbol: 1.2B, 1M tokens, 7.8 %, 5/65.
    private double Number(string text, Unit unit)
    {
        double? Plain(string part) => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
        if (Plain(text) is { } plain and <= 0)
            return plain;
        if (text.TrimEnd() is [.. var share, '%'] && Plain(share) is { } percent)
            return percent / 100;
        if (text.Split('/') is [var over, var under] && Plain(over) is { } above && Plain(under) is { } below && below > 0)
            return above / below;
        return RunInputs.Count(_others, text, unit);
    }

    // Of the symbol with this name; a plain number where no equation takes it.
    private static Unit UnitOf(IReadOnlyList<LawInfo> laws, string name) =>
        laws.SelectMany(static law => law.Equations).SelectMany(static equation => equation.Inputs).FirstOrDefault(symbol => string.Equals(symbol.Name, name, StringComparison.Ordinal))?.Unit switch
        {
            "tokens" => Unit.Tokens,
            "FLOP" => Unit.Flops,
            { } unit when unit.Contains("parameters", StringComparison.Ordinal) && !unit.Contains("per", StringComparison.Ordinal) => Unit.Parameters,
            _ => Unit.Number,
        };

    private IReadOnlyList<LawInfo> Find(string id)
    {
        if (id.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            var reading = LawFile.Read(InputFile.Require(id, _terminal));
            return [reading.Law?.Info ?? throw new InputException($"'{id}' is not a law: {string.Join("; ", reading.Problems)}")];
        }

        return LawPages.Find(id.ToLowerInvariant()) is { Count: > 0 } found ? found : throw new UsageException(
            $"there is no law '{id}'; {Suggest.Hint(LawPages.Nearest(id), "'scaling laws' lists them")}");
    }
}
