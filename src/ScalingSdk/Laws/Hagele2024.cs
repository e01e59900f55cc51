using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>Hägele et al. 2024, <i>Scaling Laws and Compute-Optimal Training Beyond Fixed Training Durations</i> (arXiv 2405.18392).</summary>
/// <remarks>A constant learning rate with a short cooldown matches cosine, and one run serves many horizons.</remarks>
public sealed class Hagele2024 : IScalingLaw
{
    private const double CooldownShare = 0.2;

    private static readonly Equation Factor = new("", new("rate/constant", ""), $"1 - sqrt(t)", new Symbol("t", "of the cooldown"));
    private static readonly Equation SweepCosts = new(
        "",
        new("cost", "FLOP"),
        $"F_max + {CooldownShare:c} (F_sum - F_max)",
        new Symbol("F_max", "FLOP"),
        new Symbol("F_sum", "FLOP"));

    private Hagele2024()
    {
    }

    /// <summary>The law.</summary>
    public static Hagele2024 Law { get; } = new();

    /// <summary>The share of the run over which the learning rate falls, where the constant schedule matches cosine.</summary>
    public static Bounds Cooldown { get; } = new(0.1, 0.2);

    /// <summary>The best constant learning rate over the best peak of a cosine.</summary>
    public const double RateOverCosinePeak = 0.5;

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "hagele-2024",
        Paper = "Hägele et al. 2024, Scaling Laws and Compute-Optimal Training Beyond Fixed Training Durations",
        ArXiv = "2405.18392",
        ConstantSet = "hagele-2024 constant with cooldown",
        Parameters = ParameterConvention.None,
        Range = LawRange.Any,
        Answers = LawQuestions.Advice,
        Advises = "cooldown, cost of a sweep",
        Equations = [Factor, SweepCosts],
        Facts =
        [
            "the rate is constant, then falls over the last 10 to 20 % of the run",
            "a sweep of horizons costs the longest run and a cooldown for each of the others; with cosine it costs their sum",
            "a constant rate with such a cooldown matches a cosine tuned to the same length",
            "the best constant rate is about half the best peak of a cosine",
        ],
        Caveats =
        [
            "half the cosine peak is one notebook's finding (1e-3 against 2e-3), not a fitted constant",
            "a cosine whose cycle is more than 25 % longer than the run measurably hurts (Hoffmann et al. 2022, app. B)",
        ],
    };

    /// <summary>The learning rate over its constant value after this share of the run, with a cooldown over the last share.</summary>
    public Answer<double> Schedule(double progress, double cooldown)
    {
        if (!(progress >= 0 && progress <= 1 && cooldown > 0 && cooldown <= 1))
            return Answer<double>.None("progress lies between 0 and 1, the cooldown above 0 and at most 1");
        var t = (progress - (1 - cooldown)) / cooldown;
        return Answer<double>.Of(
            1 - Math.Sqrt(Math.Max(0, t)), new(1, Cooldown.FactorOutside(cooldown), 1), new(Info, Factor, Math.Max(0, t)));
    }

    /// <summary>What a sweep over horizons of one model costs: the longest run, and a cooldown from it for each of the others.</summary>
    public Answer<SweepCost> Sweep(IReadOnlyList<TrainingFlops> horizons)
    {
        double sum = 0, most = 0;
        for (var i = 0; i < horizons.Count; i++)
        {
            if (!Positive.Is(horizons[i].Flops))
                return Answer<SweepCost>.None("a horizon is a positive finite number of FLOP");
            sum += horizons[i].Flops;
            most = Math.Max(most, horizons[i].Flops);
        }

        return Positive.Is(sum)
            ? Answer<SweepCost>.Of(
                new(new(most + (CooldownShare * (sum - most))), new(sum)), Extrapolation.None, new(Info, SweepCosts, most, sum))
            : Answer<SweepCost>.None("a sweep has at least one horizon, and a finite sum of them");
    }
}

/// <summary>The compute of a sweep with one constant-rate run and cooldowns, and with a cosine run for each horizon.</summary>
public readonly record struct SweepCost(TrainingFlops WithCooldowns, TrainingFlops WithCosines)
{
    /// <summary>The first over the second.</summary>
    public double Ratio => WithCooldowns.Flops / WithCosines.Flops;
}
