using ScalingSdk.Json;
using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>GPT-Neo: GPT-2 without biases on queries, keys and values; every second layer sees a window.</summary>
internal static class GptNeo
{
    public static ModelParts Describe(ModelConfig c)
    {
        var stack = c.Stack(new Layer(
            c.Attention(AttentionBias.Output), new PlainFeedForward(c.Hidden, c.WidthOrFourfold, Bias: true), 2 * Norm.Layer(c.Hidden)));
        return new()
        {
            Hidden = c.Hidden,
            Embeddings = c.Embeddings(c.LearnedPositions()),
            Layers = Windows.Apply(stack, c.Fields.IntOr(ModelKeys.SlidingWindow, 256), LocalLayers(c)),
            Outside = [OutsidePart.FinalNorm(Norm.Layer(c.Hidden))],
            Head = Head.Of(c.Tied(true)),
            ContextLength = c.Context,
        };
    }

    // [[["global", "local"], 12]]: the types in turn, so many times. Only one such entry has ever been published.
    private static Func<int, bool> LocalLayers(ModelConfig c)
    {
        if (c.Fields.Member(ModelKeys.AttentionTypes) is not { } member)
            return static i => i % 2 == 1;
        if (member.Value is JsonArray { Items: [JsonArray { Items: [JsonArray { Items.Count: > 0 } types, JsonNumber] }] })
            return i => types.Items[i % types.Items.Count] is JsonString { Value: "local" };
        c.Fields.Refuse(ModelKeys.AttentionTypes, $"'{member.Label}' is {member.Value.Kind}; expected such as '[[[\"global\", \"local\"], 12]]'");
        return static _ => false;
    }
}
