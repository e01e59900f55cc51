using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Ministral 3 and the text models of Mistral's models of text and images: LLaMA's parts, heads of 128.</summary>
internal static class Ministral3
{
    public static ModelParts Describe(ModelConfig c) => Llama.Decoder(
        c, c.Attention(headSize: 128), new GatedFeedForward(c.Hidden, c.Width), Head.Of(c.Tied(false)));
}
