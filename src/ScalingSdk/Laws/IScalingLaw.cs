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

    /// <summary>The law of the loss that goes with the split; null where the paper gives the split alone.</summary>
    ILossLaw? LossLaw { get; }

    /// <summary>The loss as a function of active parameters and tokens, with its intervals; null where the law has none.</summary>
    ILossSurface? Surface { get; }

    /// <summary>The law as E + A/N^alpha + B/D^beta, with intervals where it has a joint sample; null where it has another form.</summary>
    ParametricLaw? Parametric { get; }
}

/// <summary>A law that splits compute and that no plan is made by: it is listed beside the others.</summary>
public interface IAllocationOpinion : IScalingLaw
{
    /// <summary>The best run for the compute of this one, in the law's own convention.</summary>
    Answer<OptimalRun> Beside(ModelSize model, Tokens tokens);

    /// <summary>The best run for a budget in FLOP.</summary>
    Answer<OptimalRun> Allocate(TrainingFlops compute);
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
