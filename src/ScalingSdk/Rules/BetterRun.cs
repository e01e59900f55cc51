namespace ScalingSdk.Rules;

/// <summary>Another size and number of tokens for a run.</summary>
/// <param name="Parameters">The size, to three digits.</param>
/// <param name="Tokens">The tokens, to three digits.</param>
/// <param name="Epochs">Tokens over the unique tokens.</param>
/// <param name="Loss">The predicted loss in nats per token.</param>
/// <param name="Compute">Its compute over that of the run.</param>
internal sealed record BetterRun(double Parameters, double Tokens, double Epochs, double Loss, double Compute);
