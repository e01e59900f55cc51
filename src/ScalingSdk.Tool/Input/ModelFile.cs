using ScalingSdk.Json;
using ScalingSdk.Models.Files;
using ScalingSdk.Models.Reading;
using ScalingSdk.Specs;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Input;

/// <summary>A model in another form than a <c>config.json</c>: a folder, the header of its weights, the arguments of a trainer.</summary>
/// <param name="Path">The file, as findings name it.</param>
/// <param name="Config">Its sizes as a config.json has them.</param>
/// <param name="Parameters">The parameters that its tensors have, to hold the count against, as a spec states them; null where they say none.</param>
internal sealed record ModelFile(string Path, string Config, string? Parameters)
{
    private const int MagicLength = 4;
    private const string Index = "model.safetensors.index.json";

    private static readonly string[] Configs = ["config.json", "params.json"];

    /// <summary>The model of a folder or of a file that is no JSON; null where the path is neither.</summary>
    /// <exception cref="InputException">It is one, and has no sizes or is broken.</exception>
    public static ModelFile? Find(string path, Terminal terminal)
    {
        if (string.Equals(path, InputFile.Standard, StringComparison.Ordinal))
            return null;
        if (Directory.Exists(path))
            return OfFolder(path, terminal);
        if (path.EndsWith(Index, StringComparison.OrdinalIgnoreCase) && System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) is { } beside
            && File.Exists(path) && File.Exists(System.IO.Path.Combine(beside, Configs[0])))
        {
            return OfFolder(beside, terminal);
        }

