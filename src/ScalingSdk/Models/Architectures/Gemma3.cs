using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Gemma 3, its text model: Gemma 2 with norms on queries and keys; all but every sixth layer see a window.</summary>
internal static class Gemma3
{
    public static ModelParts Describe(ModelConfig c)
    {
        if (c.Fields.Origin == ModelOrigin.ConfigFile)
            AssumeWhatFilesLeaveOut(c.Fields);
        var attention = c.Attention(Gemma.Bias(c), Gemma.UsualHeadSize);
        var model = Gemma.Describe(c, attention with { QueryKeyNorms = 2 * Norm.Rms(attention.HeadSize) }, normsPerLayer: 4);
        var pattern = c.Fields.IntOr(ModelKeys.WindowPattern, 6);
        return model with { Layers = Windows.On(c, model.Layers, i => (i + 1) % pattern != 0) };
    }

    // A nested text_config holds only what differs from the 4B model's class.
    private static void AssumeWhatFilesLeaveOut(ModelFields fields)
    {
        fields.Assume(ModelKeys.AttentionHeads, 8);
        fields.Assume(ModelKeys.KeyValueHeads, 4);
        fields.Assume(ModelKeys.VocabularySize, 262_208);
    }
}
