using ScalingSdk.Diagnostics;
using ScalingSdk.Json.Editing;
using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using ScalingSdk.Text;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Specs;

/// <summary>Values of a spec that contradict each other, or that need another: named with what to remove or add.</summary>
internal static class SpecConsistency
{
    /// <summary>How far two ways to the same number may differ: rounding, not contradiction.</summary>
    private const double Rounding = 0.01;

    /// <summary>Rows of the largest vocabularies in use, where the spec does not state its own.</summary>
    private const double LargestVocabulary = 262_144;

    /// <summary>Less than one step of the smallest model that was ever studied.</summary>
    private const double LeastFlops = 1e9;

    public static void Check(TrainingSpec spec, List<ReadingProblem> problems)
    {
        var batch = CheckBatch(spec, problems);
        CheckSteps(spec, batch, problems);
        if (spec.Budget.Any is not null)
        {
            CheckBudget(spec, problems);
            CheckTarget(spec, problems);
            CheckProposal(spec, problems);
            CheckOverdetermined(spec, problems);
        }

        if (spec.Training.IsSplit)
            CheckDevices(spec, problems);
        CheckPrecision(spec, problems);
    }

    private static double? CheckBatch(TrainingSpec spec, List<ReadingProblem> problems)
    {
        var training = spec.Training;
        var batch = StatedRun.Batch(spec);
        if (training.BatchTokens is not { } tokens || training.BatchSequences is not { } sequences)
            return batch;
        var length = SequenceLength.Of(spec.Model, training).Tokens;
        if (Differ(sequences.Value * length, tokens.Value))
        {
            Bad(problems, sequences.Origin, "training.batch_sequences",
                $"'{sequences.Text}' sequences of {Grouped(length)} tokens are {Compact(sequences.Value * length)} tokens, "
                + $"not the '{tokens.Text}' of '{KeyText.Named(tokens.Origin, "batch_tokens")}'", Remedy.Advice("remove one of the two"));
        }

        return batch;
    }

    private static void CheckSteps(TrainingSpec spec, double? batch, List<ReadingProblem> problems)
    {
        if (spec.Training.Steps is not { } steps)
            return;
        var data = StatedRun.TokensOfData(spec.Data);
        if (batch is null && data is null && spec.Budget.Any is null)
        {
            problems.Add(new ReadingProblem(ProblemKind.Missing, steps.Origin,
                $"'{KeyText.Named(steps.Origin, "training.steps")}' of '{steps.Text}' gives no tokens without a batch", Remedy.Advice(KeyText.Add(steps.Origin, TrainingKeys.BatchTokens, "\"0.5M\""))));
        }
        else if (batch is { } size && data is { } tokens && Differ(steps.Value * size, tokens))
        {
            Bad(problems, steps.Origin, "training.steps",
                $"'{steps.Text}' steps of {Compact(size)} tokens are {Compact(steps.Value * size)} tokens, not the {Compact(tokens)} of '{NamedData(spec.Data)}'",
                Remedy.Advice("remove one of the three"));
        }
    }

    // In code the member that states the tokens.
    private static string NamedData(DataSection data) => (data.Tokens ?? data.UniqueTokens)?.Origin is { Kind: OriginKind.Code } origin ? KeyText.Named(origin, "data") : "data";

    private static void CheckBudget(TrainingSpec spec, List<ReadingProblem> problems)
    {
        var (budget, hardware) = (spec.Budget, spec.Hardware);
        if (budget.Flops is { Value: < LeastFlops } flops)
        {
            Bad(problems, flops.Origin, "budget.flops", $"'{flops.Text}' FLOP is less than any run takes",
                Remedy.Advice("write all of it, such as 1e21"));
        }

        if ((budget.Time ?? budget.Cost) is not { } stated)
            return;
        if (!hardware.IsStated)
        {
            problems.Add(new ReadingProblem(ProblemKind.Missing, stated.Origin,
                $"'{KeyText.Named(stated.Origin, "budget." + budget.Key)}' of '{stated.Text}' gives no compute without devices",
                Remedy.Advice(KeyText.AddDevices(stated.Origin, price: budget.Cost is not null))));
        }
        else if (hardware.Accelerator(Hardware.Precision.Bf16) is { HasPeak: false } accelerator)
        {
            problems.Add(new ReadingProblem(ProblemKind.Missing, stated.Origin,
                $"'{KeyText.Named(stated.Origin, "budget." + budget.Key)}' of '{stated.Text}' gives no compute: {accelerator.WhyNoPeak(Hardware.Precision.Bf16)}",
                Remedy.Advice(KeyText.Add(stated.Origin, HardwareKeys.PeakFlops, "\"30 TFLOP/s\"", section: true))));
        }
        else if (budget.Cost is not null && hardware.PricePerHour is null)
        {
            problems.Add(new ReadingProblem(ProblemKind.Missing, stated.Origin,
                $"'{KeyText.Named(stated.Origin, "budget.cost")}' of '{stated.Text}' gives no compute without a price",
                Remedy.Advice(KeyText.Add(stated.Origin, HardwareKeys.PricePerHour, "2.5", section: true))));
        }
    }

