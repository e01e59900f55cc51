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
    /// <param name="law">The law.</param>
    /// <param name="symbol">The symbol.</param>
    /// <param name="of">The equation that takes it, which may have a range of its own; null for that of the law.</param>
    public LawInput? Find(LawInfo law, Symbol symbol, Equation? of = null) => Given(law.Range, law, symbol) is { } input
        ? input with { Outside = Own(of, input) ?? input.Outside, Beyond = [.. Beyond(law, symbol, input.Value)], WhyNone = WhyNone(law, symbol, input.Value) }
        : null;

    /// <summary>What a value lies beyond of the law's runs on another axis than N, D and C, a clause each.</summary>
    public static IEnumerable<string> Beyond(LawInfo law, Symbol symbol, double value) => Outside(law, symbol, value)
        .Select(other => $"{symbol.Name} {LawWords.Number(value)} is {(value > other.Bounds.Most ? $"above {LawWords.Number(other.Bounds.Most)}" : $"below {LawWords.Number(other.Bounds.Least)}")}");

    /// <summary>Why a law has no answer at a value, as a clause; null where it may have one.</summary>
    public static string? WhyNone(LawInfo law, Symbol symbol, double value) => IsInput(law, symbol) && value <= 0 && !(value >= 0 && law.MayBeZero.Contains(symbol.Name, StringComparer.Ordinal))
        ? $"{symbol.Name} is above 0"
        : Outside(law, symbol, value).Select(static other => other.WhyNoneOutside).FirstOrDefault(static why => why is not null);

    // What an equation gives may be 0 or below: a loss above that of unlimited data.
    private static bool IsInput(LawInfo law, Symbol symbol) => law.Equations.Any(equation => equation.Inputs.Contains(symbol)) && !law.Equations.Any(equation => equation.Left == symbol);

    private static IEnumerable<SymbolRange> Outside(LawInfo law, Symbol symbol, double value) => law.OtherRanges
        .Where(other => string.Equals(other.Symbol.Name, symbol.Name, StringComparison.Ordinal) && (value > other.Bounds.Most || value < other.Bounds.Least));

    /// <summary>Why a law has no answer at numbers, as a clause; null where it may have one.</summary>
    public static string? WhyNone(LawInfo law, IReadOnlyDictionary<string, double> numbers) => law.WhyNoneAt?.Invoke(numbers);

    // The range of the equation itself, on the axis that a law's range has for it.
    private static Extrapolation? Own(Equation? of, LawInput input) => of?.Ranges.FirstOrDefault(range => range.Symbol == input.Symbol) is { } own
        ? OfSymbol(new LawRange(own.Bounds, own.Bounds, own.Bounds), input.Symbol, input.Value)
        : null;

    private static Extrapolation OfSymbol(LawRange range, Symbol symbol, double value) => !(value > 0) ? Extrapolation.None : (symbol.Name, symbol.Unit) switch
    {
        ("N" or "P" or "N_ne", _) when symbol.Unit.Contains("parameters", StringComparison.Ordinal) => range.OfParameters(value),
        ("D" or "U", "tokens") => range.OfTokens(value),
        ("C" or "C_min", "FLOP") => range.OfCompute(value),
        ("C" or "C_min", "PF-days") => range.OfCompute(value * TrainingFlops.PerPetaflopDay),
        _ => Extrapolation.None,
    };

    private LawInput? Given(LawRange range, LawInfo law, Symbol symbol)
    {
        if (Others.TryGetValue(symbol.Name, out var stated))
            return new(symbol, stated, OfSymbol(range, symbol, stated));
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
