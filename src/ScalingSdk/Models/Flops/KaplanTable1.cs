using System.Numerics;

namespace ScalingSdk.Models.Flops;

/// <summary>C_forward = 2 N + 2 n_layer n_ctx d_attn (eq. 2.2, Table 1), three times for training.</summary>
internal sealed class KaplanTable1() : FlopsConvention(
    "kaplan-2020", "6 N + 6 L T d_attn, N without embeddings", "Kaplan et al. 2020 (arXiv 2001.08361), Table 1", "half of attention; no vocabulary")
{
    private protected override string? WhyNot(ModelDescription model) => StandardShape.WhyNotDecoder(model);

    private protected override BigInteger Count(ModelDescription model, int sequenceLength) =>
        (6 * (BigInteger)model.Parameters.ActiveNonEmbeddingWeights) + (3 * AttentionWidth.Sum(model) * sequenceLength);
}
