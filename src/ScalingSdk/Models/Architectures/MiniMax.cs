using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>MiniMax-Text-01 and M1: lightning attention on seven of eight layers; M2: softmax attention throughout. Every feed-forward routed.</summary>
internal static class MiniMax
{
    public static ModelParts Describe(ModelConfig c)
    {
        var attention = c.Attention();
        var width = checked((long)c.Heads * attention.HeadSize);
        var lightning = new NamedMixer(
            c.Hidden,
            "lightning attention",
            MixerWeights: checked(5 * c.Hidden * width),
            MixerOthers: width,
            Flops: checked(5 * width * attention.HeadSize),
            State: checked(width * attention.HeadSize));
        var experts = c.Experts(c.Fields.OptionalInt(ModelKeys.ExpertIntermediateSize) ?? c.Width);
        var soft = new Layer(attention, experts, 2 * Norm.Rms(c.Hidden));
        var linear = soft with { Mixer = lightning };
        var isSoft = Softmax(c);
        return Llama.Decoder(c, attention, experts, Head.Of(c.Tied(false))) with { Layers = c.Stack(i => isSoft(i) ? soft : linear) };
    }

    public static ModelParts Describe2(ModelConfig c)
    {
        var attention = c.Attention();
        if (c.Flag(ModelKeys.QueryKeyNorm, true))
            attention = attention with { QueryKeyNorms = checked((attention.Heads + attention.KeyValueHeads) * attention.HeadSize) };
        if (LayerKinds.Numbers(c, ModelKeys.AttentionTypeList, c.Layers, least: 0) is { } kinds && kinds.Contains(0))
            c.Fields.Refuse(ModelKeys.AttentionTypeList, "'attn_type_list' has lightning attention, which 'minimax_m2' does not; name 'minimax'");
        var experts = c.Experts(c.Fields.OptionalInt(ModelKeys.ExpertIntermediateSize) ?? c.Width) with { CorrectionBias = true };
        return Llama.Decoder(c, attention, experts, Head.Of(c.Tied(false)));
    }

    // 0 is lightning attention, 1 softmax attention; Transformers 5 writes names.
    private static Func<int, bool> Softmax(ModelConfig c)
    {
        if (LayerKinds.Numbers(c, ModelKeys.AttentionTypeList, c.Layers, least: 0) is { } numbers)
            return i => numbers[i] == 1;
        if (LayerKinds.Of(c, ModelKeys.LayerTypes, c.Layers, "full_attention", "linear_attention") is { } kinds)
            return i => kinds[i] is "full_attention";
        return static i => (i + 1) % 8 == 0;
    }
}
