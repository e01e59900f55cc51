using System.Globalization;
using ScalingSdk.Json;

namespace ScalingSdk.Models.Files;

/// <summary>The header of a GGUF file (llama.cpp): its sizes under the keys of a config.json, and its tensors.</summary>
internal sealed class GgufHeader
{
    private const long MostBytes = 256L << 20;
    private const int MostEntries = 1 << 20;

    private static readonly string[] Needed = ["block_count", "embedding_length", "attention.head_count"];

    private readonly Dictionary<string, string> _numbers = new(StringComparer.Ordinal);
    private string _architecture = "";
    private long _tokens;
    private long _elements;
    private int _tensors;
    private readonly HashSet<string> _varied = new(StringComparer.Ordinal);
    private bool _hasHead;
    private bool _hasCorrection;

    private GgufHeader()
    {
    }

    /// <summary>Null where the header has no tensors.</summary>
    public TensorTotals? Tensors => _tensors == 0 ? null : new(_elements, _hasHead, IsPacked: false);

    /// <summary>The first of the sizes that every model has and that this header does not say; null where it says all.</summary>
    public string? Missing => Needed.Select(Key)
        .FirstOrDefault(key => !_numbers.ContainsKey(key) && !_architecture.Contains("mamba") && !_architecture.Contains("rwkv"));

    /// <summary>The first size that differs from layer to layer, which one number cannot say; null where none does.</summary>
    public string? Varied => GgufNames.Keys.Select(pair => Key(pair.From)).FirstOrDefault(_varied.Contains);

    /// <summary>True for the first bytes of a GGUF file.</summary>
    public static bool Is(byte[] start) => start.Length >= 4 && start[0] == 'G' && start[1] == 'G' && start[2] == 'U' && start[3] == 'F';

    /// <exception cref="InvalidDataException">The file is not a GGUF file, or is broken.</exception>
    public static GgufHeader Read(Stream stream)
    {
        var reader = new BoundedReader(stream, MostBytes);
        if (!Is(reader.Bytes(4)))
            throw new InvalidDataException("it does not start with 'GGUF'");
        var version = reader.UInt32();
        if (version is < 2 or > 3)
            throw new InvalidDataException($"its version is {version.ToString(CultureInfo.InvariantCulture)}; versions 2 and 3 are read");
        var (tensors, entries) = (reader.UInt64(), reader.UInt64());
        if (tensors > MostEntries || entries > MostEntries)
            throw new InvalidDataException("its header has more entries than any model");
        var header = new GgufHeader();
        for (var i = 0UL; i < entries; i++)
            header.ReadEntry(reader);
        for (var i = 0UL; i < tensors; i++)
            header.ReadTensor(reader);
        return header;
    }

    /// <summary>The sizes as a config.json has them.</summary>
    public string ToConfig()
    {
        var type = GgufNames.ModelType(_architecture, Has("expert_count") && !string.Equals(_numbers[Key("expert_count")], "0", StringComparison.Ordinal));
        var isLatent = Has("attention.kv_lora_rank");
        if (type is "deepseek_v3" && !_hasCorrection && Number("expert_gating_func") is not 2)
            type = "deepseek_v2";
        var json = new JsonWriter().StartObject();
        json.Name("model_type").Value(type);
        foreach (var (from, to) in GgufNames.Keys)
        {
            if (Number(from) is { } number && !(isLatent && (to is "head_dim" or "num_key_value_heads")))
                json.Name(to).Value(number);
        }

        if (isLatent && Number("rope.dimension_count") is { } rotary)
        {
            json.Name("qk_rope_head_dim").Value(rotary);
            if ((Number("attention.key_length_mla") ?? Number("attention.key_length")) is { } key)
                json.Name("qk_nope_head_dim").Value(key - rotary);
            if ((Number("attention.value_length_mla") ?? Number("attention.value_length")) is { } value)
                json.Name("v_head_dim").Value(value);
        }

        if (!Has("vocab_size") && _tokens > 0)
            json.Name("vocab_size").Value(_tokens);
        if (_tensors > 0)
            json.Name("tie_word_embeddings").Value(!_hasHead);
        return json.EndObject().ToString();
    }

    private string Key(string name) => $"{_architecture}.{name}";

    private bool Has(string name) => _numbers.ContainsKey(Key(name));

    private long? Number(string name) =>
        _numbers.TryGetValue(Key(name), out var text) && long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private void ReadEntry(BoundedReader reader)
    {
        var name = reader.Text();
        var type = reader.UInt32();
        switch (type)
        {
            case 8:
                var text = reader.Text();
                if (name is "general.architecture")
                    _architecture = text;
                break;
            case 9:
                ReadArray(reader, name);
                break;
            default:
                if (Whole(reader, type) is { } number)
                    _numbers[name] = number.ToString(CultureInfo.InvariantCulture);
                break;
        }
    }

    // Of arrays their length matters (tokens), and the first number where all layers have the same.
    private void ReadArray(BoundedReader reader, string name)
    {
        var type = reader.UInt32();
        var count = reader.Length();
        if (name is "tokenizer.ggml.tokens")
            _tokens = count;
        if (type == 9)
            throw new InvalidDataException("its header has an array of arrays");
        long? first = null;
        var same = true;
        for (var i = 0L; i < count; i++)
        {
            if (type == 8)
            {
                reader.Skip(reader.Length());
                continue;
            }

            var number = Whole(reader, type);
            first ??= number;
            same &= number == first;
        }

        if (same && first is { } all)
            _numbers[name] = all.ToString(CultureInfo.InvariantCulture);
        else if (first is not null)
            _varied.Add(name);
    }

    private static long? Whole(BoundedReader reader, uint type) => type switch
    {
        0 or 7 => reader.Bytes(1)[0],
        1 => (sbyte)reader.Bytes(1)[0],
        2 => BitConverter.ToUInt16(reader.Bytes(2), 0),
        3 => BitConverter.ToInt16(reader.Bytes(2), 0),
        4 => reader.UInt32(),
        5 => (int)reader.UInt32(),
        6 => Nothing(reader, 4),
        10 or 11 => (long)reader.UInt64(),
        12 => Nothing(reader, 8),
        _ => throw new InvalidDataException("its header has a value of a kind that is not known"),
    };

    private static long? Nothing(BoundedReader reader, int bytes)
    {
        reader.Skip(bytes);
        return null;
    }

    private void ReadTensor(BoundedReader reader)
    {
        var name = reader.Text();
        var dimensions = reader.UInt32();
        if (dimensions > 8)
            throw new InvalidDataException("its header has a tensor of more than 8 dimensions");
        var elements = 1L;
        for (var i = 0; i < dimensions; i++)
        {
            var size = reader.UInt64();
            if (size > long.MaxValue || (size > 0 && elements > long.MaxValue / (long)size))
                throw new InvalidDataException("its header has a tensor of more elements than any model");
            elements *= (long)size;
        }

        reader.Skip(12);
        _tensors++;
        _hasHead |= name is "output.weight";
        _hasCorrection |= name.EndsWith(".exp_probs_b.bias", StringComparison.Ordinal) || name.EndsWith(".exp_probs_b", StringComparison.Ordinal);
        if (!name.StartsWith("rope_", StringComparison.Ordinal))
            _elements = checked(_elements + elements);
    }
}
