using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using ScalingSdk.Specs;

namespace ScalingSdk.Planning;

/// <summary>About how many epochs over the same tokens lower the validation loss; further ones raise it. It depends on decay and dropout.</summary>
/// <remarks>
/// The rules of <see cref="EpochsTurn2026"/> that the spec's decay and dropout leave, and 70 (U/N)^0.73 with U/N unique tokens per
/// parameter, fitted to the 229 public runs of Muennighoff et al. 2023 on C4 (11 groups, standard deviation 27 %), in which no loss rose
/// from 1.4 unique tokens per parameter on.
/// </remarks>
public sealed record EpochsTurn
{
    /// <summary>A loss is called rising past twice the epochs of a rule: each is good to about a factor of two.</summary>
    private const double Band = 2;

    /// <summary>Unique tokens per parameter from which no loss rose in the public runs.</summary>
    public const double NoRise = 1.4;

    /// <summary>The weakest tuned decay of runs with more than a third as many parameters as unique tokens (kim-2025).</summary>
    private const double Regularising = 0.4;

    /// <summary>The strongest decay of the tuned runs.</summary>
    internal const double StrongestDecay = 3.2;

    /// <summary>The lowest of the rules that apply.</summary>
    public required double Fewest { get; init; }

    /// <summary>The highest of the rules that apply, the public runs' included where theirs says anything.</summary>
    public required double Most { get; init; }

    /// <summary>The laws of the lowest and the highest rule: "epochs-turn to muennighoff-2023".</summary>
    public string Whose => ToPublicRuns ? "epochs-turn to muennighoff-2023" : "epochs-turn";

    /// <summary>True where the highest rule is that of the public runs.</summary>
    internal bool ToPublicRuns { get; private init; }

    /// <summary>Which recipes these are, as a clause: "weight decay 0.1, no dropout".</summary>
    public required string Recipes { get; init; }

    /// <summary>True where the decay is tuned to repetition: larger models then go on lowering the loss (kim-2025), which muennighoff-2023 does not know.</summary>
    public bool IsRegularised { get; private init; }

    /// <summary>How far outside the sizes and unique tokens of the tuned runs.</summary>
    public required Extrapolation Outside { get; init; }

    /// <summary>True where even the public runs, which tolerate most, have a turn.</summary>
    public required bool Everywhere { get; init; }

    /// <summary>Epochs past which some recipe's loss is expected to rise; none far beyond the sizes of the tuned runs, where the recipes part.</summary>
    public double Suspect => Outside.Parameters <= 10 ? Band * Fewest : double.PositiveInfinity;

    /// <summary>True under Muon: every rule was measured on AdamW, and with Muon a 2.7B model on 100M tokens was better after 22 epochs than after 11.</summary>
    internal bool ByMuon { get; init; }

    /// <summary>Epochs past which every recipe's loss is expected to rise; none from 1.4 unique tokens per parameter on, and none under Muon.</summary>
    public double Certain => Everywhere && !ByMuon ? Band * Most : double.PositiveInfinity;

    internal static EpochsTurn Of(TrainingSection training, ModelSize size, UniqueTokens unique)
    {
        var (recipes, words) = Applicable(training, size.Total, unique);
        var (fewest, most, outside) = (double.PositiveInfinity, 0.0, default(Extrapolation));
        for (var i = 0; i < recipes.Length; i++)
        {
            var turn = Turn(size.Total, unique, recipes[i]);
            var epochs = turn.HasValue ? turn.Value : double.PositiveInfinity;
            (fewest, most, outside) = (Math.Min(fewest, epochs), Math.Max(most, epochs), i == 0 ? turn.Outside : outside);
        }

        var perParameter = unique.Count / size.Total.Count;
        var toPublicRuns = perParameter < NoRise && PublicRuns(perParameter) > most;
        return new EpochsTurn
        {
            Fewest = fewest,
            Most = toPublicRuns ? PublicRuns(perParameter) : most,
            ToPublicRuns = toPublicRuns,
            Recipes = words,
            IsRegularised = training.WeightDecay is { Value: >= Regularising },
            Outside = outside,
            Everywhere = perParameter < NoRise,
        };
    }

    /// <summary>Epochs about which the loss turned up in the public runs.</summary>
    internal static double PublicRuns(double uniquePerParameter) => 70 * Math.Pow(uniquePerParameter, 0.73);

    // Far below the unique tokens of the tuned runs the rule with dropout falls under that without: dropout takes no epochs away.
    private static Answer<double> Turn(TotalParameters size, UniqueTokens unique, Regularisation regularisation)
    {
        var turn = EpochsTurn2026.Law.Turn(size, unique, regularisation);
        return regularisation == Regularisation.TunedDecayAndDropout && EpochsTurn2026.Law.Turn(size, unique, Regularisation.TunedDecay) is { HasValue: true } without && !(turn.Value >= without.Value)
            ? without
            : turn;
    }

    // What is not stated may be either.
    private static (Regularisation[] Recipes, string Words) Applicable(TrainingSection training, TotalParameters size, UniqueTokens unique)
    {
        var (decay, dropout) = (training.WeightDecay, training.Dropout);
        if (decay is null && dropout is null)
            return ([Regularisation.Decay, Regularisation.TunedDecay, Regularisation.TunedDecayAndDropout], "at any weight decay and dropout");
        var tuned = decay is null ? default(bool?) : IsTuned(decay.Value, size, unique, dropout is { Value: > 0 });
        return (tuned, dropout?.Value > 0) switch
        {
            (false, not true) when dropout is not null => ([Regularisation.Decay], $"with a weight decay of {decay!.Text} and no dropout"),
            (false, true) => ([Regularisation.Decay, Regularisation.TunedDecayAndDropout], "between those of a weight decay of 0.1 alone and of a tuned one with dropout"),
            (true, true) => ([Regularisation.TunedDecayAndDropout], $"with a weight decay of {decay!.Text} and dropout"),
            (true, _) when dropout is not null => ([Regularisation.TunedDecay], $"with a weight decay of {decay!.Text} and no dropout"),
            (true, _) => ([Regularisation.TunedDecay, Regularisation.TunedDecayAndDropout], $"with a weight decay of {decay!.Text}, without and with dropout"),
            (null, true) => ([Regularisation.Decay, Regularisation.TunedDecayAndDropout], "with dropout, at any weight decay"),
            (null, _) => ([Regularisation.Decay, Regularisation.TunedDecay], "without dropout, at any weight decay"),
            _ => ([Regularisation.Decay, Regularisation.TunedDecayAndDropout], $"with a weight decay of {decay!.Text}, without and with dropout"),
        };
    }

    // Half of what the tuned runs took, which step by 2.
    private static bool IsTuned(double decay, TotalParameters size, UniqueTokens unique, bool dropout) =>
        decay >= Math.Min(WeightDecayLimited2026.Law.WeightDecay(size, unique, dropout) is { HasValue: true } tuned ? tuned.Value : double.MaxValue, StrongestDecay) / 2;
}
