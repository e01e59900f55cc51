using ScalingSdk.Laws;
using ScalingSdk.Models.Parts;
using static ScalingSdk.Planning.PlanCell;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Planning;

/// <summary>Writes the tables of a plan; a table without rows is left out.</summary>
internal static class PlanTables
{
    public static IReadOnlyList<PlanTable> All(TrainingPlan plan) =>
        [.. new[]
            {
                RecipeTable.Of(plan), Components(plan), Epochs(plan), LimitedData(plan), SizesToLoss(plan), BatchTradeOff(plan), BatchSchedule(plan),
                ZeroStages(plan), Layouts(plan), Flops(plan), Shapes(plan), Laws(plan), VocabularyTable.Of(plan), TaskTable.Of(plan), RoutedTable.Of(plan),
            }
            .OfType<PlanTable>()];

    private static PlanTable? Components(TrainingPlan plan) => plan.Size.Model is not { } model ? null : new()
    {
        Key = "components",
        Title = "Parameters by component",
        Formula = "summed over the layers",
        Source = "counted",
        Columns = [new("component", "component"), new("parameters", "parameters", "parameters"), new("active", "active", "parameters")],
        Rows = [.. model.Components
            .GroupBy(static component => component.Name, StringComparer.Ordinal)
            .Select(static group => (IReadOnlyList<PlanCell>)
                [Of(group.Key), Of(Total(group, static one => one.Count)), Of(Total(group, static one => one.Active))])],
    };

    private static double Total(IEnumerable<ComponentCount> components, Func<ComponentCount, System.Numerics.BigInteger> of)
    {
        var total = 0.0;
        foreach (var component in components)
            total += (double)of(component);
        return total;
    }

    // A number of devices that is only assumed has no layout to propose.
    private static PlanTable? Layouts(TrainingPlan plan) => plan.Spec.Hardware.Count is null || plan.Hardware is not { Devices.Utilization.Fraction.High: var highest } || plan.Layouts.Count == 0 ? null : new()
    {
        Key = "layouts",
        Title = "Layouts of least cost that fit the devices",
        Formula = $"searched at {Grouped(LayoutChoice.Sequences(plan))} sequences a step; speed is what bubble, recomputation and communication leave, utilization that share of the band's highest",
        Source = "derived; docs/hardware.md",
        Columns =
        [
            new("tensor_parallel", "TP"), new("pipeline_parallel", "PP"), new("expert_parallel", "EP"), new("copies", "copies"), new("zero_stage", "ZeRO"),
            new("micro_batch_sequences", "micro"), new("recomputation", "recompute"), new("memory_bytes", "memory", "bytes"), new("bubble", "bubble"),
            new("speed", "speed"), new("utilization", "MFU"),
        ],
        Rows = [.. plan.Layouts.Select(layout => (IReadOnlyList<PlanCell>)
        [
            Of(layout.Parallelism.TensorParallel), Of(layout.Parallelism.PipelineParallel), Of(layout.Parallelism.ExpertParallel),
            Of(layout.Parallelism.DataParallel), Of(layout.Parallelism.ZeroStage), Of(layout.MicroBatchSequences),
            Of(layout.Recomputation.ToString().ToLowerInvariant()), Of(layout.Memory.PerDevice.Bytes), Of(layout.Bubble), Of(layout.Speed), Of(layout.Speed * highest),
        ])],
    };

    public static PlanTable? Epochs(TrainingPlan plan) => plan.EpochWorth.Count == 0 ? null : new()
    {
        Key = "epochs",
        Title = "What each epoch over the unique tokens is worth",
        Formula = "L(N, D, U) and D' of muennighoff-2023; losses compare within this table alone",
        Source = Muennighoff2023.Law.Info.ConstantSet,
        Columns =
        [
            new("epochs", "epochs"), new("tokens", "tokens", "tokens"), new("worth", "worth", "tokens"), new("loss", "loss", "nats per token"),
            new("fresh_loss", "same tokens fresh", "nats per token"), new("last_token", "last token"), new("device_hours", "device-hours", "h"),
        ],
        Rows = [.. plan.EpochWorth.Select(static row => (IReadOnlyList<PlanCell>)
        [
            Of(row.Epochs), Of(row.Tokens.Count), Of(row.Worth.Count), Of(row.Loss.NatsPerToken), Of(row.FreshLoss.NatsPerToken),
            Of(row.LastToken), Of(row.DeviceHours),
        ])],
    };

    private static PlanTable? LimitedData(TrainingPlan plan) => plan.LimitedData.Count == 0 ? null : new()
    {
        Key = "limited_data",
        Title = "Best size and epochs for the unique tokens",
        Formula = "least L(N, D, U) on C = 6 N D, solved numerically",
        Source = Muennighoff2023.Law.Info.ConstantSet,
        Columns = [new("flops", "compute", "FLOP"), new("parameters", "best size", "parameters"), new("epochs", "epochs"), new("loss", "loss", "nats per token")],
        Rows = [.. plan.LimitedData.Select(static row => (IReadOnlyList<PlanCell>)
            [Of(row.Compute.Flops), Of(row.Parameters), Of(row.Epochs), Of(row.Loss.NatsPerToken)])],
    };

    private static PlanTable? SizesToLoss(TrainingPlan plan) => plan.SizesToLoss.Count == 0 ? null : new()
    {
        Key = "sizes_to_loss",
        Title = $"What other sizes take to a loss of {Compact(SizeToLoss.LossOf(plan) ?? 0)}",
        Formula = "D = (B / (L - E - A/N^alpha))^(1/beta), sizes from a quarter to four times the cheapest",
        Source = plan.Spec.Laws.Allocation.Info.ConstantSet,
        Columns =
        [
            new("parameters", "size", "parameters"), new("tokens", "tokens", "tokens"), new("steps", "steps", "steps"),
            new("flops", "compute (6ND)", "FLOP"), new("over_least", "over the least"),
        ],
        Rows = [.. plan.SizesToLoss.Select(static row => (IReadOnlyList<PlanCell>)
            [Of(row.Parameters.Count), Of(row.Tokens.Count), Of(row.Steps), Of(row.Compute.Flops), Of(row.ComputeOverLeast)])],
    };

