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
        var header = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{ "w": { "dtype": "F32", "shape": [{{elements}}] } }"""));
        File.WriteAllBytes(Path.Combine(_folder.Path, "model.safetensors"), [.. BitConverter.GetBytes((ulong)header.Length), .. header]);

        var run = Tool.Run("plan", _folder.Path, "--tokens", "1B");

        Assert.Equal(findings == 1, run.Out.Contains("SCALE3003", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Qwen/Qwen3-0.6B", "'Qwen/Qwen3-0.6B' is not a file; if it is a model of the Hugging Face Hub, pass its config.json: nothing is downloaded")]
    public void Params_ANameOfTheHub_SaysWhatToPass(string name, string message) => Assert.Contains(message, Tool.Run("params", name).Error, StringComparison.Ordinal);

    [Fact]
    public void Params_AFolderWithoutAModel_SaysWhatToPass() =>
        Assert.Contains("is a folder without config.json, params.json or a GGUF file", Tool.Run("params", _folder.Path).Error, StringComparison.Ordinal);
}
