using ScalingSdk.Diagnostics;
using ScalingSdk.Laws;
using ScalingSdk.Planning;
using ScalingSdk.Quantities;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>
/// A peak learning rate far above those of published runs: AdamW under the standard parametrization, or the law of models with experts.
/// Other optimizers and parametrizations have other scales.
/// </summary>
internal sealed class LearningRateAboveLaws : SingleRule
{
    /// <summary>Over the middle of the published runs: Marin 8B, the highest above 2B parameters that trained well, has 7.9, and was unstable at 16.</summary>
    private const double Allowed = 8;

    /// <summary>Of small models: OpenELM 1.1B has 8.02 times the middle at its batch and MobileLLM 1.5B 10.6 times, and both trained well.</summary>
    private const double AllowedOfSmall = 12, Small = 2e9;

    /// <summary>Over step-law-2025 at a size that it measured: it searched for the best rate, and the loss is flat around it.</summary>
    private const double AllowedOverSearch = 3;

    public override RuleInfo Info { get; } = new("SCALE6001", Severity.Warning, "The learning rate is far above that of published runs");

    protected override Remark? Find(TrainingPlan plan)
    {
        if (plan is not { Spec.Training.LearningRate: { } stated, LearningRate.Usual: { HasValue: true } middle, Run: { } run }
            || stated.Value > Magnitudes.HighestRate
            || stated.Value <= Math.Max((plan.Size.Counts.Active.Count < Small ? AllowedOfSmall : Allowed) * middle.Value, AllowedOverSearch * Math.Max(Searched(plan, run.Tokens), Chosen(plan))))
        {
            return null;
        }

        // That of the recipe or law that the spec names, otherwise the usual one.
        var lower = plan.LearningRate.Middle is { HasValue: true } own ? own.Value : middle.Value;
        var whose = middle.Source.Law == PublishedRates.Law.Info ? $"of published runs of this size{OutsideRange.Mark(middle.Outside)}" : $"of {middle.Source.Law!.Id}{OutsideRange.Mark(middle.Outside)}";
        return At(stated.Origin,
            $"a peak learning rate of '{stated.Text}' is {Compact(stated.Value / middle.Value)} times the {Compact(middle.Value)} {whose}; the loss may diverge",
            [Evidence(middle)],
            [
                Remedy.Write(Compact(lower), "training", "learning_rate") with { Text = $"write {Compact(lower)}, or search for the rate with short runs" },
                Remedy.Write("\"mup\"", "training", "parametrization") with { Text = "state the parametrization, if it is muP", IsFix = false },
            ]);
    }

    private static string Evidence(Answer<double> middle) => middle.Source.Law == PublishedRates.Law.Info
        ? $"published runs have {Compact(PublishedRates.Band.Least)} to {Compact(PublishedRates.Band.Most)} times that rate; the highest that trained well "
            + $"are 10.6 times (MobileLLM 1.5B) and, above 2B parameters, 7.9 times (Marin 8B, unstable at 16) (published-rates{OutsideRange.Note(middle.Outside)})"
        : $"published runs with experts, {Ling2025.PublishedRuns}; here it is {middle.Outside}";

    // What the plan proposes is no finding: the rate of the recipe or law that the spec names.
    private static double Chosen(TrainingPlan plan) => plan.LearningRate is { IsPoint: true, Middle: var chosen } && !plan.Size.Counts.IsRouted ? chosen.Value : 0;

    // Never extrapolated: at a size outside its runs nothing, and beyond their tokens what they say at the most.
    private static double Searched(TrainingPlan plan, Tokens tokens)
    {
        var (law, n) = (StepLaw2025.Law, plan.Size.Counts.Weights);
        return plan.Size.Counts.IsRouted || !law.Info.Range.OfParameters(n.Count).Inside ? 0
            : law.LearningRate(n, new(Math.Min(tokens.Count, law.Info.Range.Tokens.Most))).Value;
    }
}
