using System.Globalization;
using ScalingSdk.Json;
using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Nemotron-H and Nemotron 3: a layer is a Mamba 2, an attention, a feed-forward or experts alone, as a pattern says.</summary>
internal static class NemotronH
{
    public static ModelParts Describe(ModelConfig c)
    {
        var pattern = Pattern(c);
        var kinds = new Dictionary<char, Layer>(4);
        var stack = new Layer[pattern.Length];
        for (var i = 0; i < stack.Length; i++)
        {
            if (!kinds.TryGetValue(pattern[i], out var layer))
                kinds[pattern[i]] = layer = Of(c, pattern[i]);
            stack[i] = layer;
        }

        return new()
        {
            Hidden = c.Hidden,
            Embeddings = c.Embeddings(),
            Layers = stack,
            Outside = [OutsidePart.FinalNorm(Norm.Rms(c.Hidden))],
            Head = Head.Of(c.Tied(false)),
            ContextLength = c.Context,
        };
    }

    private static Layer Of(ModelConfig c, char kind)
    {
        var norm = Norm.Rms(c.Hidden);
        return kind switch
        {
            'M' => new(StateSpace(c), null, norm),
            '*' => new(c.Attention(c.AttentionBias(), headSize: 128), null, norm),
            'E' => new(null, Experts(c), norm),
            _ => new(null, new PlainFeedForward(c.Hidden, c.Width, c.Flag(ModelKeys.FeedForwardBias, false)), norm),
        };
    }

    private static StateSpaceDuality StateSpace(ModelConfig c)
    {
        var heads = c.Fields.IntOr(ModelKeys.StateHeads, 128);
        var inner = checked((long)heads * c.Fields.IntOr(ModelKeys.StateHeadSize, 64));
        _ = c.Fields.Has(ModelKeys.StateExpansion);
        var state = StateSpaces.Of(c, heads, 128, inner);
        return state with { Groups = c.Fields.IntOr(ModelKeys.StateGroups, 8), Bias = state.Bias || c.Flag(ModelKeys.Bias, false) };
    }

    // One shared expert of its own width, however many the file says.
    private static RoutedExperts Experts(ModelConfig c) => c.Experts(c.ExpertWidth) with
    {
        Matrices = 2,
        CorrectionBias = true,
        SharedWidth = c.Fields.CountOr(ModelKeys.SharedExperts, 1) == 0 ? 0 : c.Fields.CountOr(ModelKeys.SharedExpertIntermediateSize, 0),
        Latent = c.Fields.OptionalInt(ModelKeys.ExpertLatentSize),
    };

    // M, *, - and E, one character a layer; or names. Where the number of layers is left out, it is what the list has.
    private static string Pattern(ModelConfig c)
    {
        var fields = c.Fields;
        _ = fields.Has(ModelKeys.Layers) | fields.Has(ModelKeys.LayerBlockTypes) | fields.Has(ModelKeys.LayerTypes);

        // Every file of the class has the keys of all kinds of layers.
        _ = fields.Has(ModelKeys.Experts) | fields.Has(ModelKeys.ExpertIntermediateSize) | fields.Has(ModelKeys.SharedExperts)
            | fields.Has(ModelKeys.SharedExpertIntermediateSize) | fields.Has(ModelKeys.ExpertLatentSize) | fields.Has(ModelKeys.StateSize)
            | fields.Has(ModelKeys.StateHeads) | fields.Has(ModelKeys.ConvolutionKernel);
        if (fields.Text(ModelKeys.LayerPattern) is { } pattern)
        {
            if (pattern.Length is 0 or > ModelFields.MostLayers || pattern.Any(static kind => kind is not ('M' or '*' or '-' or 'E')))
                fields.Refuse(ModelKeys.LayerPattern, "'hybrid_override_pattern' has one of 'M' (Mamba 2), '*' (attention), '-' (feed-forward) and 'E' (experts) for each layer");
            RefuseOtherDepth(c, ModelKeys.LayerPattern, pattern.Length, "characters");
            return pattern.Length is 0 or > ModelFields.MostLayers ? "M" : pattern;
        }

        foreach (var key in new[] { ModelKeys.LayerBlockTypes, ModelKeys.LayerTypes })
        {
            if (fields.Member(key) is not { Value: JsonArray { Items.Count: > 0 and <= ModelFields.MostLayers } list })
                continue;
            RefuseOtherDepth(c, key, list.Items.Count, "names");
            var kinds = LayerKinds.Of(c, key, list.Items.Count, "mamba", "attention", "mlp", "moe", "linear_attention", "full_attention");
            return string.Concat(kinds!.Select(static kind => kind switch { "mamba" or "linear_attention" => 'M', "attention" or "full_attention" => '*', "moe" => 'E', _ => '-' }));
        }

        fields.Missing(ModelKeys.LayerPattern, ": it says what each layer is");
        return "M";
    }

    private static void RefuseOtherDepth(ModelConfig c, ModelKey key, int has, string what)
    {
        if (c.Fields.OptionalInt(ModelKeys.Layers) is { } layers && layers != has)
            c.Fields.Refuse(key, $"'{c.Fields.Member(key)!.Label}' has {has.ToString(CultureInfo.InvariantCulture)} {what}, and {c.Value(ModelKeys.Layers, layers)}: one is needed for each layer");
    }
}
