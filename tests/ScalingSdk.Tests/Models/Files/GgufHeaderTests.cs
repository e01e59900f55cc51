using System.Text;
using CsCheck;
using ScalingSdk.Json;
using ScalingSdk.Models;
using ScalingSdk.Models.Files;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Tests.Models.Files;

public sealed class GgufHeaderTests
{
    [Fact]
    public void Read_ALlamaHeader_HasItsSizesAndItsTensors()
    {
        var header = GgufHeader.Read(new MemoryStream(Llama()));

        var model = ModelReader.Read((JsonObject)JsonReader.Read(header.ToConfig()).Root!, ModelOrigin.ConfigFile).Model!;
        Assert.Equal(("llama", 2, 64, 4, 2, 128, 100), (model.Architecture, model.Layers, model.HiddenSize, model.AttentionHeads, model.KeyValueHeads, model.IntermediateSize, model.VocabularySize));
        Assert.Equal((6_400 + (64 * 32), true, false), (header.Tensors!.Elements, !header.Tensors.HasHead, header.Tensors.IsPacked));
        Assert.True(model.TiedEmbeddings, "no 'output.weight' among the tensors: the head is tied");
        Assert.Null(header.Missing);
    }

    [Fact]
    public void Read_AHeaderWithoutHeads_SaysWhichSizeIsMissing()
    {
        var header = GgufHeader.Read(new MemoryStream(File(static w =>
        {
            Entry(w, "general.architecture", "llama");
            Entry(w, "llama.block_count", 32);
            Entry(w, "llama.embedding_length", 4096);
        }, entries: 3, tensors: 0)));

        Assert.Equal("llama.attention.head_count", header.Missing);
        Assert.Null(header.Tensors);
    }

    // Qwen3-30B-A3B: 30,532,122,624.
    [Fact]
    public void Read_AHeaderWithExperts_IsCountedWithThem()
    {
        var model = Model(File(static w =>
        {
            Sizes(w, "qwen3moe", ("block_count", 48), ("embedding_length", 2048), ("feed_forward_length", 6144), ("attention.head_count", 32), ("attention.head_count_kv", 4),
                ("attention.key_length", 128), ("expert_count", 128), ("expert_used_count", 8), ("expert_feed_forward_length", 768), ("vocab_size", 151_936));
        }, entries: 11, tensors: 0));

        Assert.Equal(("qwen3_moe", 30_532_122_624, 8), (model.Architecture, model.Parameters.Total, model.ActiveExperts));
    }

    // DeepSeek-V2-Lite has no bias on its router, DeepSeek-V3 says the other function of its gate.
    [Theory]
    [InlineData(1, "deepseek_v2", 15_706_484_224)]
    [InlineData(2, "deepseek_v3", 15_706_484_224 + (26 * 64))]
    public void Read_AHeaderWithLatentAttention_HasItsWidths(uint gate, string architecture, long expected)
    {
        var model = Model(File(w =>
        {
            Sizes(w, "deepseek2", ("block_count", 27), ("embedding_length", 2048), ("feed_forward_length", 10_944), ("attention.head_count", 16), ("attention.head_count_kv", 1),
                ("attention.key_length", 576), ("attention.value_length", 512), ("attention.key_length_mla", 192), ("attention.value_length_mla", 128),
                ("attention.kv_lora_rank", 512), ("rope.dimension_count", 64), ("leading_dense_block_count", 1), ("expert_count", 64), ("expert_used_count", 6),
                ("expert_shared_count", 2), ("expert_feed_forward_length", 1408), ("expert_gating_func", gate), ("vocab_size", 102_400));
        }, entries: 19, tensors: 0));

        Assert.Equal((architecture, expected), (model.Architecture, model.Parameters.Total));
    }

    [Fact]
    public void Read_AHeaderWhoseLayersDiffer_SaysByWhat()
    {
        var header = GgufHeader.Read(new MemoryStream(File(static w =>
        {
            Sizes(w, "lfm2", ("block_count", 2), ("embedding_length", 64), ("attention.head_count", 4));
            Text(w, "lfm2.attention.head_count_kv");
            w.Write(9u);
            w.Write(4u);
            w.Write(2UL);
            w.Write(0u);
            w.Write(2u);
        }, entries: 5, tensors: 0)));

        Assert.Equal("lfm2.attention.head_count_kv", header.Varied);
    }

    [Fact]
    public void Read_AnyPrefixOrChangedByte_IsInvalidDataOrAHeader()
    {
        var whole = Llama();
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Bool).Sample((at, value, cut) =>
        {
            var bytes = cut ? whole[..at] : [.. whole];
            if (!cut)
                bytes[at] = value;
            try
            {
                _ = GgufHeader.Read(new MemoryStream(bytes)).ToConfig();
            }
            catch (Exception exception) when (exception is InvalidDataException or OverflowException)
            {
            }
        }, iter: 2_000);
    }

    private static ModelDescription Model(byte[] file)
    {
        var reading = ModelReader.Read((JsonObject)JsonReader.Read(GgufHeader.Read(new MemoryStream(file)).ToConfig()).Root!, ModelOrigin.ConfigFile);
        Assert.Empty(reading.Problems);
        return reading.Model!;
    }

    private static void Sizes(BinaryWriter writer, string architecture, params (string Name, uint Value)[] sizes)
    {
        Entry(writer, "general.architecture", architecture);
        foreach (var (name, value) in sizes)
            Entry(writer, $"{architecture}.{name}", value);
    }

    private static byte[] Llama() => File(static w =>
    {
        Entry(w, "general.architecture", "llama");
        Entry(w, "llama.block_count", 2);
        Entry(w, "llama.embedding_length", 64);
        Entry(w, "llama.feed_forward_length", 128);
        Entry(w, "llama.attention.head_count", 4);
        Entry(w, "llama.attention.head_count_kv", 2);
        Text(w, "tokenizer.ggml.tokens");
        w.Write(9u);
        w.Write(8u);
        w.Write(100UL);
        for (var i = 0; i < 100; i++)
            Text(w, "x");
        Tensor(w, "token_embd.weight", 64, 100);
        Tensor(w, "blk.0.attn_k.weight", 64, 32);
        Tensor(w, "rope_freqs.weight", 8, 1);
    }, entries: 7, tensors: 3);

    private static byte[] File(Action<BinaryWriter> body, ulong entries, ulong tensors)
    {
        var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("GGUF"u8);
        writer.Write(3u);
        writer.Write(tensors);
        writer.Write(entries);
        body(writer);
        writer.Flush();
        return stream.ToArray();
    }

    private static void Text(BinaryWriter writer, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        writer.Write((ulong)bytes.Length);
        writer.Write(bytes);
    }

    private static void Entry(BinaryWriter writer, string name, string value)
    {
        Text(writer, name);
        writer.Write(8u);
        Text(writer, value);
    }

    private static void Entry(BinaryWriter writer, string name, uint value)
    {
        Text(writer, name);
        writer.Write(4u);
        writer.Write(value);
    }

    private static void Tensor(BinaryWriter writer, string name, ulong columns, ulong rows)
    {
        Text(writer, name);
        writer.Write(2u);
        writer.Write(columns);
        writer.Write(rows);
        writer.Write(0u);
        writer.Write(0UL);
    }
}
