using System.Globalization;
using ScalingSdk.Models.Parts;

namespace ScalingSdk.Models.Flops;

/// <summary>The shape that closed forms in L and d assume: 12 d^2 weights per layer.</summary>
internal static class StandardShape
{
    // Gated widths are rounded up to multiples of 256: LLaMA 7B's layers have 12.06 d^2.
    private const double Tolerance = 0.05;

    public static string? WhyNotDecoder(ModelDescription model) =>
        model.Kind == ModelFamily.Decoder ? null : "it counts a decoder that reads one sequence";

    /// <summary>Full multi-head attention as wide as the model, one feed-forward.</summary>
    public static string? WhyNotMultiHead(ModelDescription model)
    {
        if (WhyNotDecoder(model) is { } why)
            return why;
        if (model.IsRouted)
            return $"it counts a dense feed-forward, and this model has {Number(model.Experts)} experts";
        if (!Array.TrueForAll(model.Parts.Layers, static layer => layer.Attention is not null && layer.Beside is null))
            return "it counts attention in every layer, and this model carries a state in some";
        if (model.Parts.Layers[0].Attention is not GroupedQueryAttention)
            return "it counts multi-head attention, and this model's is latent";
        return model.KeyValueHeads == model.AttentionHeads
            ? null
            : $"it counts multi-head attention, and this model has {Number(model.KeyValueHeads)} key-value heads for {Number(model.AttentionHeads)} heads";
    }

    /// <summary>And 12 d^2 weights in each layer.</summary>
    public static string? WhyNotTwelveSquares(ModelDescription model)
    {
        if (WhyNotMultiHead(model) is { } why)
            return why;
        if ((long)model.AttentionHeads * model.HeadSize != model.HiddenSize)
            return $"it counts attention as wide as the model, and this model has {Number(model.AttentionHeads)} x {Number(model.HeadSize)} for {Number(model.HiddenSize)}";
        var squares = model.Parameters.NonEmbeddingWeights / ((double)model.Layers * model.HiddenSize * model.HiddenSize);
        return Math.Abs((squares / 12) - 1) <= Tolerance
            ? null
            : $"it counts 12 d^2 weights in a layer, and this model has {squares.ToString("0.#", CultureInfo.InvariantCulture)} d^2";
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
