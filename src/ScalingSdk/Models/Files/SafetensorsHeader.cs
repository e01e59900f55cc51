using System.Text;
using ScalingSdk.Json;

namespace ScalingSdk.Models.Files;

/// <summary>The header of a safetensors file: its tensors by name, type and shape.</summary>
internal static class SafetensorsHeader
{
    private const long MostBytes = 100L << 20;

    /// <summary>What the header says.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="layers">Layers of the model; 0 counts every tensor.</param>
    /// <param name="predictions">How many layers behind them predict further tokens and are counted apart: any others are the model's, which has more than its sizes say.</param>
    /// <exception cref="InvalidDataException">The file is not a safetensors file, or is broken.</exception>
    public static TensorTotals Read(Stream stream, long layers = 0, long predictions = 0)
    {
        var reader = new BoundedReader(stream, MostBytes);
        var text = Encoding.UTF8.GetString(reader.Bytes(reader.Length()));
        if (JsonReader.Read(text, new JsonLimits(MaxLength: (int)MostBytes)).Root is not JsonObject header)
            throw new InvalidDataException("its header is not JSON");
        long elements = 0;
        var (hasHead, packed) = (false, false);
        foreach (var member in header.Members)
        {
            if (member.Name is "__metadata__")
                continue;
            if (member.Value is not JsonObject tensor || tensor.Find("shape")?.Value is not JsonArray shape)
                throw new InvalidDataException($"its header has no shape for '{Text.Excerpt.Of(member.Name)}'");
            if (!IsBuffer(member.Name) && (layers == 0 || !IsOfPrediction(member.Name, layers, predictions)))
                elements = checked(elements + Elements(shape));
            hasHead |= member.Name.EndsWith("lm_head.weight", StringComparison.Ordinal);
            packed |= tensor.Find("dtype")?.Value is JsonString { Value: "U8" or "I8" or "I32" or "F8_E4M3" or "F4" or "F8_E8M0" };
        }

        return new(elements, hasHead, packed);
    }

    // Masks and frequencies that older checkpoints store beside their parameters (GPT-2, GPT-NeoX, the first LLaMA).
    private static bool IsBuffer(string name) => Buffers.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));

    private static readonly string[] Buffers =
        [".inv_freq", ".attn.bias", ".attn.masked_bias", ".attention.bias", ".attention.masked_bias", ".attn.attention.bias", ".attn.attention.masked_bias", "position_ids"];

    // "mtp.layers.0.", or "model.layers.61." of a model with 61 layers.
    private static bool IsOfPrediction(string name, long layers, long predictions)
    {
        const string Layer = "model.layers.";
        if (name.StartsWith("mtp.", StringComparison.Ordinal) || name.StartsWith("model.mtp", StringComparison.Ordinal))
            return true;
        if (!name.StartsWith(Layer, StringComparison.Ordinal) || name.IndexOf('.', Layer.Length) is not (> 0 and var end))
            return false;
        return long.TryParse(name.Substring(Layer.Length, end - Layer.Length), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var index) && index >= layers && index < layers + predictions;
    }

    private static long Elements(JsonArray shape)
    {
        var elements = 1L;
        foreach (var size in shape.Items)
        {
            if (size is not JsonNumber number || !long.TryParse(number.Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value))
                throw new InvalidDataException("its header has a size that is not a whole number");
            elements = checked(elements * value);
        }

        return elements;
    }
}
