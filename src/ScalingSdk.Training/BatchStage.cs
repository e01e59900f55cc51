namespace ScalingSdk.Training;

/// <summary>A part of a run with one batch.</summary>
/// <param name="FromTokens">The tokens seen from which it holds.</param>
/// <param name="BatchTokens">The batch, in tokens a step.</param>
/// <param name="FromLoss">The loss at which it is due, in nats per token of the law that set it; null where tokens alone decide.</param>
public sealed record BatchStage(long FromTokens, long BatchTokens, double? FromLoss = null);
