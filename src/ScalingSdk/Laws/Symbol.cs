namespace ScalingSdk.Laws;

/// <summary>A quantity that an equation takes or gives: its name in the equation and its unit.</summary>
/// <param name="Name">The name: "N".</param>
/// <param name="Unit">The unit: "parameters"; empty for a ratio.</param>
public sealed record Symbol(string Name, string Unit)
{
    /// <summary>Parameters, in the convention of the law (<see cref="LawInfo.Parameters"/>).</summary>
    internal static readonly Symbol N = new("N", "parameters");

    /// <summary>Training tokens; in Kaplan's laws unique tokens.</summary>
    internal static readonly Symbol D = new("D", "tokens");

    /// <summary>Unique tokens.</summary>
    internal static readonly Symbol U = new("U", "tokens");

    /// <summary>Training compute.</summary>
    internal static readonly Symbol C = new("C", "FLOP");

    /// <summary>Kaplan's least compute.</summary>
    internal static readonly Symbol LeastC = new("C_min", "PF-days");

    /// <summary>The loss.</summary>
    internal static readonly Symbol L = new("L", "nats per token");

    /// <summary>A batch.</summary>
    internal static readonly Symbol B = new("B", "tokens");

    /// <summary>Kaplan's critical batch.</summary>
    internal static readonly Symbol CriticalB = new("B_crit", "tokens");

    /// <summary>Updates.</summary>
    internal static readonly Symbol S = new("S", "steps");

    /// <summary>The fewest updates.</summary>
    internal static readonly Symbol LeastS = new("S_min", "steps");

    /// <summary>The compute-optimal parameters.</summary>
    internal static readonly Symbol OptimalN = new("N_opt", "parameters");

    /// <summary>The compute-optimal tokens.</summary>
    internal static readonly Symbol OptimalD = new("D_opt", "tokens");

    /// <summary>A peak learning rate.</summary>
    internal static readonly Symbol Rate = new("eta", "");
}