    private static void CheckTarget(TrainingSpec spec, List<ReadingProblem> problems)
    {
        if (spec.Budget.TargetLoss is not { } target)
            return;
        var reach = (spec.Laws.Allocation as FormulaLaw)?.Reach;
        if (spec.Laws.Allocation.Parametric is null && reach is null)
        {
            Bad(problems, target.Origin, "budget.target_loss",
                spec.Laws.Allocation.LossLaw is null ? $"'{spec.Laws.Allocation.Info.Id}' predicts no loss" : $"no run to a loss follows from '{spec.Laws.Allocation.Info.Id}': it has no best size",
                Remedy.Write(JsonQuote.Of(Besiroglu2024.Law.Info.Id), "laws", "allocation") with
                {
                    Text = $"{OtherLaw(target.Origin)}, or remove '{KeyText.Named(target.Origin, "target_loss")}'",
                });
            return;
        }

        // Above the loss of guessing it is a perplexity, or another loss: a plan for it would be one for no run.
        var rows = spec.Model?.VocabularySize ?? LargestVocabulary;
        if (target.Value > Math.Log(rows))
        {
            Bad(problems, target.Origin, "budget.target_loss",
                $"'{target.Text}' nats per token is above {Compact(Math.Log(rows))}, the loss of guessing among {Grouped(rows)} tokens; as a perplexity it is {Compact(Math.Log(target.Value))} nats",
                target.Origin.Kind == OriginKind.Option
                    ? Remedy.Advice($"write {BudgetKeys.TargetLoss.Option} {Compact(Math.Log(target.Value))}")
                    : Remedy.Write(Compact(Math.Log(target.Value)), "budget", "target_loss"));
            return;
        }

        if (spec.Size is { IsRouted: true } && !spec.Laws.Allocation.Info.CountsExperts)
        {
            Bad(problems, target.Origin, "budget.target_loss", $"no law here says how many tokens a model with experts takes to '{target.Text}' nats per token",
                Remedy.Advice("state the tokens, the compute or the time"));
        }
        else if (spec.Laws.Allocation.Parametric is { } law)
        {
            var (least, whose) = Floor(law, spec);
            if (target.Value <= least)
            {
                Bad(problems, target.Origin, "budget.target_loss",
                    $"'{target.Text}' nats per token is below what {whose} reaches, {Round4(least)} ({law.Info.Id})", Remedy.Advice("write more than that"));
            }
        }
        else if (Missed(reach!, spec, target.Value) is { } missed)
        {
            Bad(problems, target.Origin, "budget.target_loss",
                $"{missed} does not reach '{target.Text}' nats per token ({spec.Laws.Allocation.Info.Id})", Remedy.Advice("write more than that"));
        }
    }

    // What does not reach a loss by a formula; null where it is reached.
    private static string? Missed(FormulaReach reach, TrainingSpec spec, double loss)
    {
        if (spec.Size is { } size)
            return double.IsNaN(reach.Tokens(size.Active.Count, loss)) ? "a model of this size with any tokens" : null;
        return StatedRun.Tokens(spec) is { } tokens
            ? double.IsNaN(reach.Parameters(tokens, loss)) ? $"a model of any size with {Compact(tokens)} tokens" : null
            : double.IsNaN(reach.Cheapest(loss).Parameters) ? "a model of any size with any tokens" : null;
    }

    /// <summary>The loss that size and tokens leave even where the other of the two is unlimited.</summary>
    private static (double Loss, string Whose) Floor(ParametricLaw law, TrainingSpec spec)
    {
        var form = law.Form;
        if (spec.Size is { } size)
            return (form.E + (form.A / Math.Pow(size.Active.Count, form.Alpha)), "a model of this size with unlimited tokens");
        return StatedRun.Tokens(spec) is { } tokens
            ? (form.E + (form.B / Math.Pow(tokens, form.Beta)), $"a model of unlimited size with {Compact(tokens)} tokens")
            : (form.E, "an unlimited model with unlimited tokens");
    }

