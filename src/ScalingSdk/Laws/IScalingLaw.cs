using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>A published or fitted scaling law.</summary>
public interface IScalingLaw
{
    /// <summary>Whose law it is, and where it holds.</summary>
    LawInfo Info { get; }
}

/// <summary>A law that predicts the loss of a run whose schedule ends at its tokens.</summary>
public interface ILossLaw : IScalingLaw
{
    /// <summary>The loss at the end of a run of fresh tokens, in nats per token.</summary>
    Answer<PredictedLoss> Loss(ModelSize model, Tokens tokens);
}

/// <summary>A compute-optimal run: parameters in the convention of the law that says so, and tokens.</summary>
public readonly record struct OptimalRun(double Parameters, ParameterConvention Convention, Tokens Tokens);

/// <summary>A law that splits compute into parameters and tokens.</summary>
public interface IAllocationLaw : IScalingLaw
{
    /// <summary>The best run for a compute budget.</summary>
    Answer<OptimalRun> Allocate(TrainingFlops compute);

    /// <summary>The tokens for which this model is the compute-optimal size.</summary>
    Answer<Tokens> OptimalTokens(ModelSize model);
}

/// <summary>A law that splits compute and that no plan is made by: it stands beside the others.</summary>
public interface IAllocationOpinion : IScalingLaw
{
    /// <summary>The best run for the compute of this one, in the law's own convention.</summary>
    Answer<OptimalRun> Beside(ModelSize model, Tokens tokens);
}

/// <summary>A law that says how many unique tokens keep overfitting small.</summary>
public interface IOverfittingLaw : IScalingLaw
{
    /// <summary>The unique tokens from which this model overfits no more than the seed noise.</summary>
    Answer<UniqueTokens> Threshold(ModelSize model);

    /// <summary>How far the best loss stays above that of unlimited data: 0.036 is 3.6 %.</summary>
    Answer<double> Penalty(ModelSize model, UniqueTokens unique);

    /// <summary>The largest count, in the law's own convention, for which these tokens are at the threshold.</summary>
    Answer<double> LargestModel(UniqueTokens unique);
}

/// <summary>What a critical batch is asked about: the model and the tokens of its run.</summary>
public interface ICriticalBatchLaw : IScalingLaw
{
    /// <summary>The batch at which a run takes twice the fewest steps and twice the least compute (b/a), at the end of the run.</summary>
    Answer<BatchTokens> CriticalBatch(ModelSize model, Tokens tokens);
}

/// <summary>A law of the best batch size.</summary>
public interface IBatchLaw : IScalingLaw
{
    /// <summary>The batch of the lowest loss for this model and these tokens.</summary>
    Answer<BatchTokens> Batch(ModelSize model, Tokens tokens);
}

/// <summary>A law of the best peak learning rate.</summary>
public interface ILearningRateLaw : IScalingLaw
{
    /// <summary>The peak learning rate of the lowest loss for this model and these tokens.</summary>
    Answer<double> LearningRate(ModelSize model, Tokens tokens);
}

/// <summary>A law of what repeated tokens are worth: a law that cannot answer one of these questions says why.</summary>
public interface IRepeatedDataLaw : IScalingLaw
{
    /// <summary>How many fresh tokens these tokens over this unique data equal.</summary>
    Answer<Tokens> EffectiveTokens(Tokens tokens, UniqueTokens unique);

    /// <summary>The value of the next token as a share of a unique token, from 1 to 0.</summary>
    Answer<double> MarginalWorth(Tokens tokens, UniqueTokens unique);

    /// <summary>The loss of a run over repeated tokens, in nats per token.</summary>
    Answer<PredictedLoss> Loss(ModelSize model, Tokens tokens, UniqueTokens unique);

    /// <summary>The best run for a budget whose data are limited.</summary>
    Answer<OptimalRun> Allocate(TrainingFlops compute, UniqueTokens unique);

    /// <summary>The size above which another parameter has a tenth of the value that it has with unlimited data.</summary>
    Answer<ActiveParameters> SizeStopsHelping(UniqueTokens unique);
}

/// <summary>A law whose constants carry a joint sample: it knows how sure it is of an optimum and of a loss.</summary>
public interface IIntervalLaw : IScalingLaw
{
    /// <summary>Where the optimal parameters lie, in the law's own convention.</summary>
    Answer<Interval> ParametersInterval(TrainingFlops compute, double coverage = 0.9);

    /// <summary>Where the optimal tokens lie.</summary>
    Answer<Interval> TokensInterval(TrainingFlops compute, double coverage = 0.9);

    /// <summary>Where the loss lies, in nats per token.</summary>
    Answer<Interval> LossInterval(ActiveParameters n, Tokens d, double coverage = 0.9);
}
