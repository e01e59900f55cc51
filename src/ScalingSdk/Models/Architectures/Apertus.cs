using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Apertus: Qwen3's attention, two matrices with xIELU between them, which has two parameters.</summary>
internal static class Apertus
{
    public static ModelParts Describe(ModelConfig c) => Llama.Decoder(
        c,
        Qwen3.Attention(c, headSize: null),
        new PlainFeedForward(c.Hidden, c.Width, c.Flag(ModelKeys.FeedForwardBias, false)) { Further = 2 },
        Head.Of(c.Tied(false)));
}