        if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            return null;
        if (!File.Exists(path))
            return IsHubName(path) ? throw new InputException($"'{path}' is not a file; if it is a model of the Hugging Face Hub, pass its config.json: nothing is downloaded") : null;
        if (path.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase))
            return OfSafetensors(path, terminal);
        return OfGguf(path) ?? OfTrainer(path, terminal);
    }

    private static ModelFile? OfFolder(string folder, Terminal terminal)
    {
        foreach (var name in Configs)
        {
            var path = System.IO.Path.Combine(folder, name);
            if (File.Exists(path))
                return OfConfig(path, folder, terminal);
        }

        var adapter = System.IO.Path.Combine(folder, "adapter_config.json");
        if (File.Exists(adapter) && ForeignFile.Name(Root(InputFile.Require(adapter, terminal))) is { } named)
            throw new InputException($"'{folder}' is the folder of an adapter: {named}");

        var litgpt = System.IO.Path.Combine(folder, "model_config.yaml");
        if (File.Exists(litgpt))
            return OfTrainer(litgpt, terminal);
        return Directory.EnumerateFiles(folder, "*.gguf").Order(StringComparer.Ordinal).FirstOrDefault() is { } gguf
            ? OfGguf(gguf)
            : throw new InputException($"'{folder}' is a folder without config.json, params.json, litgpt's model_config.yaml or a GGUF file; pass one of these, or a spec");
    }

    // "owner/name", which people paste from the Hub.
    private static bool IsHubName(string path) => path.Split('/') is [{ Length: > 0 } owner, { Length: > 0 } name]
        && !owner.StartsWith('.') && !path.Contains('*', StringComparison.Ordinal) && System.IO.Path.GetExtension(name) is not (".toml" or ".yaml" or ".yml" or ".sh" or ".gguf" or ".safetensors");

    // Images, sound and packed weights are in the files and not in the count.
    private static ModelFile OfConfig(string path, string folder, Terminal terminal)
    {
        var text = InputFile.Require(path, terminal);
        var config = Root(text);
        if (config.Find("vision_config") is not null || config.Find("audio_config") is not null || config.Find("quantization_config") is not null)
            return new(path, text, null);
        var index = System.IO.Path.Combine(folder, Index);
        var sharded = File.Exists(index) ? CheckpointIndex.Read(Root(InputFile.Require(index, terminal))) : null;
        return new(path, text, InShards(folder, sharded, Number(config, "num_hidden_layers"), Number(config, "num_nextn_predict_layers")) ?? sharded?.Parameters(config));
    }

    // All shards together: those that the index names, or those whose names number them. A packed one says nothing of the count.
    private static string? InShards(string folder, CheckpointIndex? index, long layers, long predictions)
    {
        var shards = index?.Files.Select(file => System.IO.Path.Combine(folder, System.IO.Path.GetFileName(file))).ToArray() ?? Numbered(folder);
        if (shards.Length == 0 || !shards.All(File.Exists))
            return null;
        long elements = 0;
        foreach (var shard in shards)
        {
            if (Header(shard, layers, predictions) is not { IsPacked: false } totals)
                return null;
            elements += totals.Elements;
        }

        return elements.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    // "model-00001-of-00002.safetensors" and its like, all of them; otherwise the one file of weights. Adapters and states of an optimizer are none.
    private static string[] Numbered(string folder)
    {
        string[] files = [.. Directory.GetFiles(folder, "*.safetensors").Where(static file => !IsBeside(System.IO.Path.GetFileName(file)))];
        var whole = System.IO.Path.Combine(folder, "model.safetensors");
        if (Array.Exists(files, file => string.Equals(file, whole, StringComparison.OrdinalIgnoreCase)))
            return [whole];
        var counts = files.Select(static file => ShardCount(System.IO.Path.GetFileNameWithoutExtension(file))).Distinct().ToArray();
        return counts is [var count] && (count ?? 1) == files.Length ? files : [];
    }

    private static bool IsBeside(string name) => name.StartsWith("adapter", StringComparison.OrdinalIgnoreCase) || name.StartsWith("optimizer", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("scheduler", StringComparison.OrdinalIgnoreCase) || name.StartsWith("consolidated", StringComparison.OrdinalIgnoreCase);

    private static int? ShardCount(string name) => name.LastIndexOf("-of-", StringComparison.Ordinal) is >= 0 and var at
        && int.TryParse(name.AsSpan(at + 4), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count) ? count : null;

    private static JsonObject Root(string text) => JsonReader.Read(text, JsonLimits.Configuration).Root as JsonObject ?? new JsonObject(Text.Origin.Option(""), []);

    private static long Number(JsonObject config, string key) => config.Find(key)?.Value is JsonNumber value && long.TryParse(value.Text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static ModelFile OfSafetensors(string path, Terminal terminal)
    {
        var totals = Header(path, 0, 0);
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
        if (System.IO.Path.Combine(folder, Configs[0]) is var config && File.Exists(config))
            return OfConfig(config, folder, terminal);
        throw new InputException(
            $"'{path}' has tensors of {Text.NumberText.Grouped(totals.Elements)} elements and does not say the heads of its model; put its config.json beside it, or pass that");
    }

    private static TensorTotals Header(string path, long layers, long predictions) => Open(path, stream => SafetensorsHeader.Read(stream, layers, predictions), "a safetensors file");

    private static ModelFile? OfGguf(string path)
    {
        if (Start(path) is not { } magic)
            return null; // whoever reads it as text says so
        if (magic.Length == MagicLength && Weights(magic) is { } kind)
            throw new InputException($"'{path}' is {kind}, whose tensors are not read; pass the model's config.json, or its folder");
        if (magic.Length < MagicLength || !GgufHeader.Is(magic))
            return path.EndsWith(".gguf", StringComparison.OrdinalIgnoreCase) ? throw new InputException($"'{path}' is not a GGUF file: it does not start with 'GGUF'") : null;
        var header = Open(path, GgufHeader.Read, "a GGUF file");
        if (header.Varied is { } varied)
            throw new InputException($"'{path}' is a GGUF file whose layers differ ('{varied}'), and its header does not say how; pass the model's config.json");
        return header.Missing is { } missing
            ? throw new InputException($"'{path}' is a GGUF file whose header does not say '{missing}'; pass the model's config.json")
            : new(path, header.ToConfig(), ShardCount(System.IO.Path.GetFileNameWithoutExtension(path)) > 1 ? null : header.Tensors?.Elements.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    // Null where it cannot be opened: no permission, or links in a circle.
    private static byte[]? Start(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var magic = new byte[MagicLength];
            return magic[..stream.ReadAtLeast(magic, MagicLength, throwOnEndOfStream: false)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? Weights(byte[] magic) => magic switch
    {
        [(byte)'P', (byte)'K', 3, 4] => "a zip archive, as PyTorch and NumPy save",
        [0x80, >= 2 and <= 5, _, _] => "a Python pickle",
        [0x89, (byte)'H', (byte)'D', (byte)'F'] => "an HDF5 file",
        _ => null,
    };

    private static ModelFile? OfTrainer(string path, Terminal terminal)
    {
        var (config, problem) = TrainerFile.Read(path, InputFile.Require(path, terminal));
        return problem is not null ? throw new InputException($"'{path}': {problem}") : config is null ? null : new(path, config, null);
    }

    private static T Open<T>(string path, Func<Stream, T> read, string kind)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 * 1024);
            return read(stream);
        }
        catch (Exception exception) when (exception is InvalidDataException or OverflowException or IOException or UnauthorizedAccessException)
        {
            throw new InputException($"'{path}' cannot be read as {kind}: {exception.Message}");
        }
    }

    /// <summary>The spec that has this file for its model, with the count of its tensors to hold against.</summary>
    public SpecTree Spec() => Parameters is { } count
        ? ConfigFile.Spec(Path).With(SizeKeys.Parameters, new JsonString(Text.Origin.Tensors, count))
        : ConfigFile.Spec(Path);
}
