using System.Numerics;

namespace ScalingSdk.Models.Flops;

internal sealed class ExactMatmul(AttentionMask mask) : FlopsConvention(
    mask == AttentionMask.Causal ? "exact-causal" : "exact-full",
    mask == AttentionMask.Causal ? "all matrix products, causal attention" : "all matrix products, full attention",
    "counted from the model's parts",
    mask == AttentionMask.Causal ? "attention's causal half; the output head once" : "attention's whole square; the output head once")
{
    private protected override BigInteger Count(ModelDescription model, int sequenceLength) => FlopsPerToken.Exact(model, sequenceLength, mask);
}
