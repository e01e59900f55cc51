using System.Numerics;

namespace ScalingSdk.Models.Flops;

/// <summary>M = 72 n_layer d^2 + 12 n_layer d l_seq: the model scale of DeepSeek's laws.</summary>
internal sealed class DeepSeekM() : FlopsConvention(
    "deepseek-m", "72 L d^2 + 12 L d T", "DeepSeek-AI 2024 (arXiv 2401.02954), eq. 2", "attention's whole square; no vocabulary")
{
    private protected override string? WhyNot(ModelDescription model) => StandardShape.WhyNotTwelveSquares(model);

    private protected override BigInteger Count(ModelDescription model, int sequenceLength)
    {
        BigInteger d = model.HiddenSize;
        return model.Layers * ((72 * d * d) + (12 * d * sequenceLength));
    }
}
