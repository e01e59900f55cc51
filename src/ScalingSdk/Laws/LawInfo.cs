using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>What a law can be asked.</summary>
[Flags]
public enum LawQuestions
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The loss of a run: <see cref="ILossLaw"/>.</summary>
    Loss = 1,

    /// <summary>The best split of compute into parameters and tokens: <see cref="IAllocationLaw"/>.</summary>
    Allocation = 2,

    /// <summary>The unique tokens from which overfitting stays small: <see cref="Kaplan2020"/>.</summary>
    Overfitting = 4,

    /// <summary>The best batch size: <see cref="IBatchLaw"/>.</summary>
    Batch = 8,

    /// <summary>The batch size beyond which compute is wasted: <see cref="ICriticalBatchLaw"/>.</summary>
    CriticalBatch = 16,

    /// <summary>The best learning rate: <see cref="ILearningRateLaw"/>.</summary>
    LearningRate = 32,

    /// <summary>What repeated tokens are worth: <see cref="Muennighoff2023"/>.</summary>
    RepeatedData = 64,

    /// <summary>The dense size that a routed or quantised model equals.</summary>
    EffectiveSize = 128,

    /// <summary>The conversion of one convention of counts into another.</summary>
    Conversion = 256,

    /// <summary>Advice on shape, schedule or weight decay, stated as facts of the paper.</summary>
    Advice = 512,

    /// <summary>The best run when the tokens of its lifetime use are counted too: <see cref="Sardana2023"/>.</summary>
    Deployment = 1024,

    /// <summary>Intervals from a joint sample of the constants: <see cref="ParametricLaw"/>.</summary>
    Intervals = 2048,

    /// <summary>The loss or the best run of a routed model, by its experts.</summary>
    Routed = 4096,

    /// <summary>The epochs from which repeated data raise the loss.</summary>
    Epochs = 8192,

    /// <summary>The recipe of a published project: tokens, batch, rate, decay and schedule together.</summary>
    Recipe = 16384,

    /// <summary>The best vocabulary.</summary>
    Vocabulary = 32768,

    /// <summary>The accuracy on a task.</summary>
    Downstream = 65536,
}

/// <summary>Which compute a law means by C.</summary>
public enum ComputeConvention
{
    /// <summary>The law takes no compute.</summary>
    None,

    /// <summary>C = 6 N D with N in the law's own convention, in FLOP.</summary>
    SixND,

    /// <summary>Kaplan's C_min, in PF-days.</summary>
    Minimum,

    /// <summary>DeepSeek's C = M D, in FLOP.</summary>
    FlopsPerTokenTimesTokens,
}

/// <summary>The identity of a law: whose it is, which constants it has, what it counts and where it was observed.</summary>
public sealed record LawInfo
{
    private readonly IReadOnlyList<string> _caveats = [];

    /// <summary>The name that a spec writes: <c>kaplan-2020</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Authors, year and title.</summary>
    public required string Paper { get; init; }

    /// <summary>The arXiv number, or null for a law fitted to one's own runs and for the recipe of a repository.</summary>
    public string? ArXiv { get; init; }

    /// <summary>Which of the paper's constants these are: losses of two sets are never compared.</summary>
    public required string ConstantSet { get; init; }

    /// <summary>What the law counts as N.</summary>
    public required ParameterConvention Parameters { get; init; }

    /// <summary>What the law means by C.</summary>
    public ComputeConvention Compute { get; init; }

    /// <summary>The units of N, D, C and the loss, as a clause: what C is counted in differs between laws.</summary>
    public string Units => Compute switch
    {
        ComputeConvention.SixND => "N in parameters, D in tokens, C in FLOP (6 N D), loss in nats per token",
        ComputeConvention.Minimum => "N in parameters, D in tokens, C in PF-days (C_min), loss in nats per token",
        ComputeConvention.FlopsPerTokenTimesTokens => "M in FLOPs per token, D in tokens, C in FLOP (M D)",
        _ => "N in parameters, D in tokens, loss in nats per token",
    };

    /// <summary>Where the law was observed.</summary>
    public required LawRange Range { get; init; }

    /// <summary>Where it was observed on what is neither N, D nor C: experts, streams, a width.</summary>
    public IReadOnlyList<SymbolRange> OtherRanges { get; init; } = [];

    /// <summary>Symbols that may be 0, such as a share; a law has no value at any other that is not positive.</summary>
    internal IReadOnlyList<string> MayBeZero { get; init; } = [];

    /// <summary>Why the law has no value at these numbers, by symbol, as a clause; null where it may have one.</summary>
    internal Func<IReadOnlyDictionary<string, double>, string?>? WhyNoneAt { get; init; }

    /// <summary>What the law can be asked.</summary>
    public required LawQuestions Answers { get; init; }

    /// <summary>What the advice is about, as a phrase; null where the law gives none.</summary>
    public string? Advises { get; init; }

    /// <summary>The law's equations, with the constants that it computes with.</summary>
    public required IReadOnlyList<Equation> Equations { get; init; }

    /// <summary>What the paper states in words or figures without an equation, one a line, with its section.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>What a user must know before trusting a number.</summary>
    public IReadOnlyList<string> Caveats
    {
        get => IntervalCaveats.Count == 0 ? _caveats : [.. IntervalCaveats, .. _caveats];
        init => _caveats = value;
    }

    /// <summary>Those of the caveats that are about the law's intervals.</summary>
    public IReadOnlyList<string> IntervalCaveats { get; init; } = [];

    /// <summary>What lets the law's answer to a question lie apart from other laws' (recipe, corpus, fit), a clause each.</summary>
    internal IReadOnlyList<ApartClause> WhyApart { get; init; } = [];

    /// <summary>True where the law's loss depends on the experts of a model.</summary>
    internal bool CountsExperts => (Answers & LawQuestions.Routed) == LawQuestions.Routed;

    /// <summary>What the law's own paper holds against its split of a budget, as a sentence without final period; null where there is nothing.</summary>
    internal Func<TrainingFlops, string>? OfBudget { get; init; }

    /// <summary>True where the law holds for dense models alone: a plan that shows it for a routed one says so.</summary>
    public bool DenseOnly { get; init; }

    /// <summary>True where the authors or the evidence ask for care: every output says so.</summary>
    public bool Experimental { get; init; }
}

/// <summary>What lets a law's answer to a question lie apart from other laws'.</summary>
internal sealed record ApartClause(LawQuestions Question, string Why);
