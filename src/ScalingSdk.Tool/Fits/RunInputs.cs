using System.CommandLine;
using System.Globalization;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Quantities;
using ScalingSdk.Quantities.Units;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Fits;

/// <summary>The options of how runs are read: every command that takes runs has them.</summary>
internal sealed class RunInputs
{
    private readonly Option<string[]> _columns = new("--column") { Description = "The column of a field that is not found by name, with its unit in brackets: --column loss=c4_en_ce --column \"D=toks[B]\"", HelpName = "field=name" };
    private readonly Option<string[]> _where = new("--where") { Description = "Read only these rows: --where corpus=c4 --where \"steps>=1000\"", HelpName = "column=value" };
    private readonly Option<string?> _by = new("--by") { Description = "Fit the rows of each value of this column separately", HelpName = "column" };
    private readonly Option<string?> _bestOf = new("--best-of") { Description = "Keep the lowest loss of runs that agree in these: --best-of size,tokens", HelpName = "keys" };
    private readonly Option<string?> _points = new("--points") { Description = "Rows with one name and size: 'last' reads one run and its last row, 'all' reads each row as a run", HelpName = "last|all" };
    private readonly Option<bool> _dropFlagged = new("--drop-flagged") { Description = "Leave out rows flagged by a column 'outlier'" };
    private readonly Option<double> _warmup = new("--warmup") { Description = "Leave out rows with fewer optimizer steps", HelpName = "steps" };
    private readonly Option<string?> _convention = new("--convention") { Description = "What N counts: active, total or non-embedding", HelpName = "what" };
    private readonly Option<string[]> _param = new("--param") { Description = "Parameters, if the logs do not state them: --param 124M, or of one run --param NAME=124M", HelpName = "count" };
    private readonly Option<string?> _tokensPerStep = new("--tokens-per-step") { Description = "Tokens of an optimizer step, if the logs have only steps: 524288", HelpName = "tokens" };
    private readonly Option<double?> _bytesPerToken = new("--bytes-per-token") { Description = "Bytes of a token, for a loss in bits per byte: 4.5", HelpName = "bytes" };

    public RunInputs(Command command)
    {
        foreach (var option in new Option[] { _columns, _where, _by, _bestOf, _points, _dropFlagged, _warmup, _convention, _param, _tokensPerStep, _bytesPerToken })
            command.Options.Add(option);
    }

    /// <summary>True where rows of each value of a column are fitted apart.</summary>
    public bool Parts(ParseResult options) => options.GetValue(_by) is not null;

    /// <summary>The runs of all files, as one set.</summary>
    /// <exception cref="InputException">A file cannot be read, or has no runs, or they do not go together.</exception>
    /// <exception cref="UsageException">An option is not one.</exception>
    public RunSet Read(ParseResult options, IReadOnlyList<string> paths, Terminal terminal, RunTarget target = RunTarget.Loss)
    {
        var reading = Options(options) with { Target = target };
        var (sets, leftOut) = RunFiles.All(paths, (path, ofSeveral) => RunFiles.Read(path, ofSeveral, reading, terminal));
        if (sets.FirstOrDefault(set => set.Convention != sets[0].Convention) is { } other)
            throw new InputException($"N is '{sets[0].Convention}' in '{sets[0].Source}' and '{other.Convention}' in '{other.Source}': runs of two conventions are not fitted together");
        var runs = sets.Count == 1 ? sets[0] : RunSet.Join(sets);
        return leftOut.Count == 0 ? runs : runs with { Notes = [.. leftOut, .. runs.Notes] };
    }

    /// <summary>The curves of all files.</summary>
    /// <exception cref="InputException">A file cannot be read, or has no curve.</exception>
    public CurveSet Curves(ParseResult options, IReadOnlyList<string> paths, Terminal terminal)
    {
        var (sets, leftOut) = RunFiles.All(paths, (path, ofSeveral) => RunFiles.Curves(path, ofSeveral, Options(options), terminal));
        var curves = CurveSet.Join(sets);
        return leftOut.Count == 0 ? curves : curves with { Notes = [.. leftOut, .. curves.Notes] };
    }

