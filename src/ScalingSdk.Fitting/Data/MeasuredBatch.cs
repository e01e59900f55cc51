namespace ScalingSdk.Fitting.Data;

/// <summary>A critical batch that was measured at a loss.</summary>
/// <param name="Loss">The loss at which it was measured, in nats per token.</param>
/// <param name="BatchTokens">The critical batch in tokens.</param>
public readonly record struct MeasuredBatch(double Loss, double BatchTokens)
{
    // The solver fits ln y to ln N and ln D of a run: this form has its x where N is and its y where the loss is.
    internal TrainingRun AsPoint(int line = 0) => new() { Parameters = Loss, Tokens = 1, Loss = BatchTokens, Line = line };
}
