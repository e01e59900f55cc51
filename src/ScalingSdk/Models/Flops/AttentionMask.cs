namespace ScalingSdk.Models.Flops;

/// <summary>Which part of the square of queries and keys is counted in a decoder. An encoder's tokens see all others under either.</summary>
internal enum AttentionMask
{
    /// <summary>The half that a causal model needs, and that a fused kernel computes.</summary>
    Causal,

    /// <summary>The whole square, as most published figures count it.</summary>
    Full,
}
