using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Fits;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Fitting.Uncertainty;
using ScalingSdk.Laws;

namespace ScalingSdk.Fitting.Corpora;

/// <summary>What a token of one corpus is worth in tokens of another.</summary>
/// <param name="Corpus">The corpus.</param>
/// <param name="Worth">Tokens of the reference that one of its tokens is worth.</param>
/// <param name="Interval">The interval of that.</param>
/// <param name="Form">The law in tokens of this corpus: its compute-optimal tokens are the plan.</param>
public sealed record CorpusWorth(string Corpus, double Worth, Interval Interval, ChinchillaForm Form);

/// <summary>Runs on several corpora, or on curated and raw data, fitted jointly with D_eff = k D.</summary>
/// <remarks>All losses must be measured on one validation set: k says what the tokens are worth for that loss.</remarks>
/// <param name="Fit">The joint fit.</param>
/// <param name="Sample">Its joint sample.</param>
/// <param name="Corpora">The corpora, the reference first.</param>
public sealed record WorthOfData(FitResult Fit, LawSample Sample, IReadOnlyList<CorpusWorth> Corpora)
{
    /// <summary>Fits the runs; the reference is the corpus that the others are measured in.</summary>
    /// <remarks>Runs are resampled one by one unless stated: what the runs of a size share cancels between corpora.</remarks>
    public static WorthOfData Of(RunSet runs, string reference, FitOptions? options = null, BootstrapOptions? bootstrap = null, double coverage = 0.9)
    {
        string[] others = [.. runs.Runs.Select(static run => run.Corpus).OfType<string>().Distinct(StringComparer.Ordinal)
            .Where(corpus => !string.Equals(corpus, reference, StringComparison.Ordinal)).OrderBy(static c => c, StringComparer.Ordinal)];
        string[] corpora = [reference, .. others];
        var fit = Fitter.Fit(new WorthOfDataLoss(corpora), runs, options);
        var sample = Bootstrap.Run(fit, bootstrap ?? new() { Resampling = Resampling.Runs });
        var worth = corpora.Select((corpus, i) =>
        {
            var k = i == 0 ? 1 : fit.Constants[4 + i].Value;
            var interval = i == 0 || sample.Rows.Count == 0 ? new Interval(k, k, k, coverage) : sample.Of(row => row[4 + i], coverage);
            return new CorpusWorth(corpus, k, interval, new(fit["E"], fit["A"], fit["B"] * Math.Pow(k, -fit["beta"]), fit["alpha"], fit["beta"]));
        });
        return new(fit, sample, [.. worth]);
    }
}
