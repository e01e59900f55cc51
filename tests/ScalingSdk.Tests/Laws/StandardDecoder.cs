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

    /// <summary>Parameters with the relative positions of Gopher and Chinchilla, tokens of a vocabulary of 32,000.</summary>
    public static long CountWithRelativePositions(int layers, int width, int heads, int feedForward)
    {
        var learned = Of(layers, width, heads, feedForward).Parameters.Total;

        // Instead of a vector for each position: in each layer a projection of the positions and two biases of the attention.
        return learned - (2048L * width) + (layers * (((long)width * width) + (2L * width)));
    }
}
