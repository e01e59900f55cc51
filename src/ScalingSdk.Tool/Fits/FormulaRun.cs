using System.CommandLine;
using ScalingSdk.Fitting.AnyLaw;
using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Fitting.Projection;
using ScalingSdk.Formulas;
using ScalingSdk.Tool.Formats;
using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Fits;

/// <summary><c>scaling fit --law</c>: fits formulas, compares several, and finds the best settings by the first.</summary>
internal static class FormulaRun
{
    private const int MostCharacters = 256 * 1024 * 1024;

    // Options of the fit of runs, which are not of a formula.
    private static readonly string[] NotRead =
    [
        "--form", "--pin", "--resample", "--pool", "--approach", "--held-out", "--compare", "--profile",
        "--where", "--by", "--best-of", "--points", "--drop-flagged", "--warmup", "--convention", "--param", "--tokens-per-step", "--bytes-per-token",
    ];

    internal static int Run(FormulaOptions formulas, ParseResult options, IReadOnlyList<string> paths, Terminal terminal, CancellationToken cancellation)
    {
        if (Array.Find(NotRead, name => options.GetResult(name) is System.CommandLine.Parsing.OptionResult { Implicit: false }) is { } typed)
            throw new UsageException($"'--law' fits the formula to every row of numbers and does not take '{typed}'; leave it out, or leave rows out of the file");
        if (paths.Count != 1)
            throw new UsageException("'--law' is fitted to one file of runs");
        var table = Table(paths[0], terminal);
        var columns = FormulaColumns(options.GetValue<string[]>("--column") ?? []);
        var settings = new FormulaFitOptions
        {
            Penalty = options.GetValue<string?>("--penalty") is { } penalty && penalty.StartsWith("huber", StringComparison.Ordinal) ? Penalty.Huber : Penalty.Squares,
            Scale = formulas.Residual(options) switch { "log" => ResidualScale.Log, "linear" => ResidualScale.Linear, _ => null },
            Resamples = Math.Min(options.GetValue<int>("--resamples"), 20_000),
        };
        var fits = formulas.Laws(options).Select(text => Fit(text, table, columns, formulas.Constants(options), settings, terminal, cancellation)).ToList();
        var best = formulas.Best(options) is { Length: > 0 } free ? Best(fits[0], free, FormulaOptions.Values("--at", options.GetValue<string?>("--at"))) : null;
        switch (options.GetValue<string>("--format"))
        {
            case OutputFormat.Json:
                terminal.Out.Write(FormulaJson.Write(fits, best));
                break;
            case OutputFormat.Markdown:
                var markdown = new MarkdownPage();
                FormulaText.Write(fits, best, table.Source, markdown);
                terminal.Out.Write(markdown.ToString());
                break;
            default:
                FormulaText.Write(fits, best, table.Source, new Page(terminal));
                break;
        }

        if (options.GetValue<string?>("--output") is { } path)
            OutputFile.Write(path, FormulaLawFile.Write(fits[0], Path.GetFileName(path).Split('.')[0], table.Source), replace: true);
        return fits.TrueForAll(static fit => fit.Converged && fit.Constants.All(static constant => constant.Identified)) ? ExitCode.Clean : ExitCode.Findings;
    }

    /// <exception cref="InputException">The file cannot be read or holds no numbers.</exception>
    internal static RunTable Table(string path, Terminal terminal)
    {
        try
        {
            return RunTable.Read(InputFile.Require(path, terminal, MostCharacters), path is InputFile.Standard ? InputFile.StandardName : Path.GetFileName(path));
        }
        catch (FormatException problem)
        {
            throw new InputException(problem.Message);
        }
    }

    /// <exception cref="UsageException">The formula cannot be read, with a mark below the character.</exception>
    internal static Formula Parse(string text)
    {
        try
        {
            return Formula.Parse(NamedFormula.Find(text)?.Text ?? text);
        }
        catch (FormatException problem) when (problem is not FormulaException)
        {
            throw new UsageException($"--law: {problem.Message}");
        }
        catch (FormulaException problem)
        {
            throw Pointed(problem);
        }
    }

    internal static Dictionary<string, string> FormulaColumns(IEnumerable<string> given)
    {
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in given)
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
                throw new UsageException($"--column: '{pair}' is not of the form 'symbol=column', such as 'E=num_experts'");
            columns[pair[..equals]] = pair[(equals + 1)..];
        }

        return columns;
    }

    private static UsageException Pointed(FormulaException problem) =>
        new($"--law: {problem.Message}\n  {problem.Excerpt.Replace("\n", "\n  ", StringComparison.Ordinal)}");

    private static FittedFormula Fit(
        string text, RunTable table, Dictionary<string, string> columns, string[] constants, FormulaFitOptions settings, Terminal terminal, CancellationToken cancellation)
    {
        var formula = Parse(text);
        try
        {
            var symbols = SymbolColumns.Of(formula, table, columns, constants);
            return Progress.Watch("fitting", () => FormulaFit.Fit(formula, table, symbols, settings), terminal, cancellation);
        }
        catch (FormulaException problem)
        {
            throw Pointed(problem);
        }
        catch (FormatException problem)
        {
            throw new InputException(problem.Message);
        }
    }

    private static BestSetting Best(FittedFormula fit, string[] free, Dictionary<string, double> given)
    {
        try
        {
            return BestSettings.Find(fit, free, given);
        }
        catch (FormatException problem)
        {
            throw new UsageException(problem.Message);
        }
    }
}
