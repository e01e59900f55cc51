namespace ScalingSdk.Laws;

/// <summary>A quantity that an equation takes or gives: its name in the equation and its unit.</summary>
/// <param name="Name">The name: "N".</param>
/// <param name="Unit">The unit: "parameters"; empty for a ratio.</param>
public sealed record Symbol(string Name, string Unit)
{
    /// <summary>Parameters, in the convention of the law (<see cref="LawInfo.Parameters"/>).</summary>
    internal static Symbol N { get; } = new("N", "parameters");

    /// <summary>Training tokens; in Kaplan's laws unique tokens.</summary>
    internal static Symbol D { get; } = new("D", "tokens");

    /// <summary>Unique tokens.</summary>
    internal static Symbol U { get; } = new("U", "tokens");

    /// <summary>Training compute.</summary>
    internal static Symbol C { get; } = new("C", "FLOP");

    /// <summary>Kaplan's least compute.</summary>
    internal static Symbol LeastC { get; } = new("C_min", "PF-days");

    /// <summary>The loss.</summary>
    internal static Symbol L { get; } = new("L", "nats per token");

    /// <summary>A batch.</summary>
    internal static Symbol B { get; } = new("B", "tokens");

    /// <summary>Kaplan's critical batch.</summary>
    internal static Symbol CriticalB { get; } = new("B_crit", "tokens");

    /// <summary>Updates.</summary>
    internal static Symbol S { get; } = new("S", "steps");

    /// <summary>The fewest updates.</summary>
    internal static Symbol LeastS { get; } = new("S_min", "steps");

    /// <summary>The compute-optimal parameters.</summary>
    internal static Symbol OptimalN { get; } = new("N_opt", "parameters");

    /// <summary>The compute-optimal tokens.</summary>
    internal static Symbol OptimalD { get; } = new("D_opt", "tokens");

    /// <summary>A peak learning rate.</summary>
    internal static Symbol Rate { get; } = new("eta", "");
}
