using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting.Fits;

/// <summary>Runs that the law misses by far more than the others: whole sizes and budgets first, then single rows, with what they move.</summary>
internal sealed class ResidualFindings
{
    /// <summary>A residual this many times the robust noise is not noise.</summary>
    private const double Far = 5;

    /// <summary>Below this noise of ln loss the runs lie on the law: made ones, or as few as the constants.</summary>
    private const double Exact = 1e-6;
    private const int LeastOfGroup = 3;
    private const int RowsNamed = 3;
    private const double Moved = 0.02;

    private readonly LossForm _form;
    private readonly RunLogs _logs;
    private readonly double[] _residuals;
    private readonly double[] _constants;
    private readonly double _noise;
    private readonly Func<IReadOnlyList<TrainingRun>, FitResult?> _refit;
    private readonly Func<TrainingRun, double> _leverage;
    private readonly HashSet<int> _named = [];

    internal ResidualFindings(LossForm form, RunLogs logs, double[] residuals, double[] constants, double noise, Func<TrainingRun, double> leverage, Func<IReadOnlyList<TrainingRun>, FitResult?> refit) =>
        (_form, _logs, _residuals, _constants, _noise, _leverage, _refit) = (form, logs, residuals, constants, noise, leverage, refit);

    internal IEnumerable<FitFinding> All()
    {
        if (!_form.OfRuns || _noise < Exact || _logs.Count <= _form.Dimension + 2)
            yield break;
        if (Corpora() is { } corpora)
            yield return corpora;
        foreach (var finding in Groups(RunGroups.SizeOf(_logs), run => $"of '{NumberText.Compact(run.Parameters)}' parameters"))
            yield return finding;
        foreach (var finding in Groups(RunGroups.BudgetOf(_logs), run => $"at '{NumberText.Scientific(run.Compute)}' FLOP"))
            yield return finding;
        if (Rows() is { } rows)
            yield return rows;
    }

    private FitFinding? Corpora()
    {
        var names = Enumerable.Range(0, _logs.Count).Select(i => _logs.Run(i).Corpus).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (names.Count < 2 || _form is WorthOfDataLoss)
            return null;
        var offsets = names.Select(name => (Name: name, Off: Enumerable.Range(0, _logs.Count).Where(i => string.Equals(_logs.Run(i).Corpus, name, StringComparison.Ordinal)).Average(i => -_residuals[i])))
            .OrderByDescending(static offset => offset.Off).ToList();
        return new(FitFindingKind.LackOfFit, $"runs of '{Whole.Text(names.Count)}' corpora are fitted as one law: '{Excerpt.Of(offsets[0].Name)}' lies '{NumberText.Percent(offsets[0].Off)}' above it on average, '{Excerpt.Of(offsets[offsets.Count - 1].Name)}' '{NumberText.Percent(-offsets[offsets.Count - 1].Off)}' below; fit them apart (--by), or by what their data are worth ('scaling worth')");
    }

    // All runs of a size or a budget far off to one side: a wrong count, or another recipe.
    private IEnumerable<FitFinding> Groups(int[] unitOf, Func<TrainingRun, string> words)
    {
        var units = Enumerable.Range(0, _logs.Count).GroupBy(i => unitOf[i]).Select(static unit => unit.ToList()).ToList();
        var far = units.FindAll(unit => unit.Count >= LeastOfGroup && unit.TrueForAll(i => !_named.Contains(i))
            && (unit.TrueForAll(i => _residuals[i] > 0) || unit.TrueForAll(i => _residuals[i] < 0))
            && unit.Select(i => Math.Abs(_residuals[i])).OrderBy(static r => r).ElementAt(unit.Count / 2) > Far * _noise);
        if (far.Count == 0 || far.Count > units.Count / 2)
            yield break;
        foreach (var unit in far)
        {
            _named.UnionWith(unit);
            var off = unit.Average(i => -_residuals[i]);
            yield return new(FitFindingKind.Outliers, $"the '{Whole.Text(unit.Count)}' runs {words(_logs.Run(unit[0]))} lie '{NumberText.Percent(Math.Abs(off))}' {(off > 0 ? "above" : "below")} the law{Lines(unit)}, as with a wrong count or another recipe{Without(unit)}");
        }
    }

    private FitFinding? Rows()
    {
        var far = Enumerable.Range(0, _logs.Count).Where(i => !_named.Contains(i) && Math.Abs(_residuals[i]) > Far * _noise).OrderByDescending(i => Math.Abs(_residuals[i])).ToList();
        if (far.Count == 0)
            return null;
        var worst = far.Take(RowsNamed).Select(i => $"{(_logs.Run(i).Line > 0 ? $"line {Whole.Text(_logs.Run(i).Line)}, " : "")}{NumberText.Compact(_logs.Run(i).Parameters)} on {NumberText.Compact(_logs.Run(i).Tokens)} tokens, "
            + $"{NumberText.Percent(Math.Abs(_residuals[i]))} {(_residuals[i] < 0 ? "above" : "below")} the law (leverage {NumberText.Compact(_leverage(_logs.Run(i)))})");
        return new(FitFindingKind.Outliers, $"'{Whole.Text(far.Count)}' run{(far.Count == 1 ? " lies" : "s lie")} more than '{NumberText.Compact(Far)}' times the noise off the law: {string.Join("; ", worst)}{Without(far)}");
    }

    private string Lines(List<int> unit)
    {
        var lines = unit.Select(i => _logs.Run(i).Line).Where(static line => line > 0).ToList();
        return lines.Count == 0 ? "" : $" (lines {string.Join(", ", lines.Take(6).Select(Whole.Text))}{(lines.Count > 6 ? ", ..." : "")})";
    }

    // What the law would be without them.
    private string Without(List<int> left)
    {
        var without = new HashSet<int>(left);
        if (left.Count > _logs.Count / 4 || _refit([.. Enumerable.Range(0, _logs.Count).Where(i => !without.Contains(i)).Select(_logs.Run)]) is not { } fit)
            return "";
        var moved = fit.Constants.Select((constant, c) => (constant.Name, After: constant.Value, Before: _constants[c], Share: Math.Abs((constant.Value / _constants[c]) - 1)))
            .Where(static constant => constant.Share > Moved).OrderByDescending(static constant => constant.Share).Take(RowsNamed).ToList();
        return moved.Count == 0 ? ". The law is the same without them"
            : $". Without them {string.Join(", ", moved.Select(static constant => $"{constant.Name} is {NumberText.Compact(constant.After)}, not {NumberText.Compact(constant.Before)}"))}";
    }
}
