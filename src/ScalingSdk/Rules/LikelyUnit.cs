using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>The unit that was probably left out of a count: the one that gives a run like those that are trained.</summary>
internal static class LikelyUnit
{
    /// <summary>Tokens per parameter of published runs: GPT-3's and fewer at one end, small models of today at the other.</summary>
    private const double FewestPerParameter = 1, MostPerParameter = 50_000;

    /// <summary>Of runs that nothing else is known of; beyond the largest of either kind nothing is meant.</summary>
    private const double UsualPerParameter = 100, LargestSize = 3e12, LargestRun = 1e14, SmallestSize = 1e6, ShortestRun = 1e8;

    private static readonly (string Letter, string Word, double Factor)[] Units = [("M", "millions", 1e6), ("B", "billions", 1e9), ("T", "trillions", 1e12)];

    /// <summary>Units of a size, the likelier first: by the tokens of the run where they are stated.</summary>
    public static IReadOnlyList<(string Word, string Text)> OfSize(double value, double? tokens) =>
        Of(value, SmallestSize, LargestSize, size => tokens is { } run && run >= ShortestRun ? run / size : null);

    /// <summary>Units of the tokens, the likelier first: by the size of the model where it is stated.</summary>
    public static IReadOnlyList<(string Word, string Text)> OfTokens(double value, double? size) =>
        Of(value, ShortestRun, LargestRun, tokens => size is { } model && model >= SmallestSize ? tokens / model : null);

    /// <summary>Units of tokens beside a budget: by the size that the compute then leaves.</summary>
    public static IReadOnlyList<(string Word, string Text)> OfTokensOfCompute(double value, double flops) =>
        Of(Digits(value), ShortestRun, LargestRun, tokens => tokens / (flops / (6 * tokens)));

    /// <summary>What is left of a count without its unit: 1.4 of 1.4M.</summary>
    public static double Digits(double value)
    {
        while (value >= 1000)
            value /= 1000;
        return RoundTo12(value);
    }

    private static List<(string Word, string Text)> Of(double value, double least, double most, Func<double, double?> perParameter)
    {
        var likely = new List<(string Word, string Text, double Off)>();
        foreach (var (letter, word, factor) in Units)
        {
            var ratio = perParameter(value * factor);
            if (value * factor >= least && value * factor <= most && ratio is null or (>= FewestPerParameter and <= MostPerParameter))
                likely.Add((word, Compact(value) + letter, ratio is { } known ? Math.Abs(Math.Log(known / UsualPerParameter)) : 0));
        }

        // Without the other count billions are meant more often than trillions: the order stays.
        return [.. likely.OrderBy(static one => one.Off).Select(static one => (one.Word, one.Text))];
    }
}
