using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>A law of Hoffmann's parametric form (eqs. 2 and 4): total parameters of what a token passes, C = 6 N D, nats per token.</summary>
public abstract class ParametricLaw : IAllocationLaw, ILossLaw, ILossSurface
{
    private readonly Lazy<JointSample>? _sample;

    private protected ParametricLaw(LawInfo info, ChinchillaForm form, ParametricEquations equations, Func<double[]>? sample = null, double widened = 1)
    {
        Form = form;
        Equations = equations;
        Info = sample is null ? info : info with { Answers = info.Answers | LawQuestions.Intervals };
        _sample = sample is null ? null : new Lazy<JointSample>(() => new JointSample(sample(), widened));
    }

    /// <inheritdoc/>
    public LawInfo Info { get; }

    /// <summary>The constants E, A, B, alpha and beta.</summary>
    public ChinchillaForm Form { get; }

    private protected ParametricEquations Equations { get; }

    /// <summary>The loss of a run whose schedule ends at these tokens (eq. 2), in nats per token.</summary>
    public Answer<PredictedLoss> Loss(ActiveParameters n, Tokens d) => Answer<PredictedLoss>.Of(
        new(Form.Loss(n.Count, d.Count), Info.ConstantSet), Info.Range.OfRun(n.Count, d.Count), new(Info, Equations.Loss, n.Count, d.Count));

    /// <summary>The compute-optimal size for a budget (eq. 4).</summary>
    public Answer<ActiveParameters> OptimalParameters(TrainingFlops c) =>
        Allocate(c).Select(static run => new ActiveParameters(run.Parameters));

    /// <summary>The tokens for which a size is compute-optimal (derived from eq. 4).</summary>
    public Answer<Tokens> OptimalTokens(ActiveParameters n) =>
        Answer<Tokens>.Of(
        new(Form.OptimalTokens(n.Count)), Info.Range.OfParameters(n.Count), new(Info, Equations.OptimalTokens, n.Count));

    /// <summary>The size for which these tokens are compute-optimal (derived from eq. 4).</summary>
    public Answer<ActiveParameters> OptimalParametersOf(Tokens d) =>
        Answer<ActiveParameters>.Of(
        new(Form.OptimalParametersOf(d.Count)), Info.Range.OfTokens(d.Count), new(Info, Equations.ParametersOfTokens, d.Count));

    /// <summary>The tokens with which a size reaches a loss of this law's own constants (eq. 2 solved for D).</summary>
    public Answer<Tokens> TokensFor(ActiveParameters n, PredictedLoss target)
    {
        if (!string.Equals(target.ConstantSet, Info.ConstantSet, StringComparison.Ordinal))
            return Answer<Tokens>.None("the target loss is of another constant set than the law");
        var tokens = Form.TokensFor(target.NatsPerToken, n.Count);
        return double.IsNaN(tokens)
            ? Answer<Tokens>.None("a model of this size does not reach that loss with any number of tokens")
            : Answer<Tokens>.Of(
                new(tokens), Info.Range.OfRun(n.Count, tokens), new(Info, Equations.TokensForLoss, n.Count, target.NatsPerToken));
    }

    /// <inheritdoc/>
    public ILossLaw LossLaw => this;

    /// <inheritdoc/>
    public ILossSurface Surface => this;

    /// <inheritdoc/>
    public ParametricLaw Parametric => this;

    /// <inheritdoc/>
    public Answer<PredictedLoss> Loss(ModelSize model, Tokens tokens) => Loss(model.Active, tokens);

    /// <inheritdoc/>
    public Answer<OptimalRun> Allocate(TrainingFlops compute)
    {
        var n = Form.OptimalParameters(compute.Flops);
        var d = compute.Flops / (6 * n);
        return Answer<OptimalRun>.Of(
            new(n, Info.Parameters, new Tokens(d)),
            Info.Range.OfOptimum(compute.Flops, n, d),
            new(Info, Equations.OptimalParameters, compute.Flops));
    }

    /// <inheritdoc/>
    public Answer<Tokens> OptimalTokens(ModelSize model) => OptimalTokens(model.Active);

    /// <summary>Where the optimal parameters lie, in the law's own convention.</summary>
    public Answer<Interval> ParametersInterval(TrainingFlops compute, double coverage = 0.9) => WhyNoInterval(coverage) is { } why
        ? Answer<Interval>.None(why)
        : OfBudget(_sample!.Value.OptimalParameters(compute.Flops, coverage), compute);

    /// <summary>Where the optimal tokens lie.</summary>
    public Answer<Interval> TokensInterval(TrainingFlops compute, double coverage = 0.9) => WhyNoInterval(coverage) is { } why
        ? Answer<Interval>.None(why)
        : OfBudget(_sample!.Value.OptimalTokens(compute.Flops, coverage), compute);

    /// <summary>Where the loss lies, in nats per token.</summary>
    public Answer<Interval> LossInterval(ActiveParameters n, Tokens d, double coverage = 0.9) => WhyNoInterval(coverage) is { } why
        ? Answer<Interval>.None(why)
        : OfRun(_sample!.Value.Loss(n.Count, d.Count, coverage), n, d);

    /// <summary>Where the compute-optimal tokens per parameter for a budget lie: draw by draw, for size and tokens move together.</summary>
    public Answer<Interval> TokensPerParameterInterval(TrainingFlops compute, double coverage = 0.9) => WhyNoInterval(coverage) is { } why
        ? Answer<Interval>.None(why)
        : OfBudget(_sample!.Value.TokensPerParameter(compute.Flops, coverage), compute);

    /// <summary>Where the least loss for a budget lies, each draw at its own best size.</summary>
    public Answer<Interval> BestLossInterval(TrainingFlops compute, double coverage = 0.9) => WhyNoInterval(coverage) is { } why
        ? Answer<Interval>.None(why)
        : OfBudget(_sample!.Value.BestLoss(compute.Flops, coverage), compute);

    /// <summary>Where the tokens for which a size is compute-optimal lie.</summary>
    public Answer<Interval> OptimalTokensInterval(ActiveParameters n, double coverage = 0.9) => WhyNoInterval(coverage) is { } why
        ? Answer<Interval>.None(why)
        : Answer<Interval>.Of(
            _sample!.Value.TokensFor(n.Count, coverage), Info.Range.OfParameters(n.Count), new(Info, Equations.OptimalTokens, n.Count));

    /// <summary>How far the loss of a run lies above the least for its compute, in nats per token.</summary>
    public Answer<Interval> LossAboveBestInterval(ActiveParameters n, Tokens d, double coverage = 0.9) => WhyNoInterval(coverage) is { } why
        ? Answer<Interval>.None(why)
        : OfRun(_sample!.Value.LossAboveBest(n.Count, d.Count, coverage), n, d);

    private Answer<Interval> OfBudget(Interval interval, TrainingFlops compute) =>
        Answer<Interval>.Of(interval, Allocate(compute).Outside, new(Info, Equations.OptimalParameters, compute.Flops));

    private Answer<Interval> OfRun(Interval interval, ActiveParameters n, Tokens d) =>
        Answer<Interval>.Of(interval, Info.Range.OfRun(n.Count, d.Count), new(Info, Equations.Loss, n.Count, d.Count));

    private string? WhyNoInterval(double coverage)
    {
        if (_sample is null)
            return "the law has no joint sample of its constants, and standard errors taken one by one give no interval";
        return coverage is > 0 and < 1 ? null : "a coverage lies between 0 and 1";
    }
}
