using System.CommandLine;
using System.Globalization;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Fits;

/// <summary>The options of <c>scaling fit</c> for a law that is given as a formula.</summary>
internal sealed class FormulaOptions
{
    private readonly Option<string[]> _laws = new("--law") { Description = "A law as a formula, or a published form by name (docs/any-law.md): --law \"L = E + A/N^alpha + B/D^beta, A > 0\", --law skaling-2026; several are compared", HelpName = "formula" };
    private readonly Option<string?> _constants = new("--constants") { Description = "Symbols of the formula that are constants although a column has their name", HelpName = "names" };
    private readonly Option<string?> _best = new("--best") { Description = "Variables to optimize: --best lr,bsz", HelpName = "names" };
    private readonly Option<string?> _residual = new("--residual") { Description = "Residuals of the log or of the value: log or linear; unless stated log, if all values are positive" };

    internal FormulaOptions(Command command)
    {
        _residual.AcceptOnlyFromAmong("log", "linear");
        foreach (var option in new Option[] { _laws, _constants, _best, _residual })
            command.Options.Add(option);
    }

    internal string[] Laws(ParseResult options) => options.GetValue(_laws) ?? [];

    internal string[] Constants(ParseResult options) => Names(options.GetValue(_constants));

    internal string[] Best(ParseResult options) => Names(options.GetValue(_best));

    internal string? Residual(ParseResult options) => options.GetValue(_residual);

    /// <summary>name=value pairs of an option.</summary>
    /// <exception cref="UsageException">One is not a pair, or its value is not a number.</exception>
    internal static Dictionary<string, double> Values(string option, string? text)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var pair in Names(text))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1 || !double.TryParse(pair[(equals + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                throw new UsageException($"{option}: '{pair}' is not of the form 'name=number', such as 'N=1e9'");
            values[pair[..equals]] = value;
        }

        return values;
    }

    private static string[] Names(string? text) => (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
