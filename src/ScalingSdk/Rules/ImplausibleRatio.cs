using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using ScalingSdk.Specs;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>A size and tokens that no run has together, though other runs have each: mostly the unit of one is wrong.</summary>
internal static class ImplausibleRatio
{
    private const string Ranges = "published runs have about 1 (GPT-3) to 60,000 (Qwen3 0.6B) tokens per parameter";

    /// <summary>Unique tokens below those of any run, or repeated more often than in any.</summary>
    public static Remark OfUnique(TrainingSpec spec, RuleInfo rule)
    {
        var unique = spec.Data.UniqueTokens!;
        var run = StatedRun.Tokens(spec);
        List<(string Word, string Text)> units = [.. LikelyUnit.OfTokens(LikelyUnit.Digits(unique.Value), spec.Size?.Active.Count).Where(unit => run is null || Value(unit.Text) <= run)];
        return new(rule, Severity.Warning, unique.Origin,
            run is { } tokens && tokens > unique.Value
                ? $"'{unique.Text}' unique tokens make {Compact(tokens / unique.Value)} epochs of the {Compact(tokens)} tokens of the run; no run repeats them so often"
                : $"'{unique.Text}' unique tokens are fewer than any run is trained on",
            units.Count == 0 ? [] : [$"with the unit of runs of this size it is {string.Join(" or ", units.Select(static unit => unit.Text))}"],
            [.. Units(units, "data", "unique_tokens")]);
    }

    /// <summary>Far too few or too many tokens for the size.</summary>
    public static Remark Of(TrainingSpec spec, double size, double tokens, RuleInfo rule)
    {
        var (few, text) = (tokens < size, $"{Compact(tokens / size)} tokens per parameter");
        var (stated, model, flops) = (spec.Data.Tokens, spec.Size, spec.Budget.Flops);
        var ownSize = model is { IsRouted: false } && spec.Model is null;
        List<Help> help =
        [
            .. stated is null || size < Magnitudes.SmallSize ? [] : Units(model is null ? LikelyUnit.OfTokensOfCompute(stated.Value, flops!.Value) : LikelyUnit.OfTokens(LikelyUnit.Digits(stated.Value), size), "data", "tokens"),
            .. ownSize && StatedRun.Tokens(spec) is { } run ? Units(LikelyUnit.OfSize(LikelyUnit.Digits(size), run), "model", "parameters") : [],
        ];
        if (few && StatedRun.Tokens(spec) is not null && model is not null)
            help.Add(Remedy.Write("\"pretrained\"", "training", "start") with { Text = "if training starts from trained weights, say so", IsFix = false });
        if (flops is not null)
            help.Add(Remedy.Advice(few ? "state more tokens, or less compute" : "state a larger model, or less compute"));
        return new(rule, Severity.Warning, (few || stated is not null ? (stated ?? spec.Data.UniqueTokens ?? spec.Training.Steps ?? flops) : flops)?.Origin ?? spec.ModelOrigin,
            model is null ? $"{Compact(tokens)} tokens at this compute are a model of {Compact(size)} parameters, {text}: no run has so few"
                : StatedRun.Tokens(spec) is null ? $"'{flops!.Text}' FLOP for {Compact(size)} parameters are {Compact(tokens)} tokens, {text}: no run has so many"
                : $"{Compact(tokens)} tokens for {Compact(size)} parameters are {text}: no run has so {(few ? "few" : "many")}",
            [Ranges], help);
    }

    // As they were found: three digits and a letter.
    private static double Value(string text) => double.Parse(text.Substring(0, text.Length - 1), System.Globalization.CultureInfo.InvariantCulture)
        * (text[text.Length - 1] switch { 'M' => 1e6, 'B' => 1e9, _ => 1e12 });

    private static IEnumerable<Help> Units(IEnumerable<(string Word, string Text)> units, params string[] path)
    {
        foreach (var (word, text) in units)
            yield return Remedy.Write($"\"{text}\"", path) with { Text = $"if {word} are meant, write \"{path[path.Length - 1]}\": \"{text}\"", IsFix = false };
    }
}
