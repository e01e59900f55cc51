using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Gemma 3n, its text model: parallel streams (AltUp), low-rank residuals (LAuReL), and a table that gives each layer a vector for each token.</summary>
internal static class Gemma3n
{
    public static ModelParts Describe(ModelConfig c)
    {
        var fields = c.Fields;
        long d = c.Hidden;
        long p = fields.IntOr(ModelKeys.PerLayerWidth, 256);
        long n = fields.IntOr(ModelKeys.AltUpInputs, 4);
        long rank = fields.IntOr(ModelKeys.LaurelRank, 64);
        var attention = c.Attention(c.AttentionBias(), Gemma.UsualHeadSize);
        attention = attention with { QueryKeyNorms = 2 * Norm.Rms(attention.HeadSize) };
        var widths = LayerKinds.Numbers(c, ModelKeys.IntermediateSize, c.Layers);
        var streams = new NamedPart("streams", checked((2 * d * rank) + (n * n) + (n * n * n) + (d * n)), 3 * d);
        var perLayer = new NamedPart("gate of the embedding per layer", checked(2 * d * p), d);
        var layers = c.Layers;
        var firstShared = layers - Math.Min(layers, fields.CountOr(ModelKeys.KeyValueSharedLayers, 15));
        var known = new Dictionary<(long, bool), Layer>();
        var stack = c.Stack(i =>
        {
            var key = (widths is null ? c.Width : widths[i], i >= firstShared);
            if (!known.TryGetValue(key, out var layer))
            {
                known[key] = layer = new Layer(attention with { ReadsOtherCache = key.Item2 }, new GatedFeedForward(d, key.Item1), checked(4 * d))
                {
                    Further = [streams, perLayer],
                };
            }

            return layer;
        });
        var projected = checked((2 * (n - 1) * d * d) + (d * layers * p));
        return new()
        {
            Hidden = d,
            Embeddings = c.Embeddings() with { Further = checked(fields.IntOr(ModelKeys.PerLayerVocabulary, 262_144) * layers * p) },
            Layers = Windows.On(c, stack, static i => (i + 1) % 5 != 0, usual: 512),
            Outside = [new("projections of the streams", checked(projected + p), projected), OutsidePart.FinalNorm(Norm.Rms(d))],
            Head = Head.Of(c.Tied(true)),
            ContextLength = c.Context,
        };
    }
}
