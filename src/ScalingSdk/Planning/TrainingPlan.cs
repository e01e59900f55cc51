using ScalingSdk.Hardware;
using ScalingSdk.Hardware.Memory;
using ScalingSdk.Specs;

namespace ScalingSdk.Planning;

/// <summary>What follows from a spec: the same in every host. A part is worked out when it is first read, from the spec and the parts before it.</summary>
public sealed class TrainingPlan
{
    private readonly DeviceChoice? _devices;
    private readonly IReadOnlyList<string> _assumed;
    private ComputePlan? _compute;
    private DataPlan? _data;
    private OptimumPlan? _optimum;
    private LossPlan? _loss;
    private BatchPlan? _batch;
    private LearningRatePlan? _rate;
    private WeightDecayPlan? _decay;
    private HardwarePlan? _hardware;
    private MemoryUse? _memory;
    private InferencePlan? _inference;
    private SchedulePlan? _schedule;
    private RecipePlan? _recipe;
    private RoutedPlan? _routed;
    private QuantisationPlan? _quantisation;
    private IReadOnlyList<string>? _assumptions;
    private IReadOnlyList<Figure>? _figures;
    private IReadOnlyList<EpochWorth>? _epochs;
    private IReadOnlyList<LimitedDataRun>? _limited;
    private IReadOnlyList<SizeToLoss>? _sizes;
    private IReadOnlyList<CriticalBatchStage>? _stages;
    private IReadOnlyList<BatchPoint>? _batches;
    private IReadOnlyList<ShapeProposal>? _shapes;
    private IReadOnlyList<LawAnswer>? _answers;
    private IReadOnlyList<Layout>? _layouts;

    /// <param name="spec">What it follows from.</param>
    /// <param name="size">The model.</param>
    /// <param name="run">The tokens.</param>
    /// <param name="devices">What it runs on.</param>
    /// <param name="assumed">What was assumed of size, tokens and devices.</param>
    internal TrainingPlan(TrainingSpec spec, SizePlan size, RunPlan? run, DeviceChoice? devices, IReadOnlyList<string> assumed) =>
        (Spec, Size, Run, _devices, _assumed) = (spec, size, run, devices, assumed);

    /// <summary>What it follows from.</summary>
    public TrainingSpec Spec { get; }

    /// <summary>The model: as the spec gives it, or as the plan proposes it.</summary>
    public SizePlan Size { get; }

    /// <summary>The tokens of the run; null where a size alone is known.</summary>
    public RunPlan? Run { get; }

    /// <summary>True where size and tokens are the plan's own proposal: its rules then have nothing to say of them.</summary>
    internal bool IsProposed => Size.ProposedBy is not null && Run is { TokensProposed: true };

    /// <summary>Tokens against thresholds and optima; null where there is no run, or no law for the model.</summary>
    public DataPlan? Data => _data ??= DataPlan.Of(Spec, Size, Run, ByMuon);

    /// <summary>The size and unique tokens that no number of epochs reconciles; null where there is no such conflict.</summary>
    public DataConflict? Conflict { get; init; }

    /// <summary>The loss to reach that the unique tokens do not reach; null where they do, and where none is stated.</summary>
    internal MissedTarget? Missed { get; init; }

    /// <summary>The compute of the run; null where there is no run.</summary>
    public ComputePlan? Compute => _compute ??= ComputePlan.Of(Size, Run);

    /// <summary>The compute-optimal run; null where no law applies to the model.</summary>
    public OptimumPlan? Optimum => _optimum ??= OptimumPlan.Of(Spec.Laws.Allocation, Size, Run, Compute);

    /// <summary>The predicted loss; null where no law predicts one.</summary>
    public LossPlan? Loss => _loss ??= LossPlan.Of(Spec, Size, Run, Data);

    /// <summary>Batch, its ceiling, and steps.</summary>
    public BatchPlan Batch => _batch ??= BatchPlan.Of(Spec, Size, Run, Run is null ? Optimum : null, Recipe);

    /// <summary>The peak learning rate; null where no law gives one.</summary>
    public LearningRatePlan? LearningRate => _rate ??= LearningRatePlan.Of(Spec, Size, Run, Batch, Recipe);

    /// <summary>Weight decay and dropout; null where nothing is known of the learning rate.</summary>
    public WeightDecayPlan? WeightDecay => _decay ??= WeightDecayPlan.Of(Spec, Size, Run, Data, Batch, LearningRate, Recipe);

    /// <summary>Time, cost and energy; null where the spec states no devices.</summary>
    public HardwarePlan? Hardware => _hardware ??= HardwarePlan.Of(_devices, Size, Run, Optimum, _devices is null ? null : UsableDevices.Of(Spec, Size, Batch));

    /// <summary>The device, or null where none is stated. Memory is known of devices without a peak too, for which nothing else can be computed.</summary>
    internal Accelerator? Accelerator => _devices?.Accelerator ?? Spec.Hardware.Accelerator(Precision.Bf16);

    /// <summary>Memory of one device.</summary>
    public MemoryUse Memory => _memory ??= MemoryUse.Of(Spec, Size, _devices, Accelerator, Recipe?.Optimizer);

    /// <summary>The run with its lifetime of use; null where the spec states none.</summary>
    public InferencePlan? Inference => _inference ??= InferencePlan.Of(Spec, Size, Run, Optimum);

    /// <summary>The learning-rate schedule and the checkpoints; null where there is no run.</summary>
    public SchedulePlan? Schedule => _schedule ??= SchedulePlan.Of(Spec, Run, Batch, Recipe);

    /// <summary>The named recipe; null where the spec names none.</summary>
    public RecipePlan? Recipe => _recipe ??= RecipePlan.Of(Spec, Size, Run);

    /// <summary>True where the spec or the recipe says Muon: limits that were measured with AdamW do not hold for it.</summary>
    internal bool ByMuon => BatchPlan.IsByMuon(Spec, Recipe);

    /// <summary>A routed model against dense ones; null for a dense model.</summary>
    public RoutedPlan? Routed => _routed ??= RoutedPlan.Of(Size);

    /// <summary>What serving the weights in fewer bits costs; null where the spec states none.</summary>
    public QuantisationPlan? Quantisation => _quantisation ??= QuantisationPlan.Of(Spec, Size, Run);

    /// <summary>What was assumed because the spec does not say it, a sentence each without final period.</summary>
    public IReadOnlyList<string> Assumptions => _assumptions ??= [.. _assumed, .. Memory.Assumptions, .. Inference?.Assumptions ?? []];

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

    /// <summary>Every number of the plan, in the order that a reader wants them.</summary>
    public IReadOnlyList<Figure> Figures => _figures ??= PlanFigures.Of(this);

    /// <summary>Rows of numbers that belong together; empty ones are left out.</summary>
    public IReadOnlyList<PlanTable> Tables => PlanTables.All(this);

    /// <summary>The figure of a key, or null where the spec gives too little for it.</summary>
    public Figure? Find(FigureKey key)
    {
        if (_figures is null)
            return key.In(this);
        foreach (var figure in _figures)
        {
            if (ReferenceEquals(figure.Declared, key))
                return figure;
        }

        return null;
    }
}
