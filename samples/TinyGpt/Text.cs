using TorchSharp;
using static TorchSharp.torch;

namespace TinyGpt;

/// <summary>Bytes as tensors, and the loss on them.</summary>
public static class Text
{
    /// <summary>The mean loss of sequences from random places, in nats per byte.</summary>
    public static Tensor Loss(Gpt model, GptConfig config, byte[] text, int sequences, Random random)
    {
        using var scope = NewDisposeScope();
        var ids = new long[sequences * (config.BlockSize + 1)];
        for (var i = 0; i < sequences; i++)
        {
            var start = random.Next(text.Length - config.BlockSize);
            for (var t = 0; t <= config.BlockSize; t++)
                ids[(i * (config.BlockSize + 1)) + t] = text[start + t];
        }

        var all = tensor(ids).view(sequences, config.BlockSize + 1);
        var logits = model.forward(all.narrow(1, 0, config.BlockSize));
        return nn.functional.cross_entropy(logits.reshape(-1, config.VocabSize), all.narrow(1, 1, config.BlockSize).reshape(-1)).MoveToOuterDisposeScope();
    }

    /// <summary>The loss on held-out text.</summary>
    public static double Evaluate(Gpt model, GptConfig config, byte[] text)
    {
        using var scope = NewDisposeScope();
        using var none = no_grad();
        var random = new Random(0);
        return Enumerable.Range(0, 8).Average(_ => (double)Loss(model, config, text, 64, random).item<float>());
    }

    public static double GradientNorm(Gpt model)
    {
        using var scope = NewDisposeScope();
        return Math.Sqrt(model.parameters().Sum(static weight => weight.grad is { } gradient ? (double)gradient.pow(2).sum().item<float>() : 0));
    }
}
