using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>gpt-oss: experts with biases, a learned sink in each head, windows of 128 on every second layer.</summary>
internal static class GptOss
{
    public static ModelParts Describe(ModelConfig c)
    {
        var attention = c.Attention(c.AttentionBias(true), headSize: 64) with { Sinks = true };
        var width = c.Fields.OptionalInt(ModelKeys.ExpertIntermediateSize) ?? c.Width;
        var experts = c.Experts(width);
        experts = experts with { ExpertBias = true, RouterOthers = experts.Experts };
        var model = Llama.Decoder(c, attention, experts, Head.Of(c.Tied(false)));
        return model with { Layers = Windows.On(c, model.Layers, static i => i % 2 == 0, usual: 128) };
    }
}
