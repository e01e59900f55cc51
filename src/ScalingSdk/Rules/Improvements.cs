using ScalingSdk.Diagnostics;
using ScalingSdk.Json.Editing;
using ScalingSdk.Laws;
using ScalingSdk.Planning;
using ScalingSdk.Quantities;
using ScalingSdk.Specs;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>Other sizes and tokens that a data finding offers: planned and judged before they are shown.</summary>
internal static class Improvements
{
    /// <summary>Loss that random seeds alone give, in nats per token (Kaplan et al. 2020, sec. 4.2).</summary>
    public const double SeedNoise = 0.02;

    /// <summary>A change of the loss that is worth a line.</summary>
    private const double Worthwhile = 0.005;

    /// <summary>The best size and epochs for the unique tokens at at most this compute; null where it gains nothing.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="lawHolds">False past the epochs at which the loss rises: there the run's lowest loss is what counts.</param>
    public static Improvement? ForTheseTokens(TrainingPlan plan, bool lawHolds)
    {
        if (plan.IsProposed || LimitedData.Better(plan) is not { } better || LimitedData.LowestLoss(plan) is not { } loss || !Passes(plan, better.Parameters, better.Tokens))
            return null;
        if (plan.Data is { Turn.IsRegularised: true } && better.Parameters < plan.Size.Counts.Active.Count)
            return null;
        var change = better.Loss - loss;
        if (change > SeedNoise || (change > -Worthwhile && better.Compute > 0.9))
            return null;
        var law = Muennighoff2023.Law.Info;
        var whose = law.Id + OutsideRange.Note(LimitedData.Outside(plan).And(law.Range.OfRun(better.Parameters, better.Tokens)));
        var unique = plan.Spec.Data.UniqueTokens?.Value ?? plan.Data!.Unique.Count;
        return new Improvement(
            $"for these {Compact(unique)} tokens, train {Compact(better.Parameters)} parameters for {Compact(better.Epochs)} epochs ({Compact(better.Tokens)} tokens)",
            Edits(plan, better.Parameters, better.Tokens))
        {
            Effect = !IsLoss(plan, loss) ? OfTheOther(better.Loss, better.Compute, whose) : lawHolds ? Effect(change, better.Compute, whose) : OfTheLowest(change, better.Compute, whose),
        };
    }

    /// <summary>The compute-optimal pair for the compute of a run in a single pass; null where the law gives none, or it gains nothing.</summary>
    public static Improvement? ForThisCompute(TrainingPlan plan)
    {
        if (plan.Size.Counts.IsRouted || plan is not { Compute.SixND.Flops: var flops, Data: { } data } || plan.Spec.Laws.Allocation.Parametric is not { } law)
            return null;
        var (size, tokens) = (LimitedOptimum.ThreeDigits(law.Form.OptimalParameters(flops)), LimitedOptimum.ThreeDigits(flops / (6 * law.Form.OptimalParameters(flops))));
        if (plan.Spec.Data.UniqueTokens?.Value < tokens || !Passes(plan, size, tokens))
            return null;
        var (loss, now) = (law.Form.Loss(size, tokens), law.Form.Loss(plan.Size.Counts.Active.Count, data.EffectiveTokens.Count));
        var whose = law.Info.Id + OutsideRange.Note(data.RunOutside.And(plan.Spec.Laws.Allocation.Allocate(new TrainingFlops(flops)).Outside));
        return loss - now > -Worthwhile ? null : new Improvement(
            $"for this compute, train {Compact(size)} parameters on {Compact(tokens)} tokens", Edits(plan, size, tokens))
        {
            Effect = IsLoss(plan, now) ? Effect(loss - now, 6 * size * tokens / flops, whose) : OfTheOther(loss, 6 * size * tokens / flops, whose),
        };
    }

    private static string Effect(double change, double compute, string law)
    {
        var cheaper = compute < 0.98 ? $" with {Percent(1 - compute)} less compute" : "";
        return change <= -0.0005 ? $"the loss falls by {Compact(-change)} ({law}){cheaper}"
            : change < 0.0005 ? $"the loss stays the same ({law}){cheaper}"
            : $"the loss rises by {Compact(change)} ({law}){cheaper}";
    }

    // A loss above that of guessing is none: nothing is compared with it.
    private static bool IsLoss(TrainingPlan plan, double loss) => LossPlan.IsLoss(new PredictedLoss(loss, plan.Spec.Laws.Allocation.Info.ConstantSet), plan.Size);

    private static string OfTheOther(double loss, double compute, string law) =>
        $"its loss is {Compact(loss)} nats per token ({law}); of this run none is predicted{(compute < 0.98 ? $", and it takes {Percent(1 - compute)} less compute" : "")}";

    private static string OfTheLowest(double change, double compute, string law)
    {
        var part = compute < 0.1 ? $" at {Percent(compute)} of the compute" : compute < 0.98 ? $" with {Percent(1 - compute)} less compute" : "";
        return change <= -Worthwhile
            ? $"the loss falls by {Compact(-change)} below the lowest of this run ({law}){part}"
            : $"about the lowest loss of this run ({law}){part}";
    }

    /// <summary>Whether the data verdict of the other run is not a warning, or one that holds of this run too.</summary>
    private static bool Passes(TrainingPlan plan, double size, double tokens)
    {
        var spec = plan.Spec;
        var other = Planner.Plan(spec with
        {
            Model = null,
            Size = NominalSize.Of(new TotalParameters(size)),
            Budget = new BudgetSection(),
            Training = spec.Training with { Steps = null },
            Data = spec.Data with { Tokens = new Stated<double>(tokens, Compact(tokens), spec.ModelOrigin), Epochs = null },
        });
        return DataVerdict.Judge(other) is not { Severity: Severity.Warning } verdict || DataVerdict.Holds(plan, verdict.Rule);
    }

    /// <summary>The two values as the spec takes them; none where it states its model by dimensions, or the tokens in other keys.</summary>
    private static IReadOnlyList<SpecEdit> Edits(TrainingPlan plan, double size, double tokens)
    {
        var spec = plan.Spec;
        return spec is { Model: null, Size.Nominal: true } && spec.Data is { Tokens: not null, Epochs: null } && spec.Training.Steps is null && spec.Budget.Any is null
            ? [SpecEdit.Set($"\"{Compact(size)}\"", "model", "parameters"), SpecEdit.Set($"\"{Compact(tokens)}\"", "data", "tokens")]
            : [];
    }
}
