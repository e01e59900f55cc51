using ScalingSdk.Hardware.Memory;
using ScalingSdk.Specs;

namespace ScalingSdk.Planning;

/// <summary>What follows from a spec: an immutable value, the same in every host.</summary>
public sealed class TrainingPlan
{
    private IReadOnlyList<Figure>? _figures;
    private IReadOnlyList<EpochWorth>? _epochs;
    private IReadOnlyList<LimitedDataRun>? _limited;
    private IReadOnlyList<SizeToLoss>? _sizes;
    private IReadOnlyList<CriticalBatchStage>? _stages;
    private IReadOnlyList<BatchPoint>? _batches;
    private IReadOnlyList<ShapeProposal>? _shapes;
    private IReadOnlyList<LawAnswer>? _answers;
    private IReadOnlyList<Layout>? _layouts;

    internal TrainingPlan()
    {
    }

    /// <summary>What it follows from.</summary>
    public required TrainingSpec Spec { get; init; }

    /// <summary>The model: as the spec gives it, or as the plan proposes it.</summary>
    public required SizePlan Size { get; init; }

    /// <summary>The tokens of the run; null where a size alone is known.</summary>
    public required RunPlan? Run { get; init; }

    /// <summary>True where size and tokens are the plan's own proposal: its rules then have nothing to say of them.</summary>
    internal bool IsProposed => Size.ProposedBy is not null && Run is { TokensProposed: true };

    /// <summary>Tokens against thresholds and optima; null where there is no run, or no law for the model.</summary>
    public required DataPlan? Data { get; init; }

    /// <summary>The size and unique tokens that no number of epochs reconciles; null where there is no such conflict.</summary>
    public DataConflict? Conflict { get; init; }

    /// <summary>The compute of the run; null where there is no run.</summary>
    public required ComputePlan? Compute { get; init; }

    /// <summary>The compute-optimal run; null where no law applies to the model.</summary>
    public required OptimumPlan? Optimum { get; init; }

    /// <summary>The predicted loss; null where no law predicts one.</summary>
    public required LossPlan? Loss { get; init; }

    /// <summary>Batch, its ceiling, and steps.</summary>
    public required BatchPlan Batch { get; init; }

    /// <summary>The peak learning rate; null where no law gives one.</summary>
    public required LearningRatePlan? LearningRate { get; init; }

    /// <summary>Weight decay and dropout; null where nothing is known of the learning rate.</summary>
    public WeightDecayPlan? WeightDecay { get; init; }

    /// <summary>Time, cost and energy; null where the spec states no devices.</summary>
    public required HardwarePlan? Hardware { get; init; }

    /// <summary>Memory of one device.</summary>
    public required MemoryUse Memory { get; init; }

    /// <summary>The run with its lifetime of use; null where the spec states none.</summary>
    public required InferencePlan? Inference { get; init; }

    /// <summary>The learning-rate schedule and the checkpoints; null where there is no run.</summary>
    public required SchedulePlan? Schedule { get; init; }

    /// <summary>The named recipe; null where the spec names none.</summary>
    public required RecipePlan? Recipe { get; init; }

    /// <summary>A routed model against dense ones; null for a dense model.</summary>
    public required RoutedPlan? Routed { get; init; }

    /// <summary>What each epoch over the unique tokens is worth; empty where the spec does not state them.</summary>
    public IReadOnlyList<EpochWorth> EpochWorth => _epochs ??= Planning.EpochWorth.Of(this);

    /// <summary>The best size and epochs for the unique tokens; empty where the spec does not state them.</summary>
    public IReadOnlyList<LimitedDataRun> LimitedData => _limited ??= LimitedDataRun.Of(this);

    /// <summary>What other sizes take to the target loss, or to the loss of this run.</summary>
    public IReadOnlyList<SizeToLoss> SizesToLoss => _sizes ??= SizeToLoss.Of(this);

    /// <summary>Time against cost at a row of batches.</summary>
    public IReadOnlyList<BatchPoint> BatchTradeOff => _batches ??= BatchPoint.Of(this);

    /// <summary>Tokens, loss and batch at each doubling of the critical batch.</summary>
    public IReadOnlyList<CriticalBatchStage> BatchSchedule => _stages ??= CriticalBatchStage.Of(this);

    /// <summary>Shapes of about the size, where the spec gives none.</summary>
    public IReadOnlyList<ShapeProposal> Shapes => _shapes ??= ShapeProposal.Of(Size);

    /// <summary>The five fastest ways to spread the run over its devices that fit them; empty where shape or devices are not known, and where none fits.</summary>
    public IReadOnlyList<Layout> Layouts => _layouts ??= LayoutChoice.Of(this);

    /// <summary>All laws on the same questions.</summary>
    public IReadOnlyList<LawAnswer> LawAnswers => _answers ??= LawAnswer.Of(this);

    /// <summary>How far the laws lie apart on each question.</summary>
    public IReadOnlyList<LawSpread> LawSpreads => LawSpread.Of(LawAnswers);

    /// <summary>What serving the weights in fewer bits costs; null where the spec states none.</summary>
    public required QuantisationPlan? Quantisation { get; init; }

    /// <summary>What was assumed because the spec does not say it, a sentence each without final period.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }

    /// <summary>Every number of the plan, in the order that a reader wants them.</summary>
    public IReadOnlyList<Figure> Figures => _figures ??= PlanFigures.Of(this);

    /// <summary>Rows of numbers that belong together; empty ones are left out.</summary>
    public IReadOnlyList<PlanTable> Tables => PlanTables.All(this);

    /// <summary>The figure of a key, or null where the spec gives too little for it.</summary>
    public Figure? Find(FigureKey key)
    {
        foreach (var figure in Figures)
        {
            if (ReferenceEquals(figure.Declared, key))
                return figure;
        }

        return null;
    }
}
