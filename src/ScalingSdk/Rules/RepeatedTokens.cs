using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>So many epochs over the same tokens that the last ones buy little.</summary>
internal sealed class RepeatedTokens : DataRule
{
    /// <summary>Muennighoff et al. 2023: to 4 epochs the loss is that of fresh data, gains stay meaningful to about 16, 40 are worthless.</summary>
    public const double Harmless = 4, Mild = 4.5, Grave = 16, Worthless = 40;

    public override RuleInfo Info { get; } =
        new("SCALE1003", Severity.Warning, "The last epochs over the same tokens buy little");

    public override Severity? Judge(TrainingPlan plan, DataPlan data) => data.Epochs switch
    {
        _ when plan.Spec.Data.Epochs is null && (!data.EpochsStated || plan.IsProposed) => null,
        > Grave => Severity.Warning,
        > Mild => Severity.Suggestion,
        _ => null,
    };

    public override string Headline(DataPlan data) =>
        $"{data.UniqueText} unique tokens x {Compact(data.Epochs)} epochs: {Meaning(data.Epochs)}up to {Compact(Harmless)} epochs the loss is that of unique tokens";

    public override string Clause(TrainingPlan plan, DataPlan data) => Worth(data);

    /// <summary>What repetition leaves of the tokens.</summary>
    public static string Worth(DataPlan data) =>
        $"repetition reduces {Compact(data.Tokens.Count)} tokens to the value of {Compact(data.EffectiveTokens.Count)} unique tokens, "
            + $"and the last one is worth {Percent(data.LastTokenWorth)} of a unique one ({data.RepeatedLaw}{OutsideRange.Note(data.RepeatedOutside)})";

    public override IEnumerable<Help?> Help(TrainingPlan plan, DataPlan data)
    {
        var text = $"write {Compact(Harmless)} epochs{(data.Epochs > Grave ? $", at most {Compact(Grave)}" : "")}";
        var write = Epochs.Write(plan, Harmless);

        // Fewer epochs alone give up loss: where that is more than seeds differ by, other data or another size come first.
        return LimitedData.LossAt(plan, Harmless) - LimitedData.LowestLoss(plan) > Improvements.SeedNoise
            ? [Improvements.ForTheseTokens(plan, data.LawHolds), Remedy.Advice("add unique tokens"), write is null ? null : write with { Text = text }]
            : [Or(write, text + ", or add unique tokens")];

        static Help Or(Remedy? write, string text) => write is null ? Remedy.Advice(text) : write with { Text = text };
    }

    private static string Meaning(double epochs) => epochs switch
    {
        > Worthless => $"beyond {Compact(Worthless)} epochs another one bought nothing, ",
        > Grave => $"beyond {Compact(Grave)} epochs another one bought little, ",
        _ => "",
    };
}
