using ScalingSdk.Hardware;

namespace ScalingSdk.Planning;

/// <summary>
/// What attention adds to 6 N in long sequences of a model whose shape is not known. Up to 4,096 tokens it is in the utilization, which published runs have in 6ND;
/// beyond, an estimated shape counts it: otherwise a run would be faster than its devices can be.
/// </summary>
internal static class LongAttention
{
    /// <summary>Width over depth of the estimated shape: GPT-2 has 64 to 33, LLaMA 128.</summary>
    private const double Aspect = 64;

    /// <summary>What the plan assumes of it, a clause.</summary>
    public const string Assumption = "attention beyond 4,096 tokens is counted for a model 64 times as wide as deep: its shape is not stated";

    /// <summary>Forward and backward FLOPs of the causal half of attention, for one token of a sequence, beyond those at 4,096.</summary>
    /// <param name="parameters">Parameters that a token passes through.</param>
    /// <param name="sequence">Tokens of a sequence.</param>
    public static double PerToken(double parameters, int sequence)
    {
        if (sequence <= UtilizationFit.ShortSequence)
            return 0;

        // 12 d^2 a layer, d / aspect layers.
        var width = Math.Pow(Aspect * parameters / 12, 1.0 / 3);
        return 6 * (width / Aspect) * width * (sequence - UtilizationFit.ShortSequence);
    }

    /// <summary>The share of the work that is 6 N.</summary>
    public static double ShareOfSixN(double parameters, int sequence) => 6 * parameters / ((6 * parameters) + PerToken(parameters, sequence));
}
