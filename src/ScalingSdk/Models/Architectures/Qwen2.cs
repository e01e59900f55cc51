using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Qwen 1.5, 2 and 2.5: LLaMA's parts with biases on queries, keys and values.</summary>
internal static class Qwen2
{
    public static ModelParts Describe(ModelConfig c) => WithWindows(c, Llama.Decoder(
        c, c.Attention(AttentionBias.QueryKeyValue), new GatedFeedForward(c.Hidden, c.Width), Head.Of(c.Tied(false))));

    /// <summary>Windows on the layers from 'max_window_layers', where 'use_sliding_window' switches them on.</summary>
    public static ModelParts WithWindows(ModelConfig c, ModelParts model)
    {
        if (!c.Flag(ModelKeys.UseSlidingWindow, false))
            return model;
        var first = c.Fields.CountOr(ModelKeys.FirstWindowLayer, 28);
        return model with { Layers = Windows.On(c, model.Layers, i => i >= first) };
    }
}
