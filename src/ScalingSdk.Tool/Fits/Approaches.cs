using System.CommandLine;
using ScalingSdk.Fitting.Allocation;
using ScalingSdk.Fitting.Answers;
using ScalingSdk.Tool.Formats;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Fits;

/// <summary>Approaches 1 and 2 of Hoffmann et al. 2022: the envelope of training curves, and isoFLOP profiles.</summary>
internal sealed class Approaches(FitInputs inputs, Terminal terminal)
{
    /// <exception cref="InputException">The curves do not say their size or the tokens of a step.</exception>
    public int One(ParseResult options, IReadOnlyList<string> paths, IReadOnlyList<double> budgets, string format)
    {
        var curves = inputs.Curves(options, paths, terminal);
        var sized = new List<SizedCurve>();
        foreach (var (curve, lacks) in curves.Curves.Select(SizedCurve.Of))
            sized.Add(curve ?? throw new InputException(lacks!));
        var result = Envelope.Fit(sized);
        if (budgets.Count == 0 && sized.Count > 0)
            budgets = FitAnswer.Budgets(sized.Max(static curve => 6 * curve.Parameters * curve.TokensPerStep * curve.Curve.Steps[^1]));
        Write(format, () => EnvelopeText.Json(result, curves, budgets), page => EnvelopeText.Write(result, curves, budgets, page));
        return result.Parameters is not null ? ExitCode.Clean : ExitCode.Findings;
    }

    public int Two(ParseResult options, IReadOnlyList<string> paths, IReadOnlyList<double> budgets, string format)
    {
        var runs = inputs.Parts(options, paths, terminal);
        var fits = runs.Select(part => (part.Value, part.Runs, Result: IsoFlop.Fit(part.Runs, inputs.FitOptions(options)), At: budgets.Count > 0 ? budgets : FitAnswer.Budgets(part.Runs))).ToList();
        Write(
            format,
            () => IsoFlopText.Json(fits),
            page =>
            {
                foreach (var (part, of, result, at) in fits)
                    IsoFlopText.Write(part, result, of, at, page);
            });
        return fits.TrueForAll(static fit => fit.Result.Parameters is not null) ? ExitCode.Clean : ExitCode.Findings;
    }

    private void Write(string format, Func<string> json, Action<IPage> write)
    {
        if (format is OutputFormat.Json)
        {
            terminal.Out.Write(json());
            return;
        }

        IPage page = format is OutputFormat.Markdown ? new MarkdownPage() : new Page(terminal);
        write(page);
        if (page is MarkdownPage)
            terminal.Out.Write(page.ToString());
    }
}
