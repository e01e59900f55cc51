using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using ScalingSdk.Tool.Formats;

namespace ScalingSdk.Tool.LawValues;

/// <summary>What is asked of a law: size, tokens, compute, and other symbols by name.</summary>
internal sealed record LawQuestion(double? Parameters, double? Tokens, double? UniqueTokens, double? Flops, IReadOnlyDictionary<string, double> Others)
{
    /// <summary>The compute: as asked, or 6 N D.</summary>
    private double? Compute => Flops ?? (6 * Parameters * Tokens);

    private string SixND => Flops is null ? "6 N D" : "";

    /// <summary>What the question gives for a symbol of a law; null where it gives nothing.</summary>
    public LawInput? Find(LawInfo law, Symbol symbol) => Given(law, symbol) is { } input
        ? input with { Beyond = [.. Beyond(law, symbol, input.Value)], WhyNone = WhyNone(law, symbol, input.Value) }
        : null;

    /// <summary>What a value lies beyond of the law's runs on another axis than N, D and C, a clause each.</summary>
    public static IEnumerable<string> Beyond(LawInfo law, Symbol symbol, double value) => Outside(law, symbol, value)
        .Select(other => $"{symbol.Name} {LawWords.Number(value)} is {(value > other.Bounds.Most ? $"above {LawWords.Number(other.Bounds.Most)}" : $"below {LawWords.Number(other.Bounds.Least)}")}");

    /// <summary>Why a law has no answer at a value, as a clause; null where it may have one.</summary>
    public static string? WhyNone(LawInfo law, Symbol symbol, double value) =>
        Outside(law, symbol, value).Select(static other => other.WhyNoneOutside).FirstOrDefault(static why => why is not null);

    private static IEnumerable<SymbolRange> Outside(LawInfo law, Symbol symbol, double value) => law.OtherRanges
        .Where(other => string.Equals(other.Symbol.Name, symbol.Name, StringComparison.Ordinal) && (value > other.Bounds.Most || value < other.Bounds.Least));

    private LawInput? Given(LawInfo law, Symbol symbol)
    {
        if (Others.TryGetValue(symbol.Name, out var stated))
            return new(symbol, stated, Extrapolation.None);
        var range = law.Range;
        return (symbol.Name, symbol.Unit) switch
        {
            ("N" or "P", "parameters") when Parameters is { } n => new(symbol, n, range.OfParameters(n)) { Note = law.Counts() },
            ("D", "tokens") when Tokens is { } d => new(symbol, d, range.OfTokens(d)),
            ("U", "tokens") when (UniqueTokens ?? Tokens) is { } u => new(symbol, u, range.OfTokens(u)) { Note = UniqueTokens is null ? "every token is seen once" : "" },
            ("C", "FLOP") when Compute is { } c => new(symbol, c, range.OfCompute(c)) { Note = SixND },
            ("C", "PF-days") when Compute is { } c => new(symbol, c / TrainingFlops.PerPetaflopDay, range.OfCompute(c)) { Note = SixND },
            ("C_min", "PF-days") when Compute is { } c => new(symbol, MinimumCompute.AtCriticalBatch(new TrainingFlops(c)).PetaflopDays, range.OfCompute(c)) { Note = "half of C, at the critical batch" },
            ("C_min", "FLOP") when Compute is { } c => new(symbol, MinimumCompute.AtCriticalBatch(new TrainingFlops(c)).Flops, range.OfCompute(c)) { Note = "half of C, at the critical batch" },
            ("M", "FLOP per token") when Parameters is { } n => new(symbol, 6 * n, Extrapolation.None) { Note = "6 N, without attention" },
            ("M" or "r", "tokens per parameter") when Tokens / Parameters is { } ratio => new(symbol, ratio, range.OfRun(Parameters!.Value, Tokens!.Value)) { Note = "D / N" },
            _ => null,
        };
    }
}
