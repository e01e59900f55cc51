using ScalingSdk.Json;
using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>EXAONE 4.0: Qwen3's attention, norms behind the parts, windows on three of four layers of the larger model.</summary>
internal static class Exaone4
{
    public static ModelParts Describe(ModelConfig c)
    {
        var model = Llama.Decoder(c, Qwen3.Attention(c, headSize: null), new GatedFeedForward(c.Hidden, c.Width), Head.Of(c.Tied(false)));
        return model with { Layers = Windows.On(c, model.Layers, IsLocal(c)) };
    }

    // "LLLG": local and global in turn; or every how many layers one is global.
    private static Func<int, bool> IsLocal(ModelConfig c)
    {
        if (c.Fields.Member(ModelKeys.WindowPattern) is { Value: JsonString { Value.Length: > 0 } pattern })
            return i => pattern.Value[i % pattern.Value.Length] is 'L' or 'l';
        var every = c.Fields.CountOr(ModelKeys.WindowPattern, 4);
        return i => every > 0 && (i + 1) % every != 0;
    }
}
