namespace ScalingSdk.Fitting.Data;

/// <summary>The best learning rate, or the best batch, that a search found for a size and its tokens.</summary>
/// <param name="Parameters">The size.</param>
/// <param name="Tokens">The tokens of the run.</param>
/// <param name="Best">The learning rate or the batch of the lowest loss.</param>
public readonly record struct SearchedBest(double Parameters, double Tokens, double Best)
{
    // The solver fits ln y to ln N and ln D of a run: this form has its y where the loss is.
    internal TrainingRun AsPoint(int line = 0) => new() { Parameters = Parameters, Tokens = Tokens, Loss = Best, Line = line };
}
