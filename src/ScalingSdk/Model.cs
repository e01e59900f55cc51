using System.Globalization;
using ScalingSdk.Json;
using ScalingSdk.Specs;
using ScalingSdk.Text;

namespace ScalingSdk;

/// <summary>A model for <see cref="ScalingPlan.Create"/>: by its dimensions, by a file, or by its size alone. Immutable.</summary>
/// <remarks>Every architecture of docs/models.md can be named with <see cref="Of"/>; the others are short names of the usual ones.</remarks>
public sealed class Model
{
    private readonly IReadOnlyList<(string Key, object Value)> _stated;

    private Model(params (string Key, object? Value)[] stated) =>
        _stated = [.. stated.Where(static one => one.Value is not null).Select(static one => (one.Key, one.Value!))];

    /// <summary>A Llama: rotary positions, RMSNorm, a gated feed-forward.</summary>
    /// <param name="layers">Layers.</param>
    /// <param name="hiddenSize">Width of the vectors between the layers.</param>
    /// <param name="attentionHeads">Query heads of a layer.</param>
    /// <param name="intermediateSize">Inner width of the feed-forward.</param>
    /// <param name="vocabularySize">Rows of the token embedding.</param>
    /// <param name="keyValueHeads">Key-value heads of a layer; as many as query heads where it is null.</param>
    /// <param name="contextLength">The longest sequence, in tokens.</param>
    /// <param name="tiedEmbeddings">True where the token embedding serves as the output head.</param>
    public static Model Llama(
        int layers, int hiddenSize, int attentionHeads, int intermediateSize, int vocabularySize, int? keyValueHeads = null, int? contextLength = null, bool tiedEmbeddings = false) =>
        new(("architecture", "llama"), ("layers", layers), ("hidden_size", hiddenSize), ("attention_heads", attentionHeads), ("intermediate_size", intermediateSize),
            ("vocabulary_size", vocabularySize), ("key_value_heads", keyValueHeads), ("context_length", contextLength), ("tied_embeddings", tiedEmbeddings));

    /// <summary>A GPT-2: learned positions, biases, a feed-forward of four times the width.</summary>
    /// <param name="layers">Layers.</param>
    /// <param name="hiddenSize">Width of the vectors between the layers.</param>
    /// <param name="attentionHeads">Heads of a layer.</param>
    /// <param name="vocabularySize">Rows of the token embedding.</param>
    /// <param name="contextLength">The longest sequence, in tokens.</param>
    public static Model Gpt2(int layers, int hiddenSize, int attentionHeads, int vocabularySize = 50_304, int contextLength = 1024) =>
        new(("architecture", "gpt2"), ("layers", layers), ("hidden_size", hiddenSize), ("attention_heads", attentionHeads), ("vocabulary_size", vocabularySize),
            ("context_length", contextLength));

    /// <summary>A model of which the size alone is known; counts without embeddings are then estimates.</summary>
    /// <param name="parameters">Parameters with embeddings.</param>
    public static Model OfSize(double parameters) => new((SizeKeys.Parameters.Name, parameters));

    /// <summary>A model with experts of which the sizes alone are known.</summary>
    /// <param name="parameters">Parameters with embeddings.</param>
    /// <param name="activeParameters">Those of them that one token passes through.</param>
    public static Model OfSize(double parameters, double activeParameters) =>
        new((SizeKeys.Parameters.Name, parameters), (SizeKeys.ActiveParameters.Name, activeParameters));

    /// <summary>A model by its layers, for what no architecture covers.</summary>
    /// <param name="hiddenSize">Width of the vectors between the layers.</param>
    /// <param name="vocabularySize">Rows of the token embedding.</param>
    /// <param name="blocks">In order, each so many equal layers: keys of docs/models.md and their values.</param>
    /// <param name="tiedEmbeddings">True where the token embedding serves as the output head.</param>
    public static Model OfBlocks(int hiddenSize, int vocabularySize, IReadOnlyList<IReadOnlyDictionary<string, object>> blocks, bool tiedEmbeddings = false) =>
        new(("hidden_size", hiddenSize), ("vocabulary_size", vocabularySize), ("tied_embeddings", tiedEmbeddings), ("blocks", blocks ?? throw new ArgumentNullException(nameof(blocks))));

    /// <summary>The model of a Hugging Face config.json or Meta params.json.</summary>
    /// <param name="path">The file, relative to the working folder; <see cref="ScalingPlan.Create"/> reads it.</param>
    public static Model FromConfig(string path) => new((SizeKeys.Config.Name, path ?? throw new ArgumentNullException(nameof(path))));

    /// <summary>A model of any known architecture.</summary>
    /// <param name="architecture">The Hugging Face name: "mixtral", "qwen3", "deepseek_v3".</param>
    /// <param name="dimensions">Keys of docs/models.md and their values: numbers, or true and false.</param>
    public static Model Of(string architecture, IReadOnlyDictionary<string, object> dimensions) =>
        new([("architecture", architecture), .. (dimensions ?? throw new ArgumentNullException(nameof(dimensions))).Select(static one => (one.Key, (object?)one.Value))]);

    internal JsonObject ToJson()
    {
        var origin = Origin.Code(nameof(PlanRequest.Model));
        return new JsonObject(origin, [.. _stated.Select(one => new JsonMember(one.Key, Origin.Code(""), Node(one.Value)))]);
    }

    private static JsonNode Node(object value) => value switch
    {
        string text => new JsonString(Origin.Code(""), text),
        bool flag => new JsonBoolean(Origin.Code(""), flag),
        IReadOnlyList<IReadOnlyDictionary<string, object>> blocks => new JsonArray(Origin.Code(""), [.. blocks.Select(static block =>
            new JsonObject(Origin.Code(""), [.. block.Select(static one => new JsonMember(one.Key, Origin.Code(""), Node(one.Value)))]))]),
        double real => new JsonNumber(Origin.Code(""), real.ToString("R", CultureInfo.InvariantCulture)),
        _ => new JsonNumber(Origin.Code(""), Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };
}
