using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>What another run does to the compute.</summary>
internal static class ComputeChange
{
    /// <summary>"the compute falls by 12 %", "the compute rises 7.6-fold".</summary>
    /// <param name="ratio">The compute then over the compute now.</param>
    public static string Describe(double ratio) => ratio switch
    {
        >= 2 => $"the compute rises {Compact(ratio)}-fold",
        > 1 => $"the compute rises by {Percent(ratio - 1)}",
        _ => $"the compute falls by {Percent(1 - ratio)}",
    };
}
