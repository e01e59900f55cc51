using System.Globalization;
using ScalingSdk.Json;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Files;

/// <summary>A checkpoint's <c>model.safetensors.index.json</c>: its files, and how large its tensors are together.</summary>
/// <param name="Files">The shards that it names.</param>
/// <param name="TotalParameters">What newer indices say they have; null where this one does not.</param>
/// <param name="TotalBytes">Bytes of all tensors; null where it does not say.</param>
internal sealed record CheckpointIndex(IReadOnlyCollection<string> Files, long? TotalParameters, double? TotalBytes)
{
    /// <summary>What an index says; null where the file is none.</summary>
    public static CheckpointIndex? Read(JsonObject file)
    {
        if (file.Find("weight_map")?.Value is not JsonObject map)
            return null;
        var files = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in map.Members)
        {
            if (member.Value is JsonString shard)
                files.Add(shard.Value);
        }

        var metadata = file.Find("metadata")?.Value as JsonObject;
        var total = metadata?.Find("total_parameters")?.Value is { } stated ? WholeNumber.Read(stated, 1, long.MaxValue, out _) : null;
        return new(files, total, metadata?.Find("total_size")?.Value is JsonNumber bytes ? ModelFields.Double(bytes) : null);
    }

    /// <summary>The parameters as a spec states them: to the last digit where the index says so, to six where bytes are divided by those of an element.</summary>
    /// <remarks>A few tensors of a checkpoint often have a wider type than the rest, so that its bytes give no exact count.</remarks>
    public string? Parameters(JsonObject config)
    {
        if (TotalParameters is { } exact)
            return exact.ToString(CultureInfo.InvariantCulture);
        var width = ((config.Find("dtype") ?? config.Find("torch_dtype"))?.Value as JsonString)?.Value switch
        {
            "bfloat16" or "float16" => 2,
            "float32" => 4,
            _ => 0,
        };
        return width == 0 || TotalBytes is not > 0 ? null : (TotalBytes.Value / width / 1e9).ToString("G6", CultureInfo.InvariantCulture) + "B";
    }
}
