using System.Numerics;

namespace ScalingSdk.Models.Flops;

/// <summary>6 (matrices + two vocabulary matrices) + 6 L H Q T: causal attention, and the lookup counted as a product.</summary>
internal sealed class Verl() : FlopsConvention(
    "verl", "6 (matrices + 2 V d) + 6 L H Q T", "verl, flops_counter.py (2025)", "attention's causal half; the vocabulary twice, tied or not")
{
    private protected override string? WhyNot(ModelDescription model) => StandardShape.WhyNotDecoder(model);

    private protected override BigInteger Count(ModelDescription model, int sequenceLength) =>
        (6 * ((BigInteger)model.Parameters.ActiveNonEmbeddingWeights + (2 * (BigInteger)model.Parts.HeadWeights)))
        + (3 * AttentionWidth.Sum(model) * sequenceLength);
}
