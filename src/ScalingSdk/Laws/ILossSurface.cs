using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>A law whose loss is a function of active parameters and tokens, with intervals where it has a joint sample of its constants.</summary>
public interface ILossSurface : IScalingLaw
{
    /// <summary>The loss of a run whose schedule ends at these tokens, in nats per token.</summary>
    Answer<PredictedLoss> Loss(ActiveParameters n, Tokens d);

    /// <summary>Where the loss lies, in nats per token.</summary>
    Answer<Interval> LossInterval(ActiveParameters n, Tokens d, double coverage = 0.9);

    /// <summary>How far the loss of a run lies above the least for its compute, in nats per token.</summary>
    Answer<Interval> LossAboveBestInterval(ActiveParameters n, Tokens d, double coverage = 0.9);

    /// <summary>Where the optimal parameters lie, in the law's own convention.</summary>
    Answer<Interval> ParametersInterval(TrainingFlops compute, double coverage = 0.9);

    /// <summary>Where the optimal tokens lie.</summary>
    Answer<Interval> TokensInterval(TrainingFlops compute, double coverage = 0.9);

    /// <summary>Where the compute-optimal tokens per parameter for a budget lie: draw by draw, for size and tokens move together.</summary>
    Answer<Interval> TokensPerParameterInterval(TrainingFlops compute, double coverage = 0.9);

    /// <summary>Where the least loss for a budget lies, each draw at its own best size.</summary>
    Answer<Interval> BestLossInterval(TrainingFlops compute, double coverage = 0.9);

    /// <summary>Where the tokens for which a size is compute-optimal lie.</summary>
    Answer<Interval> OptimalTokensInterval(ActiveParameters n, double coverage = 0.9);
}
