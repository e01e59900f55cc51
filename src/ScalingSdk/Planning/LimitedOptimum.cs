using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using ScalingSdk.Specs;
using ScalingSdk.Text;

namespace ScalingSdk.Planning;

/// <summary>The best size and epochs over limited data where muennighoff-2023 can be relied on, at at most a budget.</summary>
/// <param name="Parameters">The size, to three digits.</param>
/// <param name="Tokens">The tokens, to three digits.</param>
/// <param name="Loss">The predicted loss in nats per token of the law of repeated tokens.</param>
internal sealed record LimitedOptimum(double Parameters, double Tokens, double Loss)
{
    /// <summary>Muennighoff et al. 2023: gains stay meaningful to about 16 epochs.</summary>
    public const double MostEpochs = 16;

    /// <summary>Below half of the compute-optimal tokens a size wastes more than 5 % of the compute.</summary>
    public const double LeastRatio = 0.5;

    /// <summary>Loss that random seeds alone give, in nats per token (Kaplan et al. 2020, sec. 4.2).</summary>
    private const double SeedNoise = 0.02;

    private const int Steps = 240;

    /// <summary>
    /// At most 16 epochs and no more than those at which the loss may turn up, at least 1.4 unique tokens per parameter, and tokens that are
    /// worth at least half of the compute-optimal ones.
    /// </summary>
    public static LimitedOptimum? Of(TrainingSection training, Muennighoff2023 law, ChinchillaForm form, double flops, UniqueTokens unique) =>
        Of(training, law, form, flops, unique, unique.Count / EpochsTurn.NoRise);

    /// <summary>The same with no more parameters than the unique tokens may repeat for, where that costs no more loss than random seeds differ by.</summary>
    public static LimitedOptimum? Of(TrainingSpec spec, ChinchillaForm form, double flops, UniqueTokens unique)
    {
        var best = Of(spec.Training, spec.Laws.RepeatedData, form, flops, unique);
        return best is not null
            && RepeatableTokens.LargestSize(spec.Laws.Overfitting, unique) is { } most && most < best.Parameters
            && Of(spec.Training, spec.Laws.RepeatedData, form, flops, unique, most) is { } sound && sound.Loss - best.Loss <= SeedNoise
                ? sound
                : best;
    }

    private static LimitedOptimum? Of(TrainingSection training, Muennighoff2023 law, ChinchillaForm form, double flops, UniqueTokens unique, double largest)
    {
        LimitedOptimum? best = null;
        for (var i = 0; i <= Steps; i++)
        {
            var tokens = new Tokens(ThreeDigits(unique.Count * Math.Pow(MostEpochs, (double)i / Steps)));
            var worth = law.EffectiveTokens(tokens, unique).Value.Count;
            var size = ThreeDigits(Math.Min(flops / (6 * tokens.Count), Math.Min(largest, form.OptimalParametersOf(worth / LeastRatio))));
            if (!(size >= 1) || tokens.Count / unique.Count > EpochsTurn.Of(training, NominalSize.Of(new TotalParameters(size)), unique).Suspect)
                continue;
            var loss = law.Loss(new ActiveParameters(size), tokens, unique).Value.NatsPerToken;
            if (best is null || loss < best.Loss)
                best = new LimitedOptimum(size, tokens.Count, loss);
        }

        return best;
    }

    /// <summary>A count as it is typed: three digits, rounded down so that a bound still holds.</summary>
    public static double ThreeDigits(double count)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(count)) - 2);
        return NumberText.RoundTo12(Math.Floor(NumberText.RoundTo12(count / unit)) * unit);
    }
}