    private static PlanTable? BatchTradeOff(TrainingPlan plan) => plan.BatchTradeOff.Count == 0 ? null : new()
    {
        Key = "batch_tradeoff",
        Title = "Time against cost by batch",
        Formula = $"(S/S_min - 1)(E/E_min - 1) = 1 at the critical batch of {plan.Batch.CeilingByKaplan.Source.Law?.Id}, to the loss that the run reaches at its batch",
        Source = McCandlish2018.Law.Info.Id,
        Columns =
        [
            new("batch", "batch", "tokens"), new("steps_over_fewest", "steps over fewest"), new("tokens_over_least", "tokens over least"),
            new("steps", "steps", "steps"), new("tokens", "tokens", "tokens"),
        ],
        Rows = [.. plan.BatchTradeOff.Select(static row => (IReadOnlyList<PlanCell>)
            [Of(row.Batch.Count), Of(row.StepsOverFewest), Of(row.TokensOverLeast), Of(row.Steps), Of(row.Tokens?.Count)])],
    };

    /// <summary>Code gets this one too: <see cref="TableConstants"/>.</summary>
    public static PlanTable? BatchSchedule(TrainingPlan plan) => plan.BatchSchedule.Count == 0 ? null : new()
    {
        Key = "batch_schedule",
        Title = "The critical batch as the loss falls",
        Formula = "L(N, S_min) of eq. 5.6, B_crit(L) of eq. 5.3, S = 2 S_min at the critical batch; not the loss of shorter runs",
        Source = "kaplan-2020 Table 3",
        Columns =
        [
            new("tokens", "from tokens", "tokens"), new("loss", "loss inside the run", "nats per token"), new("batch", "batch", "tokens"),
            new("sequences", "batch in sequences", "sequences"),
        ],
        Rows = [.. plan.BatchSchedule.Select(row => (IReadOnlyList<PlanCell>)
            [Of(row.Tokens.Count), Of(row.Loss.NatsPerToken), Of(row.Batch.Count), Of(row.Sequences(plan.Size.Sequence.Tokens))])],
    };

    private static PlanTable? ZeroStages(TrainingPlan plan) => plan.Memory.Parallelism.DataParallel == 1 ? null : new()
    {
        Key = "zero_stages",
        Title = "Weights, gradients and states per device by ZeRO stage",
        Formula = "shared over the copies: 1 optimizer states, 2 gradients too, 3 weights too",
        Source = "Rajbhandari et al. 2020 sec. 5",
        Columns = [new("stage", "stage"), new("bytes", "bytes per device", "bytes"), new("share", "of the device")],
        Rows = [.. plan.Memory.StatesByZeroStage.Select((size, stage) => (IReadOnlyList<PlanCell>)
            [Of(stage), Of(size.Bytes), Of(size.Bytes / plan.Memory.Accelerator?.MemoryBytes)])],
    };

    private static PlanTable? Flops(TrainingPlan plan) => plan.Size.Model is not { } model ? null : new()
    {
        Key = "flops_per_token",
        Title = "Training FLOPs per token by convention",
        Formula = $"forward and backward, {Grouped(plan.Size.Sequence.Tokens)} tokens a sequence",
        Source = "each convention's own",
        Columns = [new("convention", "convention"), new("flops", "FLOPs per token", "FLOP per token"), new("counts", "counts"), new("source", "source")],
        Rows = [.. Models.Flops.FlopsConventions.All
            .Select(convention => convention.Training(model, plan.Size.Sequence.Tokens))
            .Select(static figure => (IReadOnlyList<PlanCell>)
            [
                Of(figure.Convention.Id), Of((double?)figure.Flops), Of(figure.WhyNone ?? figure.Convention.Counts), Of(figure.Convention.Source),
            ])],
    };

    private static PlanTable? Shapes(TrainingPlan plan) => plan.Shapes.Count == 0 ? null : new()
    {
        Key = "shapes",
        Title = "Shapes of about this size",
        Formula = "a gated decoder, vocabulary of 32,000, untied; width over depth of 48 to 128, whose loss differs by a few percent (kaplan-2020 Fig. 5)",
        Source = "counted",
        Columns =
        [
            new("layers", "layers"), new("hidden_size", "width"), new("attention_heads", "heads"), new("intermediate_size", "feed-forward"),
            new("parameters", "parameters", "parameters"),
        ],
        Rows = [.. plan.Shapes.Select(static shape => (IReadOnlyList<PlanCell>)
            [Of(shape.Layers), Of(shape.HiddenSize), Of(shape.AttentionHeads), Of(shape.IntermediateSize), Of(shape.Parameters)])],
    };

    private static PlanTable? Laws(TrainingPlan plan) => plan.LawAnswers.Count == 0 ? null : new()
    {
        Key = "laws",
        Title = "All laws on the same questions",
        Formula = "each law on this size and these tokens in its own convention",
        Source = "each law's own",
        Columns = [new("question", "question"), new("law", "law"), new("value", "answer"), new("unit", "unit"), new("validity", "validity")],
        Rows = [.. plan.LawAnswers.Select(static answer => (IReadOnlyList<PlanCell>)
            [Of(answer.Question.Name), Of(answer.Law.Id), Of(answer.Value), Of(answer.Unit), Of(answer.Validity)])],
    };
}
