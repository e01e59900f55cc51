using ScalingSdk.Laws;
using ScalingSdk.Planning;
using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Charts.Plans;

/// <summary>Epochs over the unique tokens of a run, as far as the law of repeated data holds.</summary>
internal sealed record Passes(Muennighoff2023 Law, UniqueTokens Unique, double Most)
{
    private const double Usual = 40;
    private static readonly double[] Round = [0.1, 0.2, 0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024];

    /// <summary>Past the epochs at which some loss turns up, no loss is drawn.</summary>
    public static Passes Of(TrainingPlan plan, RunPlan run)
    {
        var turns = plan.Data is { Turn: var turn } ? Math.Min(turn.Suspect, turn.Certain) : double.PositiveInfinity;
        return new(plan.Spec.Laws.RepeatedData, run.Unique, Math.Max(1, Math.Min(Math.Max(Usual, run.Epochs * 1.5), turns)));
    }

    /// <summary>Round numbers of epochs, by the tokens that they process.</summary>
    public static IReadOnlyList<(double X, string Label)> Ticks(double unique) => [.. Round.Select(epochs => (unique * epochs, NumberText.Compact(epochs)))];

    /// <summary>The fresh tokens that these are worth: themselves, up to the first epoch.</summary>
    public Answer<Tokens> Worth(double tokens) => tokens <= Unique.Count
        ? Answer<Tokens>.Of(new(tokens), Extrapolation.None, default)
        : Law.EffectiveTokens(new Tokens(tokens), Unique);
}