    private static void CheckProposal(TrainingSpec spec, List<ReadingProblem> problems)
    {
        var law = spec.Laws.Allocation;
        var why = spec.Size is not null ? null
            : law.Info.Parameters == ParameterConvention.NonEmbeddingFlopsPerToken ? $"'{law.Info.Id}' gives FLOPs per token, from which no size follows"
            : spec.Budget.Flops is { } flops && StatedRun.Tokens(spec) is null ? law.Allocate(new(flops.Value)).WhyNone
            : null;
        if (why is null)
            return;
        problems.Add(new ReadingProblem(ProblemKind.Missing, spec.Budget.Any!.Origin, why, Remedy.Write(JsonQuote.Of(Besiroglu2024.Law.Info.Id), "laws", "allocation") with
        {
            Text = $"add a 'model', or {OtherLaw(spec.Budget.Any!.Origin)}",
        }));
    }

    private static void CheckOverdetermined(TrainingSpec spec, List<ReadingProblem> problems)
    {
        if (spec.Budget.Any is not { } budget || spec.Size is not { } size || StatedRun.Tokens(spec) is not { } tokens)
            return;
        var flops = StatedRun.FlopsPerToken(spec.Model, size) * tokens;
        if (spec.Budget.Flops is { } given && !Differ(given.Value, flops))
            return;
        var (key, text) = (spec.Budget.Key, budget.Text);
        var limit = spec.Budget.TargetLoss is not null ? "" : budget.Origin.Kind == OriginKind.Option
            ? $", or check it alone: --set {SpecKey.Quoted($"limits.{key}={text}")}"
            : $", or write '{key}' under 'limits' in place of 'budget'";
        Bad(problems, budget.Origin, "budget." + key,
            $"the size and {Compact(tokens)} tokens fix the compute at {Scientific(flops)} FLOP already, beside a budget of '{text}'",
            Remedy.Advice($"remove the tokens for the plan to spend the budget, or '{KeyText.Named(budget.Origin, "budget")}'{limit}"));
    }

    private static void CheckDevices(TrainingSpec spec, List<ReadingProblem> problems)
    {
        var training = spec.Training;
        var context = training.ContextParallel?.Value ?? 1;
        var model = (training.TensorParallel?.Value ?? 1) * (training.PipelineParallel?.Value ?? 1) * context;
        if (training.VirtualPipeline is { Value: > 1 } chunks && training.PipelineParallel is not { Value: > 1 })
        {
            Bad(problems, chunks.Origin, "training.virtual_pipeline", $"'{chunks.Text}' chunks of layers a stage need more than one stage",
                Remedy.Advice($"state '{KeyText.Named(chunks.Origin, "training.pipeline_parallel")}' too, or remove it"));
        }

        if (training.ExpertParallel is { Value: > 1 } experts && spec.Model is { IsRouted: false })
            Bad(problems, experts.Origin, "training.expert_parallel", $"'{experts.Text}' devices cannot share out experts: the model has none", Remedy.Advice("remove it"));
        if ((training.TensorParallel ?? training.PipelineParallel ?? training.ContextParallel) is not { } split || spec.Hardware.Count is not { } count)
            return;
        if (count.Value % model != 0)
        {
            Bad(problems, split.Origin, training.TensorParallel is not null ? "training.tensor_parallel" : training.PipelineParallel is not null ? "training.pipeline_parallel" : "training.context_parallel",
                $"tensor times pipeline {(context > 1 ? "times context " : "")}parallel is {Grouped(model)}, which does not divide the '{count.Text}' devices of '{KeyText.Named(count.Origin, "hardware.count")}'",
                Remedy.Advice("change one of them"));
        }
    }

    private static void CheckPrecision(TrainingSpec spec, List<ReadingProblem> problems)
    {
        if (spec.Training.Precision is { } precision && spec.Hardware.Accelerator(precision.Value) is { HasPeak: true } accelerator && accelerator.WhyNoPeak(precision.Value) is { } why)
            Bad(problems, precision.Origin, "training.precision", why);
    }

    private static string OtherLaw(Origin where) => where.Kind == OriginKind.Option
        ? $"write {LawsKeys.Allocation.Option} {Besiroglu2024.Law.Info.Id}"
        : $"write \"allocation\": \"{Besiroglu2024.Law.Info.Id}\" in 'laws'";

    private static bool Differ(double left, double right) => Math.Abs((left / right) - 1) > Rounding;

    private static string Round4(double value) => Round(ExactNumber.From(value).RoundTo(4).ToDouble());

    private static void Bad(List<ReadingProblem> problems, Origin origin, string key, string message, Remedy? remedy = null) =>
        problems.Add(new ReadingProblem(ProblemKind.BadValue, origin, KeyText.Prefix(origin, key) + message, remedy));
}
