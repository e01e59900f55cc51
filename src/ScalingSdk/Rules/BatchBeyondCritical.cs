using ScalingSdk.Diagnostics;
using ScalingSdk.Laws;
using ScalingSdk.Planning;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>A batch so large that it saves hardly any steps: against Kaplan's critical batch in a dense model, or the larger one that was measured at its size, against ling-2025 in a routed one.</summary>
internal sealed class BatchBeyondCritical : SingleRule
{
    /// <summary>Of the critical batch: at once, published runs with known good batches would be reported.</summary>
    private const double Allowed = 2;

    /// <summary>Of the law of routed models: DeepSeek-V2 and V3, V2-Lite, Kimi K2, OLMoE and Moonlight have at most 1.3 of it.</summary>
    private const double AllowedRouted = 3;

    public override RuleInfo Info { get; } =
        new("SCALE2001", Severity.Suggestion, "The batch is far beyond the critical batch");

    /// <remarks>The laws measured AdamW. Muon stays efficient beyond AdamW's critical batch (arXiv 2505.02222), so the rule is silent about it.</remarks>
    protected override Remark? Find(TrainingPlan plan)
    {
        if (plan.Batch is { IsRouted: false, ByMuon: true } || plan.Batch.Stated is not { } stated || plan.Run is null || plan.Compute is null || !plan.Size.LawsApply || BatchInWrongUnit.Holds(plan) || ImplausibleMagnitude.OfBatch(plan))
            return null;
        return plan.Size.Counts.IsRouted ? Routed(plan, stated.Count) : Dense(plan, stated.Count);
    }

    private Remark? Dense(TrainingPlan plan, double stated)
    {
        // The larger of the law's own answer and what was measured at this size, at other sizes not the plateau: runs of the largest models have larger batches than that.
        var batch = plan.Batch;
        if (batch.Kaplan is not { HasValue: true })
            return null;
        var limit = batch.CeilingByKaplan.Value.Count > batch.Kaplan.Value.Count ? batch.CeilingByKaplan : batch.Kaplan;
        var critical = limit.Value.Count;
        if (stated <= Allowed * critical)
            return null;
        var whose = limit.Source.Law!.Id;
        var trade = McCandlish2018.Law.At(new(stated), new(critical));
        var costs = trade.HasValue
            ? $"it takes {Compact(trade.Value.Examples)} times the fewest tokens (kaplan-2020 eq. 5.5{OutsideRange.Note(limit.Outside)})"
            : "a larger batch needs more tokens for the same loss";
        List<string> because = [$"a batch this large saves hardly any steps: {costs}"];
        if (batch.Zhang.HasValue)
            because.Add($"the critical batch at the end of the run is {Compact(batch.Kaplan.Value.Count)} by kaplan-2020{Aside(batch.Kaplan.Outside)} and {Compact(batch.Zhang.Value.Count)} by zhang-2024{OutsideRange.Note(batch.Zhang.Outside)}");
        if (limit.Source.Law == Merrill2025.Law.Info)
            because.Add("the critical batch of 1B and 7B parameters was measured at 16.8M tokens (merrill-2025)");
        return Large(plan, $"{Compact(stated)} tokens a step are more than twice the critical batch of {Compact(critical)} ({whose}{OutsideRange.Mark(limit.Outside)})", because, critical);
    }

    private static string Aside(Extrapolation outside) => outside.Inside ? "" : OutsideRange.Note(outside) + ",";

    private Remark? Routed(TrainingPlan plan, double stated)
    {
        var answer = Ling2025.Law.Batch(plan.Compute!.SixND);
        var usual = answer.Value.Count;
        return stated <= AllowedRouted * usual ? null : Large(plan,
            $"{Compact(stated)} tokens a step are {Compact(stated / usual)} times the batch of {Compact(usual)} for a model with experts (ling-2025{OutsideRange.Mark(answer.Outside)})",
            [$"published runs with experts, {Ling2025.PublishedRuns}; here ling-2025 is {answer.Outside}, its runs end at 3e20 FLOP"],
            usual);
    }

    private Remark Large(TrainingPlan plan, string headline, IReadOnlyList<string> because, double most)
    {
        var text = $"write {SmallerBatch.Text(plan, most)} or less";
        return At((plan.Spec.Training.BatchTokens ?? plan.Spec.Training.BatchSequences)!.Origin, headline, because,
            [SmallerBatch.Write(plan, most) is { } write ? write with { Text = text } : Remedy.Advice(text)]);
    }
}