    /// <summary>Refuses the options that choose among runs, where whole curves are read.</summary>
    /// <exception cref="UsageException">One of them is typed.</exception>
    public void RequireForCurves(ParseResult options, string reader)
    {
        var by = options.GetValue(_by) ?? "column";
        foreach (var (option, instead) in new (Option, string)[]
        {
            (_by, $"read each value of '{by}' with '--where {by}=VALUE'"),
            (_bestOf, "keep the runs to read with '--where column=value'"),
            (_points, "every point of a run is read: leave it out"),
            (_dropFlagged, "keep the rows that are not flagged with '--where outlier=false'"),
        })
        {
            if (IsTyped(option, options))
                throw new UsageException($"{reader} reads whole curves and does not take '{option.Name}'; {instead}");
        }
    }

    /// <summary>True where an option is on the command line.</summary>
    internal static bool IsTyped(Option option, ParseResult options) => options.GetResult(option) is { Implicit: false };

    /// <summary>How runs are read.</summary>
    public RunReaderOptions Options(ParseResult options) => new()
    {
        Columns = Pairs(_columns, options.GetValue(_columns) ?? []),
        Where = options.GetValue(_where) ?? [],
        By = options.GetValue(_by),
        BestOf = options.GetValue(_bestOf)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
        Points = options.GetValue(_points) switch
        {
            null => PointsOfRuns.Automatic,
            "last" => PointsOfRuns.Last,
            "all" => PointsOfRuns.All,
            var other => throw new UsageException($"--points: '{other}' is neither 'last' nor 'all'"),
        },
        DropFlagged = options.GetValue(_dropFlagged),
        WarmUpSteps = options.GetValue(_warmup),
        Convention = options.GetValue(_convention) switch
        {
            null => null,
            "active" => ParameterConvention.Active,
            "total" => ParameterConvention.Total,
            "non-embedding" => ParameterConvention.NonEmbedding,
            var other => throw new UsageException($"--convention: '{other}' is not 'active', 'total' or 'non-embedding'"),
        },
        Parameters = (options.GetValue(_param) ?? []).LastOrDefault(static text => !text.Contains('=')) is { } size ? Count(_param, size, Unit.Parameters) : null,
        ParametersByName = (options.GetValue(_param) ?? []).Where(static text => text.Contains('='))
            .Select(static text => (Name: text[..text.LastIndexOf('=')], Size: text[(text.LastIndexOf('=') + 1)..]))
            .GroupBy(static pair => pair.Name, StringComparer.Ordinal)
            .ToDictionary(static pair => pair.Key, pair => Count(_param, pair.Last().Size, Unit.Parameters), StringComparer.Ordinal),
        TokensPerStep = options.GetValue(_tokensPerStep) is { } tokens ? Count(_tokensPerStep, tokens, Unit.Tokens) : null,
        BytesPerToken = options.GetValue(_bytesPerToken) is { } bytes ? bytes is > 0.5 and < 100 ? bytes : throw new UsageException("'--bytes-per-token' takes 0.5 to 100; English text has 4 to 5") : null,
    };

    /// <summary>Budgets in FLOP, one after another with commas.</summary>
    internal static IReadOnlyList<double> Budgets(Option option, string? text) =>
        [.. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(budget => Count(option, budget, Unit.Flops))];

    internal static double Count(Option option, string text, Unit unit)
    {
        var read = Quantity.Read(text, unit);
        return read.Error is { } problem ? throw new UsageException($"{option.Name}: {problem}") : read.Value;
    }

    internal static Dictionary<string, string> Pairs(Option option, IEnumerable<string> given)
    {
        var pairs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in given)
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1 || equals == pair.Length - 1)
                throw new UsageException($"{option.Name}: '{pair}' is not of the form '{option.HelpName}'");
            pairs[pair[..equals].Trim()] = pair[(equals + 1)..].Trim();
        }

        return pairs;
    }

    /// <summary>A number in an option, whatever the culture.</summary>
    internal static double Number(Option option, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : throw new UsageException($"{option.Name}: '{text}' is not a number");
}
