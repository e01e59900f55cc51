namespace ScalingSdk.Web.State;

/// <summary>The point to which a person has moved a run.</summary>
/// <param name="Parameters">Active parameters.</param>
/// <param name="Tokens">Tokens processed.</param>
/// <param name="Loss">The predicted loss there; null where no law has one.</param>
public sealed record Moved(double Parameters, double Tokens, double? Loss)
{
    /// <summary>True where the run takes the same compute as before.</summary>
    public bool KeepsCompute { get; init; }

    /// <summary>True where the model is as large as before.</summary>
    public bool KeepsSize { get; init; }

    public double Flops => 6 * Parameters * Tokens;
}
