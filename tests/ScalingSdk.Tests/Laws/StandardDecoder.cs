using ScalingSdk.Models;
using ScalingSdk.Tests.Models;

namespace ScalingSdk.Tests.Laws;

/// <summary>A decoder of the shape that papers count: attention as wide as the model, a feed-forward of two matrices.</summary>
internal static class StandardDecoder
{
    public static ModelDescription Of(int layers, int width, int heads, int? feedForward = null) => ModelFile.Config(
        FormattableString.Invariant($$"""
        { "model_type": "gpt2", "n_layer": {{layers}}, "n_embd": {{width}}, "n_head": {{heads}}, "n_inner": {{feedForward ?? (4 * width)}},
          "vocab_size": 32000, "n_positions": 2048 }
        """));
}
