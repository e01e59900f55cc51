using System.Globalization;
using System.Text;

namespace ScalingSdk.Tool.Tests;

/// <summary>A model that is not a config.json.</summary>
public sealed class ModelFileTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Params_AFolderWithAConfig_CountsIt()
    {
        _folder.Write("config.json", Specs.Gpt2Config);

        Assert.Contains("124,439,808", Tool.Run("params", _folder.Path).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(124_439_808, 0)]
    [InlineData(124_439_809, 1)]
    public void Plan_AFolderWithTensors_HoldsTheCountAgainstThem(long elements, int findings)
    {
        _folder.Write("config.json", Specs.Gpt2Config);
        Shard("model.safetensors", elements);

        var run = Tool.Run("plan", _folder.Path, "--tokens", "1B");

        Assert.Equal(findings == 1, run.Out.Contains("SCALE3003", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(124_439_808, 0)]
    [InlineData(124_439_809, 1)]
    public void Plan_AFolderOfShards_HoldsTheCountAgainstAllOfThem(long elements, int findings)
    {
        _folder.Write("config.json", Specs.Gpt2Config);
        _folder.Write("model.safetensors.index.json", """{ "weight_map": { "a": "model-1-of-2.safetensors", "b": "model-2-of-2.safetensors" } }""");
        Shard("model-1-of-2.safetensors", elements - 1_000);
        Shard("model-2-of-2.safetensors", 1_000);

        Assert.Equal(findings == 1, Tool.Run("plan", _folder.Path, "--tokens", "1B").Out.Contains("SCALE3003", StringComparison.Ordinal));
    }

    // Without an index, the names of the files number the shards. Adapters and optimizer states beside them are not weights of the model.
    [Theory]
    [InlineData("model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors", true)]
    [InlineData("model-00001-of-00003.safetensors", "model-00002-of-00003.safetensors", null)]
    [InlineData("model.safetensors", "adapter_model.safetensors", false)]
    [InlineData("a.safetensors", "b.safetensors", null)]
    public void Params_ShardsWithoutAnIndex_AreAddedWhereTheirNamesNumberThem(string first, string second, bool? verified)
    {
        _folder.Write("config.json", Specs.Gpt2Config);
        Shard(first, 124_438_808);
        Shard(second, 1_000);

        var run = Tool.Run("params", _folder.Path);

        Assert.Equal(verified == true, run.Out.Contains("  verified: the count is that of the files' tensors", StringComparison.Ordinal));
        Assert.Equal(verified == false, run.Out.Contains("SCALE3003", StringComparison.Ordinal));
    }

    // 80,512 with the tied table, 86,912 untied: the head that the sizes promise is not in the file.
    [Fact]
    public void Params_AnUntiedConfigWithoutAStoredHead_SaysTheDifference()
    {
        _folder.Write("config.json", Specs.Gpt2Config.TrimEnd().TrimEnd('}') + """, "tie_word_embeddings": false }""");
        Shard("model.safetensors", 124_439_808);

        var run = Tool.Run("params", _folder.Path);

        Assert.Contains(
            "warning SCALE3003: the tensors of the files have 124,439,808 elements, but these dimensions give 163,037,184 parameters",
            run.Out.Replace("\n  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("\"verified\": false", Tool.Run("params", _folder.Path, "--format", "json").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Params_AFolderOfLitgpt_CountsItsModelConfig()
    {
        _folder.Write("model_config.yaml", """
            name: my-llama
            n_layer: 22
            n_head: 32
            n_query_groups: 4
            n_embd: 2048
            intermediate_size: 5632
            padded_vocab_size: 32000
            norm_class_name: RMSNorm
            mlp_class_name: LLaMAMLP
            bias: false
            parallel_residual: false
            """);

        Assert.Contains("1,100,048,384", Tool.Run("params", _folder.Path).Out, StringComparison.Ordinal);
    }

    // A folder without its weights, and the index itself: the total that the index states is compared with the count.
    [Theory]
    [InlineData("\"total_parameters\": 124439808", 0)]
    [InlineData("\"total_parameters\": 124439809", 1)]
    [InlineData("\"total_size\": 497759232", 0)]
    [InlineData("\"total_size\": 507759232", 1)]
    public void Plan_AnIndexBesideAConfig_HoldsTheCountAgainstIt(string metadata, int findings)
    {
        _folder.Write("config.json", Specs.Gpt2Config.TrimEnd().TrimEnd('}') + """, "torch_dtype": "float32" }""");
        var index = _folder.Write("model.safetensors.index.json", $$"""{ "metadata": { {{metadata}} }, "weight_map": { "a": "model-1-of-2.safetensors" } }""");

        Assert.All([_folder.Path, index], path =>
            Assert.Equal(findings == 1, Tool.Run("plan", path, "--tokens", "1B").Out.Contains("SCALE3003", StringComparison.Ordinal)));
    }

    [Fact]
    public void Params_TheFolderOfAnAdapter_NamesItsBaseModel()
    {
        _folder.Write("adapter_config.json", """{ "base_model_name_or_path": "Qwen/Qwen3-0.6B", "peft_type": "LORA" }""");

        Assert.Contains("pass the config.json of its base model, 'Qwen/Qwen3-0.6B'", Tool.Run("params", _folder.Path).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tokenizer.json", """{ "version": "1.0", "model": { "type": "BPE" }, "added_tokens": [] }""", "this is a tokenizer.json")]
    [InlineData("run.yaml", "run_name: OLMo2\nmodel:\n  d_model: 4096\n", "this is not JSON, and no trainer's file that is known")]
    public void Params_AFileThatIsNoModel_IsNamed(string name, string text, string message) =>
        Assert.Contains(message, Tool.Run("params", _folder.Write(name, text)).Error, StringComparison.Ordinal);

    private void Shard(string name, long elements)
    {
        var header = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{ "w": { "dtype": "F32", "shape": [{{elements}}] } }"""));
        File.WriteAllBytes(Path.Combine(_folder.Path, name), [.. BitConverter.GetBytes((ulong)header.Length), .. header]);
    }

    [Theory]
    [InlineData("Qwen/Qwen3-0.6B", "'Qwen/Qwen3-0.6B' is not a file; if it is a model of the Hugging Face Hub, pass its config.json: nothing is downloaded")]
    public void Params_ANameOfTheHub_SaysWhatToPass(string name, string message) => Assert.Contains(message, Tool.Run("params", name).Error, StringComparison.Ordinal);

    [Fact]
    public void Params_AFolderWithoutAModel_SaysWhatToPass() =>
        Assert.Contains("is a folder without config.json, params.json, litgpt's model_config.yaml or a GGUF file", Tool.Run("params", _folder.Path).Error, StringComparison.Ordinal);
}
