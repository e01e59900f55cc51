using System.Numerics;

namespace ScalingSdk.Models.Flops;

/// <summary>6 N + 12 L H Q T: the denominator of model FLOPs utilization.</summary>
internal sealed class PalmAppendixB() : FlopsConvention(
    "palm-2022", "6 N + 12 L H Q T", "Chowdhery et al. 2022 (arXiv 2204.02311), appendix B", "attention's whole square; an untied vocabulary twice")
{
    private protected override string? WhyNot(ModelDescription model) => StandardShape.WhyNotDecoder(model);

    private protected override BigInteger Count(ModelDescription model, int sequenceLength) =>
        (6 * (BigInteger)model.Parameters.Active) + (6 * AttentionWidth.Sum(model) * sequenceLength);
}
